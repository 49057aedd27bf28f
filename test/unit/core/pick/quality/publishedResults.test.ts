import assert from "node:assert/strict";
import { parseEvaluations } from "../../../../../src/core/pick/quality/calibration/evaluationSeries.ts";
import table from "../../../../../src/core/pick/quality/calibration/publishedResults.json" with {
	type: "json",
};
import { listPublishedSeries } from "../../../../../src/core/pick/quality/calibration/publishedResults.ts";
import { qualityTasks } from "../../../../../src/core/pick/quality/qualityTask.ts";

describe("published results", () => {
	it("have a source, a date, one result a column and each model once", () => {
		for (const { source, date, benchmarks, results } of table.suites) {
			assert.match(source, /^[\w.-]+\/[\w.-]+ .*@[0-9a-f]{7,10}/);
			assert.match(date, /^20\d\d-\d\d(?:-\d\d)?$/);
			const columns = Object.keys(benchmarks).length;
			for (const line of results) {
				assert.match(line, /^[\w.-]+\/[\w.-]+(?: (?:-|\d+(?:\.\d+)?))+$/);
				assert.equal(line.split(" ").length, columns + 1, line);
			}
			const ids = results.map((line) => line.split(" ")[0]?.toLowerCase());
			assert.equal(new Set(ids).size, ids.length, source);
		}
	});

	it("are read as series of known work", () => {
		const published = listPublishedSeries();
		const series = parseEvaluations(published);
		assert.equal(series.length, Object.keys(published).length);
		for (const { benchmark, task, values } of series) {
			assert.equal(task, published[benchmark]?.task);
			assert.ok(qualityTasks.includes(task) && values.size >= 8, benchmark);
		}
		assert.equal(published["BFCL v4"]?.values["zai-org/GLM-4.6"], 72.38);
		assert.equal(published["Swallow GPQA"]?.values["Qwen/Qwen3-8B"], 0.561);
	});

	it("take runs of one test by several suites for one test", () => {
		const [own, other, another, both] = parseEvaluations({
			a: { ...listPublishedSeries()["Swallow MMLU-Pro"], benchmark: "Swallow MMLU-Pro" },
			b: { ...listPublishedSeries()["Swallow MMLU-Pro"], benchmark: "HELM MMLU-Pro" },
			c: { ...listPublishedSeries()["Swallow GPQA"], benchmark: "HELM GPQA" },
			d: { ...listPublishedSeries()["Swallow GPQA"], benchmark: "Index of MMLU-Pro and GPQA" },
		}).map(({ tests }) => tests);
		assert.deepEqual(own, other);
		assert.notDeepEqual(own, another);
		assert.deepEqual(both, [...(own ?? []), ...(another ?? [])]);
	});
});
