import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { formatDay, toDay } from "../../../src/core/adoption/days.ts";
import { groupSeries, parseSeriesLine } from "../../../src/core/adoption/seriesLine.ts";
import {
	type ReadingSeries,
	reportSeries,
	type SeriesReport,
} from "../../../src/core/adoption/seriesReport.ts";
import { explainMissingRecordings, findRecording } from "./recordedHub.ts";

const missing = explainMissingRecordings();

describe(`recorded series of the 30-day counter${missing === undefined ? "" : ` (skipped: ${missing})`}`, function () {
	this.timeout(120_000);
	let series: ReadonlyMap<string, ReadingSeries>;
	let reports: ReadonlyMap<string, SeriesReport>;

	before(function () {
		if (missing !== undefined) {
			this.skip();
		}
		const lines = readFileSync(findRecording("series.jsonl"), "utf8").trim().split("\n");
		const known = lines.flatMap((line) => parseSeriesLine(line) ?? []);
		const read = groupSeries(known);
		series = new Map(read.map((each) => [each.repoId, each]));
		reports = new Map(reportSeries(read).map((report) => [report.repoId, report]));
		assert.equal(
			read.reduce((sum, { readings }) => sum + readings.length, 0),
			new Set(known.map(({ repoId, reading }) => `${repoId} ${reading.readAtMs}`)).size,
		);
		assert.equal(known.length, lines.length);
	});

	const spell = (repoId: string) =>
		reports
			.get(repoId)
			?.stalls.map(({ fromMs, toMs }) => `${formatDay(toDay(fromMs))} ${formatDay(toDay(toMs))}`);

	it("holds far more than 20 models from day to day, and their stalls are found", () => {
		const daily = [...reports.values()].filter(({ days }) => days >= 5);
		assert.equal(daily.length, 1005);
		const stalled = daily.filter(({ stalls }) => stalls.length > 0);
		assert.ok(stalled.length > 100 && stalled.length < 200, String(stalled.length));
	});

	it("shows what the Hub's maintainers were told of: counters that stood at 0 or 2 while people came", () => {
		assert.deepEqual(spell("Comfy-Org/MiniMax-H3"), ["2026-08-03 2026-08-06"]);
		assert.deepEqual(spell("Kijai/MiniMax-H3_comfy"), ["2026-08-08 2026-08-16"]);
		assert.deepEqual(spell("engineering-group/EngGPT2-16B-A3B"), ["2026-05-01 2026-05-04"]);
		const [jump] = reports.get("Comfy-Org/MiniMax-H3")?.jumps ?? [];
		assert.deepEqual([formatDay(toDay(jump?.atMs ?? 0)), jump?.ratio], ["2026-08-06", 2295377 / 2]);
	});

	it("does not take the days on which the Hub refreshed nothing for stalls of its models", () => {
		for (const repoId of [
			"Qwen/Qwen3.5-9B",
			"Lightricks/LTX-2.3",
			"fishaudio/s2-pro",
			"Tesslate/OmniCoder-9B",
		]) {
			const still = series
				.get(repoId)
				?.readings.filter(({ readAtMs }) =>
					["2026-03-17", "2026-03-19"].includes(formatDay(toDay(readAtMs))),
				);
			assert.equal(new Set(still?.map(({ downloads30d }) => downloads30d)).size, 1, repoId);
			assert.deepEqual(spell(repoId), [], repoId);
		}
	});

	it("moves in no stall that is found, and hardly ever stalls where many come", () => {
		let popular = 0;
		for (const { repoId, stalls } of reports.values()) {
			for (const { fromMs, toMs } of stalls) {
				const within = series
					.get(repoId)
					?.readings.filter(({ readAtMs }) => readAtMs >= fromMs && readAtMs <= toMs);
				assert.equal(new Set(within?.map(({ downloads30d }) => downloads30d)).size, 1, repoId);
				popular += (within?.[0]?.downloads30d ?? 0) >= 10_000 ? 1 : 0;
			}
		}
		assert.equal(popular, 0);
	});

	it("has no growth, since it has no all-time counter", () => {
		assert.ok(
			[...reports.values()].every(({ growth, momentum }) => growth === undefined && momentum === undefined),
		);
	});
});
