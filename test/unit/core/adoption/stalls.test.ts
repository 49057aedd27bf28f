import assert from "node:assert/strict";
import { formatDay, toDay } from "../../../../src/core/adoption/days.ts";
import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { findJumps } from "../../../../src/core/adoption/jumps.ts";
import { StallFinder } from "../../../../src/core/adoption/stalls.ts";
import { gainDaily, readDaily, repeat } from "./sampleSeries.ts";

function find(own: readonly Reading[], ...others: (readonly Reading[])[]): string[] {
	const finder = new StallFinder(
		new Map([["own", own], ...others.map((readings, index) => [`other${index}`, readings] as const)]),
	);
	return finder
		.find("own")
		.map(({ fromMs, toMs }) => `${formatDay(toDay(fromMs))} ${formatDay(toDay(toMs))}`);
}

const moving = (days: number, start = 50_000) => Array.from({ length: days }, (_, day) => start + day * 37);

describe("stalled counters", () => {
	const own = [100, 110, 120, 120, 120, 130, 140];

	it("do not move for two days or more while their neighbors do", () => {
		assert.deepEqual(find(readDaily(own), readDaily(moving(7))), ["2026-01-03 2026-01-05"]);
		assert.deepEqual(find(readDaily([100, 110, 120, 120, 130, 140]), readDaily(moving(6))), []);
	});

	it("are not those of a Hub that refreshes none, nor of a model without neighbors", () => {
		const frozen = [1_000, 1_100, 1_200, 1_200, 1_200, 1_300, 1_400];
		assert.deepEqual(find(readDaily(own), readDaily(frozen), readDaily(frozen)), []);
		const frozenForADay = [1_000, 1_100, 1_200, 1_200, 1_300, 1_400, 1_500];
		assert.deepEqual(find(readDaily(own), readDaily(frozenForADay)), []);
		assert.deepEqual(find(readDaily(own)), []);
	});

	it("are told by the same counter of the others, or by their other one where they have no such", () => {
		const bothMoving = gainDaily([90, 110, 105, 95, 120, 80]).map((reading, index) => ({
			...reading,
			downloads30d: 3_000 + index,
		}));
		const lagging = bothMoving.map((reading) => ({ ...reading, downloads30d: 3_000 }));
		const stuck = bothMoving.map((reading, index) => ({ ...reading, downloads30d: own[index] ?? 0 }));
		assert.deepEqual(find(stuck), [], "nobody else was read");
		assert.deepEqual(find(stuck, lagging), [], "the Hub refreshed nobody's 30-day counter");
		assert.deepEqual(find(stuck, bothMoving), ["2026-01-03 2026-01-05"]);
		assert.deepEqual(find(stuck, gainDaily([9, 11, 10, 9, 12, 8])), ["2026-01-03 2026-01-05"]);
	});

	it("are told by those neighbors that usually move", () => {
		const dead = Array.from({ length: 6 }, () => readDaily(repeat(0, 7)));
		assert.deepEqual(find(readDaily(own), ...dead, readDaily(moving(7))), ["2026-01-03 2026-01-05"]);
		const stalledToo = readDaily([500, 510, 520, 520, 520, 530, 540]);
		assert.deepEqual(find(readDaily(own), stalledToo, readDaily(moving(7)), readDaily(moving(7))), [
			"2026-01-03 2026-01-05",
		]);
	});

	it("are found at 0, to the end of the series, and across days without a reading", () => {
		assert.deepEqual(find(readDaily(repeat(0, 6)), readDaily(moving(6))), ["2026-01-01 2026-01-06"]);
		const sparse = readDaily([100, 110, 120, undefined, undefined, 120, 130]);
		assert.deepEqual(find(sparse, readDaily(moving(7))), ["2026-01-03 2026-01-06"]);
		const weekly = (values: readonly number[]) => readDaily(values).filter((_, index) => index % 3 === 0);
		assert.deepEqual(find(weekly(repeat(7, 10)), weekly(moving(10))), ["2026-01-01 2026-01-10"]);
	});

	it("are found whatever the order of the readings, several a day, and neighbors read at other hours", () => {
		const often = [...readDaily(own), ...readDaily(own, 5), ...readDaily(own, -4)].reverse();
		assert.deepEqual(find(often, readDaily(moving(7))), ["2026-01-03 2026-01-05"]);
		assert.deepEqual(find(readDaily(own), readDaily(moving(8), -11)), ["2026-01-03 2026-01-05"]);
	});

	it("are judged by the all-time counter where it is known", () => {
		const steady = gainDaily(repeat(100, 9)).map((reading) => ({ ...reading, downloads30d: 3_000 }));
		assert.deepEqual(find(steady, readDaily(moving(10))), []);
		const contradicted = steady.map((reading, index) => ({
			...reading,
			downloads30d: index < 3 || index > 6 ? 5_000 + index : 5_003,
		}));
		assert.deepEqual(find(contradicted, readDaily(moving(10))), ["2026-01-04 2026-01-07"]);
		const stood = gainDaily([100, 100, 0, 0, 0, 100]).map((reading, index) => ({
			...reading,
			downloads30d: 3_000 + index,
		}));
		assert.deepEqual(find(stood, readDaily(moving(7))), ["2026-01-03 2026-01-06"]);
		const quiet = gainDaily([0, 0, 0, 1]).map((reading, index) => ({ ...reading, downloads30d: 9 - index }));
		assert.deepEqual(find(quiet, readDaily(moving(5))), []);
	});
});

