import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { measureDownloads } from "../../../../src/core/adoption/downloadSpans.ts";
import { computeGrowth } from "../../../../src/core/adoption/growth.ts";
import { dayMs } from "./sampleModel.ts";
import { firstMs, gainDaily, repeat } from "./sampleSeries.ts";

const value = (readings: readonly Reading[]) => computeGrowth(readings)?.value;

describe("growth", () => {
	it("is downloads per day of the last week over those of the three before, minus 1, by hand", () => {
		assert.equal(value(gainDaily([...repeat(100, 21), ...repeat(150, 7)])), 0.5);
		assert.equal(value(gainDaily([...repeat(100, 21), ...repeat(25, 7)])), -0.75);
		// (7 × 60 + 14 × 90) ÷ 21 = 80; (3 × 80 + 4 × 115) ÷ 7 = 100.
		const uneven = [...repeat(60, 7), ...repeat(90, 14), ...repeat(80, 3), ...repeat(115, 4)];
		assert.equal(value(gainDaily(uneven)), 0.25);
	});

	it("looks at the last 28 days only, up to the last reading", () => {
		const gains = [...repeat(9_000, 60), ...repeat(100, 21), ...repeat(150, 7)];
		assert.equal(value(gainDaily(gains)), 0.5);
	});

	it("does not take a day that is not over for a bad one, where others were read by the hour", () => {
		const midnightMs = firstMs - dayMs / 2;
		const readHourly = (hours: number): Reading[] => {
			let downloadsAllTime = 100_000;
			return Array.from({ length: hours }, (_, hour) => {
				downloadsAllTime += hour < 29 * 24 ? 10 : 15;
				return { readAtMs: midnightMs + hour * 3_600_000, downloadsAllTime };
			});
		};
		assert.equal(value(readHourly(36 * 24)), 0.5);
		assert.equal(value(readHourly(36 * 24 + 9)), 0.5);
		// Read once a day, the last time some hours earlier: a refresh is one all the same.
		const early = gainDaily([...repeat(100, 21), ...repeat(150, 7)]).map((reading, index) =>
			index === 28 ? { ...reading, readAtMs: reading.readAtMs - 9 * 3_600_000 } : reading,
		);
		assert.equal(value(early), 0.5);
	});

	it("is not defined below a hundred downloads a week, or without enough days", () => {
		assert.equal(value(gainDaily([...repeat(14, 21), ...repeat(900, 7)])), undefined);
		assert.equal(value(gainDaily([...repeat(15, 21), ...repeat(30, 7)])), 1);
		assert.equal(value(gainDaily([...repeat(100, 13), ...repeat(150, 7)])), undefined);
		assert.equal(value(gainDaily([...repeat(100, 14), ...repeat(150, 7)])), 0.5);
		assert.equal(value([]), undefined);
		assert.equal(value([{ readAtMs: firstMs, downloads30d: 5 }]), undefined);
	});

	it("drops days on which the counter stood still and nothing came after", () => {
		const gains = [...repeat(100, 21), 150, 150, 0, 0, 150, 150, 150];
		assert.equal(value(gainDaily(gains)), 0.5);
		assert.equal(value(gainDaily([...repeat(100, 21), ...repeat(150, 4), 0, 0, 0])), 0.5);
		assert.equal(value(gainDaily([...repeat(100, 21), ...repeat(0, 7)])), undefined);
	});

	it("shares what came late out over the days on which the counter stood still", () => {
		const gains = [...repeat(100, 10), 0, 0, 300, ...repeat(100, 8), 150, 0, 0, 450, 150, 150, 150];
		assert.equal(value(gainDaily(gains)), 0.5);
	});

	it("clips a fall at 0, and leaves out a reading that was wrong", () => {
		const fallen = [...repeat(100, 21), 140, -5_000, ...repeat(140, 5)];
		assert.ok(Math.abs((value(gainDaily(fallen)) ?? 0) - (140 * 6) / 7 / 100 + 1) < 1e-12);
		const dipped = [...repeat(100, 21), 150, -50_000, 50_300, ...repeat(150, 4)];
		assert.equal(value(gainDaily(dipped)), 0.5);
	});

	it("takes no recount for downloads", () => {
		const readings = gainDaily([...repeat(100, 21), 150, 150, 1_000_000, ...repeat(150, 4)]).map(
			(reading) => ({ ...reading, downloads30d: 3_000 }),
		);
		assert.equal(value(readings), 0.5);
	});

	it("shares days without readings out, takes several a day, in any order and from several sources", () => {
		const daily = gainDaily([...repeat(100, 21), ...repeat(150, 7)]);
		const sparse = daily.filter((_, index) => index % 7 === 0);
		assert.equal(value(sparse), 0.5);
		const cached = daily.map((reading, index) => ({
			readAtMs: reading.readAtMs + 3_600_000,
			downloadsAllTime: daily[Math.max(0, index - 1)]?.downloadsAllTime ?? 0,
		}));
		assert.equal(value([...cached, ...daily].reverse()), 0.5);
		const holeInBase = daily.filter((_, index) => index < 2 || index > 10);
		assert.equal(value(holeInBase), 0.5);
		const holeAcross = daily.filter((_, index) => index < 18 || index > 25);
		assert.equal(value(holeAcross), undefined);
	});

	it("never has a value below −1 or that is no number", () => {
		const gains = fc.array(fc.integer({ min: -2_000, max: 5_000 }), { minLength: 28, maxLength: 60 });
		fc.assert(
			fc.property(gains, (each) => {
				const growth = value(gainDaily(each, 1_000_000));
				assert.ok(growth === undefined || (growth >= -1 && Number.isFinite(growth)));
			}),
		);
	});
});

describe("downloads per day", () => {
	const kinds = (readings: readonly Reading[]) =>
		measureDownloads(readings).map(({ kind, fromDay, toDay: untilDay }) => `${kind} ${untilDay - fromDay}`);

	it("are gaps, not zeros, where the counter stood still, was rolled back, or nobody looked", () => {
		assert.deepEqual(kinds(gainDaily([90, 110, 0, 0, 100, 105])), [
			"counted 1",
			"counted 1",
			"stalled 2",
			"counted 1",
			"counted 1",
		]);
		assert.deepEqual(kinds(gainDaily([90, 110, 0, 0, 310, 105])), [
			"counted 1",
			"counted 1",
			"late 3",
			"counted 1",
		]);
		assert.deepEqual(kinds(gainDaily([90, 110, -500, 100])), [
			"counted 1",
			"counted 1",
			"rolledBack 1",
			"counted 1",
		]);
		const absent = gainDaily(repeat(100, 20)).filter((_, index) => index < 3 || index > 12);
		assert.equal(kinds(absent)[2], "unread 11");
	});

	it("are 0 where the 30-day counter shows that nothing came", () => {
		const readings = gainDaily([0, 0, 1, 0]).map((reading, index) => ({
			...reading,
			downloads30d: 20 - index,
		}));
		assert.deepEqual(
			measureDownloads(readings).map(({ perDay }) => perDay),
			[0, 0, 1, 0],
		);
	});

	it("add up to what the counter gained, where it only rose", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }), (gains) => {
				const spans = measureDownloads(gainDaily([...gains, 1_000_000]));
				const last = spans.at(-1);
				assert.equal(last?.toDay, Math.floor((firstMs + (gains.length + 1) * dayMs) / dayMs));
				let day = Math.floor(firstMs / dayMs);
				for (const span of spans) {
					assert.equal(span.fromDay, day);
					day = span.toDay;
				}
			}),
		);
	});
});
