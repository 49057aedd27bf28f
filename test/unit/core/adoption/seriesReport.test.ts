import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { groupSeries, parseSeriesLine, type SeriesLine } from "../../../../src/core/adoption/seriesLine.ts";
import { reportSeries } from "../../../../src/core/adoption/seriesReport.ts";
import { dayMs } from "./sampleModel.ts";
import { firstMs, repeat } from "./sampleSeries.ts";

describe("lines of a series", () => {
	it("are read in any time zone, with unknown counters left unknown", () => {
		const at = (t: string) => parseSeriesLine(JSON.stringify({ id: "a/b", t }))?.reading.readAtMs;
		const noon = Date.UTC(2026, 0, 1, 12);
		assert.equal(at("2026-01-01T12:00:00Z"), noon);
		assert.equal(at("2026-01-01T14:00:00+02:00"), noon);
		assert.equal(at("2026-01-01T07:00:00.000-0500"), noon);
		assert.equal(at("2026-01-01T12:00:00"), noon);
		assert.equal(at("2026-01-01 12:00"), noon);
		assert.equal(at("2026-01-01"), Date.UTC(2026, 0, 1));
		assert.equal(at("2026-01-01T12:00:00.123456+00:00"), noon + 123);
		assert.equal(at("2026-01-01T14:00:00+02"), noon);
		assert.equal(at("2026-01-01 12:00:00 UTC"), noon);
		assert.equal(at("20260101T120000Z"), noon);
		assert.equal(at("20260101"), Date.UTC(2026, 0, 1));
		assert.deepEqual(parseSeriesLine('{"id":"a/b","t":"2026-01-01","dl30":null,"likes":3}')?.reading, {
			readAtMs: Date.UTC(2026, 0, 1),
			likes: 3,
		});
	});

	it("may tell seconds or milliseconds since the epoch, and begin with a byte order mark", () => {
		const noon = Date.UTC(2026, 0, 1, 12);
		const at = (t: number) => parseSeriesLine(JSON.stringify({ id: "a/b", t }))?.reading.readAtMs;
		assert.deepEqual([at(noon), at(noon / 1000)], [noon, noon]);
		assert.equal(parseSeriesLine('\uFEFF{"id":"a/b","t":"2026-01-01"}')?.repoId, "a/b");
	});

	it("are not refused for a field that is no part of the format", () => {
		const odd = '{"id":"a/b","t":"2026-01-01","dl30":7,"trend":"high","createdAt":"long ago","params":[]}';
		assert.deepEqual(parseSeriesLine(odd), {
			repoId: "a/b",
			reading: { readAtMs: Date.UTC(2026, 0, 1), downloads30d: 7 },
		});
	});

	it("are refused where they are no readings", () => {
		for (const text of [
			"",
			"{",
			"[]",
			'{"id":"a/b"}',
			'{"id":"","t":"2026-01-01"}',
			'{"id":"a/b","t":"yesterday"}',
			'{"id":"a/b","t":"2026-13-45T99:00:00Z"}',
			'{"id":"a/b","t":"2026-02-30"}',
			'{"id":"a/b","t":"2026-02-30T12:00:00Z"}',
			'{"id":"a/b","t":1e300}',
			'{"id":"a/b","t":true}',
			'{"id":7,"t":"2026-01-01"}',
			'{"id":"a/b","t":"2026-01-01","dl30":-1}',
			'{"id":"a/b","t":"2026-01-01","dl30":"many"}',
		]) {
			assert.equal(parseSeriesLine(text), undefined, text);
		}
	});

	it("come together by model, in order of time", () => {
		const lines = ["2026-01-03", "2026-01-01"].flatMap((t) =>
			["b", "a"].flatMap((id) => parseSeriesLine(JSON.stringify({ id, t, dl30: 1 })) ?? []),
		);
		const series = groupSeries(lines);
		assert.deepEqual(
			series.map(({ repoId }) => repoId),
			["b", "a"],
		);
		assert.ok((series[0]?.readings[0]?.readAtMs ?? 0) < (series[0]?.readings[1]?.readAtMs ?? 0));
	});
});

describe("lines with the same time", () => {
	it("are one reading, in which the later line counts", () => {
		const t = "2026-01-01";
		const lines = [
			{ id: "a", t, dl30: 1, likes: 5 },
			{ id: "a", t, dl30: 2, all: 9 },
			{ id: "a", t: "2026-01-02", dl30: 3 },
		].flatMap((line) => parseSeriesLine(JSON.stringify(line)) ?? []);
		assert.deepEqual(groupSeries(lines)[0]?.readings, [
			{ readAtMs: Date.UTC(2026, 0, 1), downloads30d: 2, likes: 5, downloadsAllTime: 9 },
			{ readAtMs: Date.UTC(2026, 0, 2), downloads30d: 3 },
		]);
	});
});

