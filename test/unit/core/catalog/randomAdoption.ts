import fc from "fast-check";
import type { Derivatives, Reading, RelationDerivatives } from "../../../../src/core/adoption/derivatives.ts";
import { nameMonth } from "../../../../src/core/adoption/months.ts";
import type { Relation } from "../../../../src/core/model/relation.ts";
import { nowMs } from "./randomModels.ts";

/** Whole numbers, many of them small. */
const whole = fc.oneof(fc.nat({ max: 3 }), fc.maxSafeNat());

/** Readings of one model in order of time, of whole seconds and counts. */
export const anyReadings: fc.Arbitrary<Reading[]> = fc
	.uniqueArray(
		fc.record(
			{
				readAtMs: fc.nat({ max: 4e9 }).map((seconds) => seconds * 1000),
				downloads30d: whole,
				downloadsAllTime: whole,
				likes: whole,
				trendingScore: fc.double({ min: 0, max: 1e6, noNaN: true }).map((score) => score + 0),
			},
			{ requiredKeys: ["readAtMs"] },
		),
		{ selector: ({ readAtMs }) => readAtMs, minLength: 1, maxLength: 30 },
	)
	.map((found) => found.sort((a, b) => a.readAtMs - b.readAtMs));

const anyChildren = (relation: Relation): fc.Arbitrary<RelationDerivatives> =>
	fc.record({
		count: whole,
		dated: whole,
		months: fc
			.uniqueArray(
				fc.record({ month: fc.integer({ min: 24_000, max: 24_400 }), count: fc.integer({ min: 1 }) }),
				{
					selector: ({ month }) => month,
					maxLength: 5,
				},
			)
			.map((found) =>
				found
					.sort((a, b) => a.month - b.month)
					.map(({ month, count }) => ({ month: nameMonth(month), count })),
			),
		largest: fc.array(
			fc.record(
				{ repoId: fc.constantFrom("a/b", "a/c"), relation: fc.constant(relation), downloads30d: whole },
				{ requiredKeys: ["repoId", "relation"] },
			),
			{ maxLength: 10 },
		),
	});

/** Derivatives of one model, many of them not read, or without children. */
export const anyDerivatives: fc.Arbitrary<Derivatives> = fc.record({
	scope: fc.constantFrom("hub", "sample"),
	readAtMs: fc.constantFrom(nowMs, nowMs - 1),
	byRelation: fc.record(
		{
			finetune: anyChildren("finetune"),
			adapter: anyChildren("adapter"),
			merge: anyChildren("merge"),
			quantized: anyChildren("quantized"),
		},
		{ requiredKeys: [] },
	),
});
