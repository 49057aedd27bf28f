import type { Target } from "../hardware/target.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { judgeCandidate } from "./judgeCandidate.ts";
import { hasKvCache } from "./kvCache.ts";

/** Beyond every context that a model offers. */
const farTokens = 2 ** 24;

/** Steps that runtimes allocate in. */
const stepTokens = 256;

/**
 * The largest context in tokens (a multiple of 256, or the model's own limit) at which a candidate still fits a
 * target by memory; 0 if it fits at none; `undefined` where the model keeps no cache, or something is not known.
 */
export function findLargestContext(model: Model, candidate: Candidate, target: Target): number | undefined {
	if (!hasKvCache(model)) {
		return undefined;
	}
	const judge = (contextTokens: number) => judgeCandidate(model, candidate, target, contextTokens);
	const widest = judge(farTokens);
	if (widest.answer === "unknown") {
		return undefined;
	}
	if (widest.answer === "fits") {
		return widest.contextTokens;
	}
	let [fits, tooMany] = [0, farTokens / stepTokens];
	while (tooMany - fits > 1) {
		const middle = Math.floor((fits + tooMany) / 2);
		if (judge(middle * stepTokens).answer === "fits") {
			fits = middle;
		} else {
			tooMany = middle;
		}
	}
	return fits * stepTokens;
}
