import assert from "node:assert/strict";
import { FamilyTree } from "../../../../../src/core/adoption/lineage/familyTree.ts";
import { layOutLineage } from "../../../../../src/core/adoption/lineage/layOutLineage.ts";
import {
	type LineageEnd,
	type LineageSource,
	type LineageStep,
	walkLineage,
} from "../../../../../src/core/adoption/lineage/walkLineage.ts";
import { HubError } from "../../../../../src/core/hub/hubError.ts";
import type { Model } from "../../../../../src/core/model/model.ts";
import type { Relation } from "../../../../../src/core/model/relation.ts";
import { sampleModel } from "../sampleModel.ts";

const model = (repoId: string, downloads30d: number, relation?: Relation, ...repoIds: string[]) =>
	sampleModel({
		repoId,
		counters: { downloads30d },
		baseModels: { repoIds, ...(relation === undefined ? {} : { relation }) },
	});

/** A Hub that has these models, and answers to other cases and former names. */
class SmallHub implements LineageSource {
	readonly #models: readonly Model[];
	readonly #former: Readonly<Record<string, string>>;
	readonly asked: string[] = [];
	failure: HubError | undefined;

	constructor(models: readonly Model[], former: Readonly<Record<string, string>> = {}) {
		this.#models = models;
		this.#former = former;
	}

	async readModel(repoId: string): Promise<Model> {
		this.asked.push(repoId);
		const now = this.#former[repoId] ?? repoId;
		const found = this.#models.find((each) => each.repoId.toLowerCase() === now.toLowerCase());
		if (this.failure !== undefined || found === undefined) {
			throw this.failure ?? new HubError("notFound", "");
		}
		return found;
	}

	async listChildren(repoId: string, relation: Relation): Promise<readonly Model[]> {
		this.asked.push(`${relation} of ${repoId}`);
		return this.#models.filter(
			({ baseModels }) => baseModels?.relation === relation && baseModels.repoIds.includes(repoId),
		);
	}
}

async function walk(
	hub: SmallHub,
	start: Model,
	budget = 100,
): Promise<{ end: LineageEnd; steps: LineageStep[]; rows: string[] }> {
	const steps: LineageStep[] = [];
	const { signal } = new AbortController();
	const end = await walkLineage(start, hub, (step) => steps.push(step), { signal, budget });
	const renamed = new Map(steps.flatMap(({ renamed }) => (renamed ? [[renamed.from, renamed.to]] : [])));
	const models = [start, ...steps.flatMap((step) => step.models)];
	return { end, steps, rows: draw(new FamilyTree(models, renamed), start.repoId) };
}

function draw(tree: FamilyTree, repoId: string): string[] {
	return layOutLineage(tree, repoId).map(
		({ depth, relation, repoId: id, place, alsoFrom, hiddenChildren }) =>
			`${"  ".repeat(depth)}${relation ?? "–"} ${id}${place === "self" ? " *" : ""}${
				alsoFrom.length > 0 ? ` + ${alsoFrom.join(", ")}` : ""
			}${hiddenChildren > 0 ? ` (${hiddenChildren} more)` : ""}`,
	);
}

