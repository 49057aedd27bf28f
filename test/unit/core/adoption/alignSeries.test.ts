import assert from "node:assert/strict";
import { alignSeries } from "../../../../src/core/adoption/alignSeries.ts";
import { toDay } from "../../../../src/core/adoption/days.ts";
import { dayMs } from "./sampleModel.ts";

const releaseMs = Date.UTC(2026, 0, 10, 20);
const laterMs = Date.UTC(2026, 1, 1, 3);

const read = (createdAtMs: number, ...points: (readonly [number, number])[]) =>
	points.map(([day, downloadsAllTime]) => ({
		readAtMs: Math.floor(createdAtMs / dayMs) * dayMs + day * dayMs + 3_600_000 * 5,
		downloadsAllTime,
	}));

describe("series of several models on one axis", () => {
	const series = [
		{ key: "first", createdAtMs: releaseMs, readings: read(releaseMs, [1, 100], [3, 300], [20, 900]) },
		{ key: "second", createdAtMs: laterMs, readings: read(laterMs, [2, 50]) },
		{ key: "undated", readings: read(laterMs, [2, 70]) },
	];

	it("have the day of release in common, each from nothing, with gaps where nobody looked", () => {
		const { days, lines, leftOut } = alignSeries(series, "downloadsAllTime", "release");
		assert.deepEqual([days[0], days.at(-1), days.length], [0, 20, 21]);
		assert.deepEqual(lines[0]?.values.slice(0, 5), [0, 100, 200, 300, null]);
		assert.equal(lines[0]?.values[20], 900);
		assert.deepEqual(lines[1]?.values.slice(0, 4), [0, 25, 50, null]);
		assert.deepEqual(leftOut, ["undated"]);
	});

	it("stand at their dates by calendar", () => {
		const { days, lines, leftOut } = alignSeries(series, "downloadsAllTime", "calendar");
		assert.equal(days[0], toDay(releaseMs));
		assert.equal(days.at(-1), toDay(laterMs) + 2);
		assert.equal(lines[1]?.values[toDay(laterMs) - toDay(releaseMs)], 0);
		assert.equal(lines[2]?.values.at(-1), 70);
		assert.deepEqual(leftOut, []);
	});

	it("leave out readings from before release, and models without the counter", () => {
		const early = { key: "early", createdAtMs: releaseMs, readings: read(releaseMs, [-3, 5], [1, 9]) };
		assert.deepEqual(alignSeries([early], "downloadsAllTime", "release").lines[0]?.values, [0, 9]);
		assert.deepEqual(alignSeries([early], "likes", "release"), { days: [], lines: [], leftOut: ["early"] });
		assert.deepEqual(alignSeries([], "likes", "calendar").days, []);
	});
});