describe("jumps of a counter", () => {
	const jumps = (readings: readonly Reading[]) =>
		findJumps(readings).map(({ atMs, ratio }) => `${formatDay(toDay(atMs))} ×${ratio.toFixed(2)}`);

	it("are doublings and halvings, in a calm series half as much again", () => {
		assert.deepEqual(jumps(readDaily([1_000, 1_010, 2_020, 2_000, 900])), [
			"2026-01-03 ×2.00",
			"2026-01-05 ×0.45",
		]);
		const calm = [1_000, 1_010, 1_005, 1_020, 1_018, 1_025, 1_030, 1_600, 1_610];
		assert.deepEqual(jumps(readDaily(calm)), ["2026-01-08 ×1.55"]);
		const launch = [1_000, 1_500, 2_300, 3_400, 5_200, 7_700, 11_800, 17_000];
		assert.deepEqual(jumps(readDaily(launch)), []);
	});

	it("are not the doubling of a handful, nor what many days without a reading explain", () => {
		assert.deepEqual(jumps(readDaily([4, 12, 30, 70])), []);
		assert.deepEqual(jumps(readDaily([1_000, ...Array.from({ length: 6 }, () => undefined), 3_000])), []);
		assert.deepEqual(jumps(readDaily([0, 0, 4_000])), ["2026-01-03 ×4000.00"]);
		assert.deepEqual(jumps(readDaily([4_000, 0])), ["2026-01-02 ×0.00"]);
	});

	it("are falls of the all-time counter, which cannot fall", () => {
		assert.deepEqual(jumps(gainDaily([100, -50_000, 100])), ["2026-01-03 ×0.50"]);
		assert.deepEqual(jumps(gainDaily([100, 0, 100])), []);
	});

	it("are also where the all-time counter was counted anew, by more than the 30 days have", () => {
		const recounted = gainDaily([100, 110, 90, 200_000, 100, 95]).map((reading) => ({
			...reading,
			downloads30d: 3_000,
		}));
		assert.deepEqual(jumps(recounted), ["2026-01-05 ×2.99"]);
		const launch = gainDaily([100, 110, 90, 200_000, 100, 95]).map((reading, index) => ({
			...reading,
			downloads30d: index < 4 ? 190_000 : 250_000,
		}));
		assert.deepEqual(jumps(launch), []);
	});
});