describe("reports of series", () => {
	it("are the same in whatever order the lines come, by model or by day", () => {
		const lines = ["a/still", "b/moving", "c/moving"].flatMap((repoId, model) =>
			Array.from({ length: 30 }, (_, day): SeriesLine => {
				const moved = model === 0 && day > 9 && day < 14 ? 10 : day;
				const downloads30d = 5_000 + moved * 13;
				const downloadsAllTime = 90_000 + moved * 170 - (model === 2 && day > 20 ? 9_000 : 0);
				return { repoId, reading: { readAtMs: firstMs + day * dayMs, downloads30d, downloadsAllTime } };
			}),
		);
		const report = (ordered: readonly SeriesLine[]) =>
			[...reportSeries(groupSeries(ordered))].sort((a, b) => (a.repoId < b.repoId ? -1 : 1));
		const expected = report(lines);
		assert.deepEqual(
			expected.map(({ stalls, jumps }) => [stalls.length, jumps.length]),
			[
				[1, 0],
				[0, 0],
				[0, 1],
			],
		);
		fc.assert(
			fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
				assert.deepEqual(report(shuffled), expected);
			}),
			{ numRuns: 25 },
		);
	});

	it("suspect downloads that nobody likes, as if nothing were derived from the model", () => {
		const flags = (downloads30d: number, likes?: number) =>
			reportSeries([
				{
					repoId: "maker/model",
					readings: [{ readAtMs: firstMs, downloads30d, ...(likes === undefined ? {} : { likes }) }],
				},
			])[0]?.flags;
		assert.deepEqual(flags(20_000, 0), ["shortHistory", "ciNoiseSuspected"]);
		assert.deepEqual(flags(20_000, 1), ["shortHistory"]);
		assert.deepEqual(flags(20_000), ["shortHistory"]);
		assert.deepEqual(flags(900, 0), ["shortHistory"]);
	});
});

describe("npm run series", function () {
	this.timeout(120_000);
	let folder: string;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), "series-"));
	});
	after(() => rmSync(folder, { recursive: true }));

	function run(text: string): { rows: Record<string, unknown>[]; errors: string; status: number | null } {
		const file = join(folder, "series.jsonl");
		writeFileSync(file, text);
		const done = spawnSync(process.execPath, ["--import=tsx", "scripts/series.ts", file], {
			encoding: "utf8",
		});
		const rows = done.stdout
			.split("\n")
			.filter((line) => line !== "")
			.map((line): Record<string, unknown> => JSON.parse(line));
		return { rows, errors: done.stderr, status: done.status };
	}

	it("prints days, stalls, jumps, growth, momentum and flags of each model", () => {
		const lines: string[] = ["not a reading"];
		let all = 100_000;
		const gains = [0, ...repeat(100, 21), ...repeat(150, 7)];
		gains.forEach((gain, day) => {
			all += gain;
			const t = new Date(firstMs + day * dayMs).toISOString();
			lines.push(JSON.stringify({ id: "grown/model", t, dl30: 3_000 + day, likes: 40, all }));
			const stuck = day < 10 || day > 14 ? 5_000 + day * 10 : 5_090;
			lines.push(JSON.stringify({ id: "stuck/model", t, dl30: day > 20 ? 20_000 + day : stuck, likes: 9 }));
			lines.push(
				JSON.stringify({
					id: "org/tiny-random-llama",
					t,
					dl30: 90_000 + day,
					likes: 0,
					createdAt: "2026-01-26",
				}),
			);
		});
		const { rows, errors, status } = run(lines.reverse().join("\n"));
		assert.equal(status, 0);
		assert.match(errors, /Left out .*: 1 lines of .*series\.jsonl, line 88$/m);
		const byId = new Map(rows.map((row) => [row["id"], row]));
		assert.deepEqual(byId.get("grown/model"), {
			id: "grown/model",
			days: 29,
			stalls: [],
			jumps: [],
			growth: 0.5,
			momentum: null,
			flags: [],
		});
		assert.deepEqual(byId.get("stuck/model"), {
			id: "stuck/model",
			days: 29,
			stalls: [["2026-01-10", "2026-01-15"]],
			jumps: [["2026-01-22", 3.85]],
			growth: null,
			momentum: null,
			flags: ["stalledCounter"],
		});
		assert.deepEqual(byId.get("org/tiny-random-llama")?.["flags"], ["new", "ciNoiseSuspected"]);
	});

	it("has a momentum where the date of release is told", () => {
		const t = "2026-04-11T00:00:00Z";
		const row = { id: "a/b", t, dl30: 6_000, likes: 1, all: 10_000, createdAt: "2026-01-01T00:00:00Z" };
		assert.equal(run(JSON.stringify(row)).rows[0]?.["momentum"], 2);
	});

	it("says so where there is nothing to read", () => {
		const { rows, errors, status } = run("\n\n");
		assert.deepEqual([rows, status], [[], 1]);
		assert.match(errors, /no readings/);
	});
});