describe("reading a lineage", () => {
	const base = model("Maker/Base", 90);
	const chat = model("Maker/Chat", 50, "finetune", "maker/BASE");
	const quant = model("a/Chat-GGUF", 10, "quantized", "Maker/Chat");
	const merge = model("b/merge", 5, "merge", "Maker/Chat", "gone/model");
	const merged = model("b/merge-GGUF", 4, "quantized", "b/merge");

	it("goes up to the root and down by relation, through other cases and former names", async () => {
		const hub = new SmallHub([base, chat, quant, merge, merged], { "Maker/Chat-Preview": "Maker/Chat" });
		assert.deepEqual((await walk(hub, chat)).rows, [
			"– Maker/Base",
			"  finetune Maker/Chat *",
			"    merge b/merge + gone/model",
			"      quantized b/merge-GGUF",
			"    quantized a/Chat-GGUF",
		]);
		const old = model("c/old", 1, "adapter", "Maker/Chat-Preview");
		const { rows, steps } = await walk(
			new SmallHub([base, chat, old], { "Maker/Chat-Preview": "Maker/Chat" }),
			old,
		);
		assert.deepEqual(rows, ["– Maker/Base", "  finetune Maker/Chat", "    adapter c/old *"]);
		assert.deepEqual(
			steps.flatMap(({ renamed }) => renamed ?? []),
			[
				{ from: "Maker/Chat-Preview", to: "Maker/Chat" },
				{ from: "maker/BASE", to: "Maker/Base" },
			],
		);
	});

	it("tells of missing parents, and goes on", async () => {
		const { rows, steps, end } = await walk(new SmallHub([base, chat, merge]), merge);
		assert.deepEqual(rows, ["– Maker/Base", "  finetune Maker/Chat", "    merge b/merge * + gone/model"]);
		assert.deepEqual(
			steps.flatMap(({ missing }) => missing ?? []),
			["gone/model"],
		);
		assert.equal(end, "complete");
		const orphan = model("d/orphan", 1, "finetune", "gone/model");
		assert.deepEqual((await walk(new SmallHub([orphan]), orphan)).rows, [
			"– gone/model",
			"  finetune d/orphan *",
		]);
	});

	it("ends in cycles, and after six levels up and down", async () => {
		const one = model("x/one", 1, "finetune", "x/two");
		const two = model("x/two", 3, "finetune", "x/one");
		const round = new SmallHub([one, two]);
		assert.deepEqual((await walk(round, one)).rows, ["– x/two + x/one", "  finetune x/one *"]);
		assert.equal(new Set(round.asked).size, round.asked.length);
		const chain = Array.from({ length: 20 }, (_, i) =>
			i === 0 ? model("m/0", 1) : model(`m/${i}`, 1, "finetune", `m/${i - 1}`),
		);
		const middle = chain[9];
		assert.ok(middle);
		const { rows } = await walk(new SmallHub(chain), middle, 1_000);
		assert.equal(rows.length, 13);
		assert.equal(rows[0], "– m/3 + m/2");
		assert.match(rows.at(-1) ?? "", /finetune m\/15 \(1 more\)$|finetune m\/15$/);
	});

	it("asks at most as often as it may, parents first, nothing twice, and says that there is more", async () => {
		const hub = new SmallHub([base, chat, quant, merge, merged]);
		const { end, steps } = await walk(hub, chat, 3);
		assert.equal(end, "budget");
		assert.deepEqual(hub.asked, ["maker/BASE", "finetune of Maker/Chat", "adapter of Maker/Chat"]);
		assert.equal(steps.at(-1)?.spent, 3);
		const whole = new SmallHub([base, chat, quant, merge, merged]);
		assert.equal((await walk(whole, chat)).end, "complete");
		assert.equal(new Set(whole.asked).size, whole.asked.length);
	});

	it("stops when it is told to, and when the Hub fails, with what it has", async () => {
		const stopping = new AbortController();
		let told = 0;
		const end = await walkLineage(
			chat,
			new SmallHub([base, chat, quant]),
			() => {
				told++;
				stopping.abort();
			},
			{ signal: stopping.signal },
		);
		assert.equal(end, "cancelled");
		assert.equal(told, 1);
		const failing = new SmallHub([base, chat]);
		failing.failure = new HubError("rateLimited", "");
		await assert.rejects(walk(failing, chat), { code: "rateLimited" });
	});
});

describe("the rows of a lineage", () => {
	it("show the most downloaded of each relation, and say how many more are known", () => {
		const children = Array.from({ length: 9 }, (_, i) => model(`q/${i}`, i, "quantized", "m/base"));
		const rows = draw(new FamilyTree([model("m/base", 9), ...children]), "m/base");
		assert.deepEqual(rows, ["– m/base * (4 more)", ...[8, 7, 6, 5, 4].map((i) => `  quantized q/${i}`)]);
	});

	it("are one where nothing else is known", () => {
		assert.deepEqual(draw(new FamilyTree([]), "no/body"), ["– no/body *"]);
	});
});
