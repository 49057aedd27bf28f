import assert from "node:assert/strict";
import { parseCsv } from "../../../../../src/core/adoption/csv.ts";
import {
	type EcosystemWords,
	exportChartCsv,
	exportMarkdown,
} from "../../../../../src/core/adoption/ecosystem/exportEcosystem.ts";
import { sampleModel } from "../sampleModel.ts";
import { compute, findChart } from "./sampleEcosystem.ts";

const words: EcosystemWords = {
	title: "State",
	introduction: "Of 2 models.",
	nameChart: ({ id }) => `chart ${id}`,
	describeChart: ({ counted, unknown }) => `Of ${counted}, without ${unknown}.`,
	nameKeys: () => "Key",
	nameColumn: ({ id }) => id,
	nameKey: (_chart, { key }) => key,
	formatValue: (value) => value.toFixed(2),
};

describe("export of the ecosystem", () => {
	const models = ["a/one", "b_c/two|x"].map((repoId, i) =>
		sampleModel({ repoId, task: "translation", counters: { downloads30d: 30 - 20 * i } }),
	);

	it("writes a chart's numbers and models as CSV", async () => {
		const ecosystem = await compute(models);
		assert.deepEqual(parseCsv(exportChartCsv(ecosystem, findChart(ecosystem, "tasks"))), [
			["key", "downloads", "shareOfDownloads", "models", "models"],
			["translation", "40", "1", "2", "a/one b_c/two|x"],
		]);
		const rising = exportChartCsv(ecosystem, findChart(ecosystem, "rising"));
		assert.equal(rising.trim().split("\r\n").length, 1);
	});

	it("writes everything as Markdown in the words it is given, and lets no name be markup", async () => {
		const named = models.map((model) => ({ ...model, counters: { ...model.counters, trendingScore: 3 } }));
		const text = exportMarkdown(await compute(named), words);
		assert.match(text, /^# State\n\nOf 2 models\.\n/);
		assert.ok(
			text.includes("## chart tasks\n\nOf 2, without 0.\n\n| Key | downloads | shareOfDownloads | models |"),
		);
		assert.ok(text.includes("| translation | 40.00 | 1.00 | 2.00 |"));
		assert.ok(text.includes("| b\\_c/two\\|x | 3.00 |"));
	});
});
