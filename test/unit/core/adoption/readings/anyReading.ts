import fc from "fast-check";
import type { Reading } from "../../../../../src/core/adoption/derivatives.ts";
import { dayMs } from "../sampleModel.ts";

const counter = fc.option(
	fc.oneof(
		fc.nat(50),
		fc.nat(2_000_000_000),
		fc.maxSafeNat().map((n) => n % 2 ** 50),
	),
	{
		nil: undefined,
	},
);

/** Readings at a quarter of an hour, which is what is kept of a time, with any of their counters. */
export const anyReading = fc
	.record({
		day: fc.nat(20_000),
		tick: fc.nat(95),
		counters: fc.tuple(counter, counter, counter, counter),
		children: fc.tuple(counter, counter),
	})
	.map(({ day, tick, counters, children }): Reading => {
		const [downloads30d, downloadsAllTime, likes, trendingScore] = counters;
		const [finetune, quantized] = children;
		const derivatives = {
			...(finetune === undefined ? {} : { finetune }),
			...(quantized === undefined ? {} : { quantized }),
		};
		return {
			readAtMs: day * dayMs + tick * 900_000,
			...(downloads30d === undefined ? {} : { downloads30d }),
			...(downloadsAllTime === undefined ? {} : { downloadsAllTime }),
			...(likes === undefined ? {} : { likes }),
			...(trendingScore === undefined ? {} : { trendingScore }),
			...(Object.keys(derivatives).length === 0 ? {} : { derivatives }),
		};
	});
