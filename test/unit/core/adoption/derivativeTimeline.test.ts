import assert from "node:assert/strict";
import fc from "fast-check";
import type { Derivatives, MonthCount } from "../../../../src/core/adoption/derivatives.ts";
import { buildDerivativeTimeline } from "../../../../src/core/adoption/derivativeTimeline.ts";

const readAtMs = Date.UTC(2026, 4, 21);

function derivatives(
	count: number,
	months: readonly MonthCount[],
	scope: "hub" | "sample" = "hub",
): Derivatives {
	const dated = months.reduce((sum, month) => sum + month.count, 0);
	return { byRelation: { quantized: { count, dated, months, largest: [] } }, scope, readAtMs };
}

describe("timeline of derivatives", () => {
	it("runs from the release to the reading, with true zeros where nothing was made", () => {
		const timeline = buildDerivativeTimeline(
			derivatives(5, [
				{ month: "2026-02", count: 4 },
				{ month: "2026-04", count: 1 },
			]),
			Date.UTC(2026, 0, 5),
		);
		assert.deepEqual(timeline.months, ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]);
		assert.equal(timeline.releaseMonth, "2026-01");
		assert.equal(timeline.coverage, "full");
		assert.deepEqual(timeline.byRelation[0]?.counts, [0, 4, 0, 1, 0]);
		assert.deepEqual(timeline.byRelation[0]?.cumulative, [0, 4, 4, 5, 5]);
	});

	it("leaves months unknown that the listing did not reach, and still ends at the Hub's count", () => {
		const timeline = buildDerivativeTimeline(
			derivatives(100, [{ month: "2026-04", count: 30 }]),
			Date.UTC(2026, 1, 1),
		);
		assert.equal(timeline.coverage, "newest");
		assert.deepEqual(timeline.byRelation[0]?.counts, [undefined, undefined, 30, 0]);
		assert.deepEqual(timeline.byRelation[0]?.cumulative, [undefined, undefined, 100, 100]);
		assert.equal(timeline.byRelation[0]?.isPartial, true);
		assert.equal(timeline.byRelation[0]?.coveredFrom, "2026-04");
	});

	it("crosses the year and says when it only counts among known models", () => {
		const timeline = buildDerivativeTimeline(
			derivatives(3, [{ month: "2025-11", count: 3 }], "sample"),
			undefined,
		);
		assert.deepEqual(timeline.months.slice(0, 3), ["2025-11", "2025-12", "2026-01"]);
		assert.equal(timeline.coverage, "sample");
		assert.equal(timeline.releaseMonth, undefined);
	});

	it("is empty without dated children, and survives months that are none", () => {
		assert.deepEqual(buildDerivativeTimeline(derivatives(7, []), readAtMs).months, []);
		const hostile = derivatives(2, [
			{ month: "9999-12", count: 1 },
			{ month: "0001-01", count: 1 },
			{ month: "yesterday", count: 1 },
		]);
		assert.deepEqual(buildDerivativeTimeline(hostile, readAtMs).months, []);
	});

	it("always gives contiguous months and as many values as months", () => {
		const month = fc
			.tuple(fc.integer({ min: 2021, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.nat(500))
			.map(([year, number, count]) => ({ month: `${year}-${String(number).padStart(2, "0")}`, count }));
		fc.assert(
			fc.property(
				fc.array(month),
				fc.nat(500),
				fc.option(fc.nat(readAtMs)),
				(months, unlisted, createdAtMs) => {
					const dated = months.reduce((sum, each) => sum + each.count, 0);
					const timeline = buildDerivativeTimeline(
						derivatives(dated + unlisted, months),
						createdAtMs ?? undefined,
					);
					for (const { counts, cumulative } of timeline.byRelation) {
						assert.equal(counts.length, timeline.months.length);
						assert.equal(cumulative.length, timeline.months.length);
						const known = cumulative.filter((value) => value !== undefined);
						assert.ok(known.every((value, index) => index === 0 || value >= (known[index - 1] ?? 0)));
					}
					assert.deepEqual([...timeline.months].sort(), timeline.months);
					assert.equal(new Set(timeline.months).size, timeline.months.length);
				},
			),
		);
	});
});
