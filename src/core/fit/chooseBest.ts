import { readBudgetBytes } from "../hardware/readBudgetBytes.ts";
import type { Target } from "../hardware/target.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { limitContext } from "./kvCache.ts";
import type { FitAnswer, Verdict } from "./verdict.ts";

/** From the best answer to the worst. */
const answerOrder: readonly FitAnswer[] = ["fits", "offload", "unsupported", "tooLarge", "unknown"];

/** Widths above 16 bits add size, not quality. */
const fullBits = 16;

/**
 * The candidate of the best quality (most whole bits per weight) with the best answer, what the repository holds before
 * what others offer, and that before what is assumed. `undefined` without candidates.
 */
export function chooseBest<Judged extends { readonly verdict: Verdict }>(
	candidates: readonly Candidate[],
	judge: (candidate: Candidate) => Judged,
): { readonly candidate: Candidate; readonly judged: Judged } | undefined {
	let best: { readonly candidate: Candidate; readonly judged: Judged } | undefined;
	for (const candidate of sortByQuality(candidates)) {
		const judged = judge(candidate);
		if (judged.verdict.answer === "fits") {
			return { candidate, judged };
		}
		if (!best || isBetter(judged.verdict, best.judged.verdict)) {
			best = { candidate, judged };
		}
	}
	return best;
}

/** The verdict where there is nothing to judge. */
export function judgeNothing(model: Model, target: Target, contextTokens: number): Verdict {
	const budget = readBudgetBytes(target);
	return {
		targetId: target.id,
		answer: "unknown",
		reasons: budget ? ["sizeUnknown"] : ["sizeUnknown", "budgetUnknown"],
		parts: {},
		...(budget && { budget }),
		contextTokens: limitContext(model, contextTokens),
	};
}

/**
 * From the best quality to the least: what is there before what is assumed, what is known to be of the present weights
 * and of somebody known before what is not, then more bits, then the smaller.
 */
export function sortByQuality(candidates: readonly Candidate[]): readonly Candidate[] {
	const quality = ({ bits }: Candidate): number => Math.min(fullBits, bits ?? 0);
	return [...candidates].sort(
		(a, b) =>
			Math.floor(quality(b)) - Math.floor(quality(a)) ||
			Number(a.isAssumed) - Number(b.isAssumed) ||
			measureDoubt(a) - measureDoubt(b) ||
			quality(b) - quality(a) ||
			(a.weights?.value ?? Number.POSITIVE_INFINITY) - (b.weights?.value ?? Number.POSITIVE_INFINITY),
	);
}

/** What an offer is worth less for: made by anybody, or from weights that have been replaced since. */
function measureDoubt({ offer }: Candidate): number {
	return offer?.isOutdated ? 2 : offer?.standing === "other" ? 1 : 0;
}

/** Of what does not fit, the smallest says most: how far away the model is. Offloaded, it is also the fastest. */
function isBetter(verdict: Verdict, best: Verdict): boolean {
	const order = answerOrder.indexOf(verdict.answer) - answerOrder.indexOf(best.answer);
	return (
		order < 0 ||
		(order === 0 &&
			(verdict.answer === "tooLarge" || verdict.answer === "offload") &&
			(verdict.required?.value ?? 0) < (best.required?.value ?? 0))
	);
}
