import assert from "node:assert/strict";
import { computeFamilyShare } from "../../../../../src/core/adoption/familyShare.ts";
import { FamilyTree } from "../../../../../src/core/adoption/lineage/familyTree.ts";
import { nameRequest, planLineage } from "../../../../../src/core/adoption/lineage/planLineage.ts";
import type { Relation } from "../../../../../src/core/model/relation.ts";
import { sampleModel } from "../sampleModel.ts";

const model = (repoId: string, downloads30d: number, relation?: Relation, ...repoIds: string[]) =>
	sampleModel({
		repoId,
		counters: { downloads30d },
		baseModels: { repoIds, ...(relation === undefined ? {} : { relation }) },
	});

const tree = new FamilyTree(
	[
		model("Maker/Base", 60),
		model("Maker/Chat", 20, "finetune", "maker/base"),
		model("a/Chat-GGUF", 10, "quantized", "Maker/Chat-Old-Name"),
		model("b/merge", 5, "merge", "Maker/Chat", "Maker/Base", "gone/model"),
		model("c/adapter", 5, "adapter", "Maker/Base"),
		model("x/one", 1, "finetune", "x/two"),
		model("x/two", 3, "finetune", "x/one"),
	],
	new Map([["Maker/Chat-Old-Name", "Maker/Chat"]]),
);

describe("lineage among known models", () => {
	it("goes up to the roots, through other cases and former names, and names missing parents", () => {
		const up = (repoId: string) => tree.listAncestors(repoId).map((each) => `${each.level} ${each.repoId}`);
		assert.deepEqual(up("a/chat-gguf"), ["1 Maker/Chat", "2 Maker/Base"]);
		assert.deepEqual(up("b/merge"), ["1 Maker/Chat", "1 Maker/Base", "1 gone/model"]);
		assert.equal(tree.listAncestors("b/merge")[2]?.model, undefined);
		assert.equal(tree.listAncestors("a/Chat-GGUF")[0]?.relation, "quantized");
		assert.deepEqual(up("Maker/Base"), []);
	});

	it("goes down by relation, each derivative once, at its nearest level", () => {
		assert.deepEqual(
			tree.listDescendants("maker/base").map((each) => `${each.level} ${each.relation} ${each.model.repoId}`),
			["1 finetune Maker/Chat", "1 merge b/merge", "1 adapter c/adapter", "2 quantized a/Chat-GGUF"],
		);
		assert.deepEqual(
			tree.listDescendants("gone/model").map((each) => each.model.repoId),
			["b/merge"],
		);
	});

	it("ends in cycles, and after six levels", () => {
		assert.deepEqual(
			tree.listAncestors("x/one").map(({ repoId }) => repoId),
			["x/two"],
		);
		assert.equal(tree.listDescendants("x/one").length, 1);
		const chain = Array.from({ length: 10 }, (_, i) =>
			i === 0 ? model("m/0", 1) : model(`m/${i}`, 1, "finetune", `m/${i - 1}`),
		);
		assert.equal(new FamilyTree(chain).listDescendants("m/0").length, 6);
		assert.equal(new FamilyTree(chain).listAncestors("m/9").length, 6);
	});
});

describe("family share", () => {
	it("is a model's own downloads over its family's, by hand", () => {
		const { figure } = computeFamilyShare("Maker/Base", tree);
		assert.equal(figure?.value, 0.6);
		assert.deepEqual(figure?.cohort, { kind: "family", size: 5 });
		assert.equal(computeFamilyShare("c/adapter", tree).figure?.value, 1);
		assert.equal(computeFamilyShare("x/one", tree).figure?.value, 0.25);
	});

	it("is not defined without downloads", () => {
		assert.equal(computeFamilyShare("no/such", tree).reason, "noDownloads");
		const none = new FamilyTree([sampleModel({ repoId: "a/b" }), model("a/zero", 0)]);
		assert.equal(computeFamilyShare("a/b", none).reason, "noDownloads");
		assert.equal(computeFamilyShare("a/zero", none).reason, "noDownloads");
	});
});

describe("plan of a lineage's requests", () => {
	const start = { parents: [{ repoId: "a/parent", level: 1 }], asked: new Set<string>(), spent: 1 };
	const holder = { repoId: "a/own", level: 0, childCounts: { merge: 0, adapter: 0 } };

	it("asks for parents first, then for children by relation, but not for what the Hub counts as none", () => {
		assert.deepEqual(planLineage({ ...start, holders: [holder] }).map(nameRequest), [
			"model a/parent",
			"finetune a/own",
			"quantized a/own",
		]);
	});

	it("asks for nothing twice, in any case, and keeps to its budget", () => {
		const asked = new Set(["finetune a/OWN"]);
		const parents = [...start.parents, { repoId: "A/Parent", level: 2 }];
		assert.deepEqual(planLineage({ ...start, parents, asked, holders: [holder] }).map(nameRequest), [
			"model a/parent",
			"quantized a/own",
		]);
		assert.equal(planLineage({ ...start, holders: [holder], spent: 28 }, 30).length, 2);
		assert.deepEqual(planLineage({ ...start, holders: [holder], spent: 30 }, 30), []);
	});

	it("follows the most downloaded of each level, to the sixth", () => {
		const holders = [0, 1, 2, 3, 4].map((i) => ({ repoId: `b/${i}`, level: 1 }));
		const requests = planLineage({ parents: [], holders, asked: new Set(), spent: 0 });
		assert.deepEqual([...new Set(requests.map(({ repoId }) => repoId))], ["b/0", "b/1", "b/2"]);
		const deep = [{ repoId: "b/6", level: 6 }];
		assert.deepEqual(planLineage({ parents: [], holders: deep, asked: new Set(), spent: 0 }), []);
	});
});
