import assert from "node:assert/strict";
import fc from "fast-check";
import { computeEcosystem } from "../../../../../src/core/adoption/ecosystem/computeEcosystem.ts";
import { computeGini } from "../../../../../src/core/adoption/ecosystem/concentration.ts";
import { chartIds } from "../../../../../src/core/adoption/ecosystem/ecosystemChart.ts";
import type { Model } from "../../../../../src/core/model/model.ts";
import { daysAgo, nowMs, sampleModel } from "../sampleModel.ts";
import { compute, findChart, listRows } from "./sampleEcosystem.ts";

function model(repoId: string, downloads30d: number | undefined, facts: Partial<Model> = {}): Model {
	return sampleModel({
		repoId,
		counters: downloads30d === undefined ? {} : { downloads30d },
		baseModels: { repoIds: [] },
		...facts,
	});
}

const sized = (billions: number): Partial<Model> => ({
	parameters: { total: { value: billions * 1e9, basis: "read", from: "safetensorsTotal" } },
});

describe("concentration", () => {
	it("has the Gini coefficient of hand-computed examples", () => {
		assert.equal(computeGini([1, 1, 1, 1]), 0);
		assert.equal(computeGini([1, 0, 0, 0]), 0.75);
		// Ascending 1, 2, 3, 4: (2 × (1 + 4 + 9 + 16) ÷ (4 × 10)) − 5 ÷ 4 = 0.25.
		assert.equal(computeGini([4, 3, 2, 1]), 0.25);
		assert.equal(computeGini([0, 0]), undefined);
		assert.equal(computeGini([]), undefined);
		const amounts = fc.array(fc.nat(1e9), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(amounts, (each) => {
				const gini = computeGini(each.sort((a, b) => b - a));
				assert.ok(gini === undefined || (gini >= -1e-9 && gini < 1));
			}),
		);
	});

	it("is the share of the top k and the curve beneath it, with the models behind", async () => {
		const models = Array.from({ length: 10 }, (_, i) => model(`a/m${i}`, i === 3 ? 55 : 5));
		const ecosystem = await compute([...models, model("a/unknown", undefined)]);
		const { rows, counted, unknown } = findChart(ecosystem, "concentration");
		assert.deepEqual(
			[rows.map(({ key, values }) => [key, values[0]]), counted, unknown],
			[
				[
					["1", 0.55],
					["10", 1],
				],
				10,
				1,
			],
		);
		assert.deepEqual(ecosystem.listModelIds(rows[0]?.members[0] ?? new Int32Array()), ["a/m3"]);
		const curve = findChart(ecosystem, "concentrationCurve").rows;
		assert.deepEqual(
			curve.map(({ values }) => Number(values[0]?.toFixed(2))),
			[0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 1],
		);
		assert.deepEqual(
			curve.map(({ members }) => members[0]?.length),
			[0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
		);
	});
});

describe("state of the ecosystem", function () {
	this.timeout(120_000);

	it("has the mean and median size by month of creation, and leaves out what is not known", async () => {
		const may = { createdAtMs: Date.UTC(2026, 4, 1) };
		const march = { createdAtMs: Date.UTC(2026, 2, 31, 23) };
		const ecosystem = await compute([
			model("a/1", 9, { ...may, ...sized(1) }),
			model("a/2", 8, { ...may, ...sized(2) }),
			model("a/3", 7, { ...may, ...sized(9) }),
			model("a/4", 6, { ...march, ...sized(4) }),
			model("a/5", 5, march),
			model("a/6", 4, sized(3)),
		]);
		assert.deepEqual(listRows(ecosystem, "sizes"), [
			["2026-03", [4e9, 4e9], [["a/4"]]],
			["2026-04", [undefined, undefined], [[]]],
			["2026-05", [4e9, 2e9], [["a/1", "a/2", "a/3"]]],
		]);
		assert.equal(findChart(ecosystem, "sizes").unknown, 2);
	});

	it("tells organizations, countries and individuals apart where the table knows them", async () => {
		const ecosystem = await compute([
			model("Qwen/a", 60),
			model("deepseek-ai/b", 20),
			model("bartowski/c", 15),
			model("nobody-knows/d", 5),
		]);
		assert.deepEqual(listRows(ecosystem, "builders"), [
			["organization", [80, 0.8, 2], [["Qwen/a", "deepseek-ai/b"]]],
			["individual", [15, 0.15, 1], [["bartowski/c"]]],
			["unknown", [5, 0.05, 1], [["nobody-knows/d"]]],
		]);
		assert.deepEqual(
			listRows(ecosystem, "countries").map(([key]) => key),
			["CN", "unknown"],
		);
	});

	it("gathers families to six levels, in any case, through missing parents and cycles", async () => {
		const child = (repoId: string, parent: string, downloads = 1) =>
			model(repoId, downloads, { baseModels: { relation: "finetune", repoIds: [parent] } });
		const ecosystem = await compute([
			model("Maker/Base", 100),
			child("a/l1", "maker/base", 10),
			child("a/l2", "a/l1"),
			child("b/one", "Gone/Base"),
			child("b/two", "gone/base"),
			child("c/x", "c/y"),
			child("c/y", "c/x"),
			model("d/alone", 50),
		]);
		const rows = listRows(ecosystem, "families");
		assert.deepEqual(rows[0], ["Maker/Base", [2, 111, 100], [["Maker/Base", "a/l1", "a/l2"]]]);
		assert.deepEqual(rows[1], ["Gone/Base", [2, 2, undefined], [["b/one", "b/two"]]]);
		assert.ok(!rows.some(([key]) => key === "d/alone"));
	});

	it("gathers what is built on families by the names that people call them", async () => {
		const child = (repoId: string, parent: string, downloads: number) =>
			model(repoId, downloads, { baseModels: { relation: "quantized", repoIds: [parent] } });
		const ecosystem = await compute([
			model("Qwen/Qwen3-8B", 100),
			child("a/one", "Qwen/Qwen3-8B", 10),
			child("a/two", "Qwen/QwQ-32B", 5),
			child("a/three", "meta-llama/Meta-Llama-3-8B", 4),
			child("a/four", "somebody/llamarama", 3),
			model("google/gemma-3-4b-it", 50),
		]);
		assert.deepEqual(listRows(ecosystem, "familyNames"), [
			["Qwen", [2, 115], [["Qwen/Qwen3-8B", "a/one", "a/two"]]],
			["Llama", [1, 4], [["a/three"]]],
			["others", [1, 3], [["a/four"]]],
		]);
	});

	it("does not take the Hub's oldest date for a day on which models were made", async () => {
		const oldest = { createdAtMs: Date.parse("2022-03-02T23:29:04.000Z"), ...sized(1) };
		const ecosystem = await compute([
			model("a/old", 2, oldest),
			model("a/new", 1, { createdAtMs: Date.UTC(2022, 2, 5), ...sized(2) }),
		]);
		assert.deepEqual(listRows(ecosystem, "sizes"), [["2022-03", [2e9, 2e9], [["a/new"]]]]);
		assert.equal(findChart(ecosystem, "relations").unknown, 1);
	});

	it("counts relations, licenses and formats by month", async () => {
		const may = { createdAtMs: Date.UTC(2026, 4, 3) };
		const ecosystem = await compute([
			model("a/base", 3, { ...may, license: { id: "mit", origin: "tag" }, formats: ["gguf", "safetensors"] }),
			model("a/quant", 2, { ...may, baseModels: { relation: "quantized", repoIds: ["a/base"] } }),
			sampleModel({ repoId: "a/untold", ...may, formats: [] }),
		]);
		const relations = findChart(ecosystem, "relations");
		assert.deepEqual(
			relations.columns.map(({ id }) => id),
			["base", "finetune", "adapter", "merge", "quantized"],
		);
		assert.deepEqual(relations.rows[0]?.values, [1, 0, 0, 0, 1]);
		assert.equal(relations.unknown, 1);
		const licenses = findChart(ecosystem, "licenses");
		assert.deepEqual(
			licenses.columns.map(({ id }, i) => [id, licenses.rows[0]?.values[i]]),
			[
				["notStated", 2],
				["mit", 1],
				["others", 0],
			],
		);
		const formats = findChart(ecosystem, "formats");
		assert.deepEqual(
			formats.columns.map(({ id }, i) => [id, formats.rows[0]?.values[i]]),
			[
				["safetensors", 2],
				["gguf", 1],
				["others", 0],
			],
		);
		assert.deepEqual([formats.counted, formats.unknown], [2, 1]);
	});

	it("shows cadence, attention by age, communities and what is rising", async () => {
		const released = (days: number, trendingScore: number): Partial<Model> => ({
			createdAtMs: daysAgo(days),
			counters: { downloads30d: 300, trendingScore, likes: 1 },
			task: "robotics",
		});
		const ecosystem = await compute([
			...[1, 2, 3, 4, 5, 6].map((i) => model(`fast/${i}`, 0, released(i, i * 10))),
			model("slow/1", 0, released(100, 1)),
			model("slow/2", 0, released(160, 1)),
		]);
		assert.deepEqual(
			listRows(ecosystem, "cadence").map(([key, values]) => [key, values]),
			[
				["fast", [6, 1]],
				["slow", [2, 60]],
			],
		);
		const [first, second] = findChart(ecosystem, "attention").rows;
		assert.equal(first?.values[0], 35);
		assert.deepEqual(second?.values, [undefined, undefined]);
		assert.equal(listRows(ecosystem, "communities")[0]?.[0], "robotics");
		assert.equal(listRows(ecosystem, "rising")[0]?.[0], "fast/6");
	});

	it("is narrowed to a language, a task, a license", async () => {
		const models = [
			model("a/pl", 4, { languages: ["pl", "en"], task: "text-generation" }),
			model("a/en", 3, { languages: ["en"], task: "translation", license: { id: "mit", origin: "tag" } }),
			model("a/untold", 2),
		];
		const narrowed = async (filter: Parameters<typeof compute>[1]) => (await compute(models, filter)).models;
		assert.equal(await narrowed({}), 3);
		assert.equal(await narrowed({ languages: ["pl"] }), 1);
		assert.equal(await narrowed({ languages: ["en"] }), 2);
		assert.equal(await narrowed({ languages: ["en"], tasks: ["translation"], licenses: ["mit"] }), 1);
		assert.equal(await narrowed({ tasks: ["none"] }), 0);
		assert.equal(await narrowed({ owners: ["A"] }), 3);
		assert.equal(await narrowed({ owners: ["b"] }), 0);
	});

	it("has every chart, also of nothing, and says what dates it is of", async () => {
		const nothing = await compute([]);
		assert.deepEqual(
			nothing.charts.map(({ id }) => id),
			chartIds,
		);
		assert.equal(nothing.readToMs, undefined);
		const some = await compute([model("a/a", 1), model("a/b", 1, { readAtMs: daysAgo(9) })]);
		assert.deepEqual([some.readFromMs, some.readToMs], [daysAgo(9), nowMs]);
	});

	it("lets others run, and stops when it is told", async () => {
		const models = Array.from({ length: 20_000 }, (_, i) => model(`a/${i}`, i));
		let clock = 0;
		let pauses = 0;
		const controller = new AbortController();
		const turns = {
			nowMs: () => (clock += 11),
			pause: async () => {
				pauses++;
			},
		};
		await computeEcosystem(models, {}, turns);
		assert.ok(pauses > 40, String(pauses));
		controller.abort(new Error("closed"));
		await assert.rejects(computeEcosystem(models, {}, turns, controller.signal), /closed/);
	});
});
