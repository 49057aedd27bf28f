import assert from "node:assert/strict";
import { listDailyDownloads } from "../../../../src/core/adoption/dailyDownloads.ts";
import { dayMs } from "./sampleModel.ts";
import { firstMs, gainDaily, readDaily, repeat } from "./sampleSeries.ts";

const firstDayMs = Date.UTC(2026, 0, 1);

describe("downloads a day for a chart", () => {
	const values = (...parameters: Parameters<typeof listDailyDownloads>) =>
		listDailyDownloads(...parameters).points.map(({ value }) => value);

	it("are the differences of the all-time counter, each on its day", () => {
		const { points, knownDays, gapDays, releaseAt } = listDailyDownloads(
			gainDaily([100, 120, 90]),
			undefined,
		);
		assert.deepEqual(points, [
			{ atMs: firstDayMs + dayMs, value: 100 },
			{ atMs: firstDayMs + 2 * dayMs, value: 120 },
			{ atMs: firstDayMs + 3 * dayMs, value: 90 },
		]);
		assert.deepEqual([knownDays, gapDays, releaseAt], [3, {}, undefined]);
	});

	it("have gaps, not zeros, where the counter stood still or was rolled back", () => {
		const stood = gainDaily([100, 100, 0, 0, 0, 100, 100]);
		assert.deepEqual(values(stood, undefined), [100, 100, null, 100, 100]);
		assert.deepEqual(listDailyDownloads(stood, undefined).gapDays, { stalled: 3 });
		const back = gainDaily([100, 100, -50_000, 100, 100]);
		assert.deepEqual(values(back, undefined), [100, 100, null, 100, 100]);
	});

	it("share out what came late, and leave open what nobody read for over a week", () => {
		assert.deepEqual(values(gainDaily([100, 100, 0, 200, 100]), undefined), [100, 100, 100, 100, 100]);
		const away = gainDaily([100, 100, ...repeat(100, 10), 100]).filter(
			(_, index) => index <= 2 || index >= 12,
		);
		assert.deepEqual(values(away, undefined), [100, 100, null, 100]);
		assert.deepEqual(listDailyDownloads(away, undefined).gapDays, { unread: 10 });
	});

	it("mark the day of release, and begin there where that leaves room for what was read", () => {
		const readings = gainDaily([100, 120, 90, 80]);
		assert.equal(listDailyDownloads(readings, firstMs + 2 * dayMs).releaseAt, 1);
		const before = listDailyDownloads(readings, firstMs - 3 * dayMs);
		assert.deepEqual(before.points[0], { atMs: firstDayMs - 3 * dayMs, value: null });
		assert.equal(before.releaseAt, 0);
		assert.equal(listDailyDownloads(readings, firstMs - 400 * dayMs).releaseAt, undefined);
		assert.equal(listDailyDownloads(readings, firstMs + 90 * dayMs).releaseAt, undefined);
	});

	it("are not known from the 30-day counter, nor from one reading", () => {
		assert.deepEqual(values(readDaily([1_000, 1_100, 1_200]), firstMs), []);
		assert.deepEqual(values(gainDaily([]), firstMs), []);
		assert.deepEqual(values([], firstMs), []);
	});
});
