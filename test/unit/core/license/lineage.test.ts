import assert from "node:assert/strict";
import { listExcludedTerritories } from "../../../../src/core/license/excludedTerritories.ts";
import { judgeLineage } from "../../../../src/core/license/judgeLineage.ts";
import { type Ancestor, listAncestors } from "../../../../src/core/license/lineage.ts";
import type { DeclaredLicense, Model } from "../../../../src/core/model/model.ts";

function license(id: string, name?: string): DeclaredLicense {
	return { id, origin: "tag", ...(name === undefined ? {} : { name }) };
}

function model(repoId: string, bases: readonly string[], own?: DeclaredLicense): Model {
	return {
		repoId,
		formats: [],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		baseModels: { relation: "finetune", repoIds: bases },
		...(own === undefined ? {} : { license: own }),
	};
}

function ancestor(own?: DeclaredLicense): Ancestor {
	return { repoId: "acme/base", depth: 1, isKnown: true, ...(own === undefined ? {} : { license: own }) };
}

/** How a declared license stands to one ancestor's, with the codes of what is missing. */
function judge(declared: DeclaredLicense | undefined, theirs: DeclaredLicense | undefined): string {
	const [judged] = judgeLineage(declared, [ancestor(theirs)]);
	const missing = (judged?.missing ?? []).map(({ code }) => code);
	return [judged?.answer, judged?.conflict, ...missing].filter((word) => word !== undefined).join(" ");
}

describe("the line of ancestors", () => {
	it("is followed to its root, nearest first, each once", () => {
		const models = new Map(
			[
				model("acme/merge", ["acme/left", "acme/right"]),
				model("acme/left", ["acme/root"], license("mit")),
				model("acme/right", ["acme/root", "acme/lost"]),
				model("acme/root", [], license("llama3.1")),
			].map((each) => [each.repoId, each]),
		);
		const merge = models.get("acme/merge");
		assert.ok(merge);
		assert.deepEqual(
			listAncestors(merge, (id) => models.get(id)).map((each) => [
				each.repoId,
				each.depth,
				each.isKnown,
				each.license?.id,
			]),
			[
				["acme/left", 1, true, "mit"],
				["acme/right", 1, true, undefined],
				["acme/root", 2, true, "llama3.1"],
				["acme/lost", 2, false, undefined],
			],
		);
	});

	it("ends where statements run in a circle", () => {
		const models = new Map(
			[model("a/a", ["b/b"]), model("b/b", ["A/A", "b/b"])].map((each) => [each.repoId, each]),
		);
		const [first] = models.values();
		assert.ok(first);
		assert.deepEqual(
			listAncestors(first, (id) => models.get(id)).map(({ repoId }) => repoId),
			["b/b"],
		);
	});

	it("takes no inherited statement for the ancestor's own", () => {
		const base = model("acme/base", ["acme/root"], { ...license("mit"), origin: "inherited" });
		const [first] = listAncestors(model("acme/child", ["acme/base"]), (id) =>
			id === "acme/base" ? base : undefined,
		);
		assert.equal(first?.isKnown, true);
		assert.equal(first?.license, undefined);
	});
});

describe("a declared license beside an ancestor's", () => {
	it("carries terms that ask for no more", () => {
		assert.equal(judge(license("apache-2.0"), license("mit")), "carried");
		assert.equal(judge(license("mit"), license("apache-2.0")), "carried");
		assert.equal(judge(license("llama3.1"), license("llama3.1")), "carried");
		assert.equal(judge(license("cc-by-nc-4.0"), license("apache-2.0")), "carried");
		assert.equal(judge(license("cc-by-nc-sa-4.0"), license("cc-by-nc-4.0")), "carried");
	});

	it("does not free what an ancestor binds", () => {
		assert.equal(
			judge(license("apache-2.0"), license("llama3.1")),
			"conflict freer usePolicy sameTermsPassedOn userThreshold nameInProduct namePrefix",
		);
		assert.equal(judge(license("mit"), license("cc-by-nc-4.0")), "conflict freer nonCommercial");
		assert.equal(judge(license("gemma"), license("qwen", undefined)), "unknown");
		assert.equal(judge(license("gemma"), license("other", "qwen")), "conflict freer userThreshold");
		assert.equal(judge(license("mit"), license("gpl-3.0")), "conflict freer shareAlike");
	});

	it("is in conflict with one that lets no changed version be shared", () => {
		assert.equal(judge(license("cc-by-nd-4.0"), license("cc-by-nd-4.0")), "conflict noDerivatives");
		assert.equal(judge(undefined, license("cc-by-nd-4.0")), "conflict noDerivatives noDerivatives");
	});

	it("is unknown where either says nothing that is known", () => {
		assert.equal(judge(license("mit"), undefined), "unknown");
		assert.equal(judge(undefined, license("llama3.1")), "unknown");
		assert.equal(judge(license("other", "acme terms"), license("llama3.1")), "unknown");
		assert.equal(judge(license("mit"), license("other", "acme terms")), "unknown");
		assert.equal(judge({ ...license("llama3.1"), origin: "inherited" }, license("llama3.1")), "unknown");
	});

	it("comes out right for families whose license changed", () => {
		// Gemma 4 is Apache-2.0, Gemma 3 has terms of its own; DeepSeek R1 is MIT, V3's model license is not.
		assert.equal(judge(license("apache-2.0"), license("apache-2.0")), "carried");
		assert.equal(
			judge(license("apache-2.0"), license("gemma")),
			"conflict freer usePolicy sameTermsPassedOn providerMayRestrict",
		);
		assert.equal(judge(license("mit"), license("mit")), "carried");
		assert.equal(
			judge(license("mit"), license("other", "deepseek")),
			"conflict freer usePolicy sameTermsPassedOn",
		);
	});
});

describe("territories without rights", () => {
	it("are those of Llama 3.2's multimodal models, and not of its text models", () => {
		const llama = license("llama3.2");
		assert.deepEqual(listExcludedTerritories(llama, { task: "image-text-to-text" }), ["EU"]);
		assert.deepEqual(listExcludedTerritories(llama, { task: "text-generation" }), []);
		assert.deepEqual(listExcludedTerritories(llama, {}), ["EU"]);
		assert.deepEqual(listExcludedTerritories(license("llama3.1"), { task: "image-text-to-text" }), []);
	});

	it("are everybody's where the license says so", () => {
		const hunyuan = license("other", "tencent-hunyuan-community");
		assert.deepEqual(listExcludedTerritories(hunyuan, { task: "text-generation" }), ["EU", "GB", "KR"]);
	});
});
