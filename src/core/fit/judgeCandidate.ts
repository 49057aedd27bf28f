import { readBudgetBytes } from "../hardware/readBudgetBytes.ts";
import { hasOwnMemory, type Target } from "../hardware/target.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { limitContext } from "./kvCache.ts";
import { estimateParts, sumParts } from "./parts.ts";
import { placeCandidate } from "./placeCandidate.ts";
import type { FitReason, Verdict } from "./verdict.ts";

/**
 * Judges one candidate of a model against one target by memory, at a context length in tokens. `fits`: weights, KV cache and the
 * runtime's allowance are within the budget of one device, or split over several as a runtime can split them.
 * `offload`: they are not, but are with the system's memory beside it (cards of their own only). More context never needs less, more memory never makes an answer worse.
 */
export function judgeCandidate(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
): Verdict {
	const context = limitContext(model, contextTokens);
	const estimated = estimateParts(model, candidate, target.vendor, context);
	const sum = sumParts(estimated);
	const one = readBudgetBytes(target);
	const placed =
		sum && one && placeCandidate(model, candidate, target, { parts: estimated, required: sum, budget: one });
	const { parts, required, budget } = placed ?? { parts: estimated, required: sum, budget: one };
	const reasons: FitReason[] = [];
	if (!parts.weights) {
		reasons.push("sizeUnknown");
	} else if (!parts.kvCache) {
		reasons.push("weightsOnly");
	}
	if (!budget) {
		reasons.push("budgetUnknown");
	}
	if (placed?.answer === "tooLarge" && hasOwnMemory(target) && target.systemMemoryBytes === undefined) {
		reasons.push("systemMemoryUnknown");
	}
	return {
		targetId: target.id,
		answer: placed?.answer ?? "unknown",
		reasons,
		parts,
		...(required && { required }),
		...(budget && { budget }),
		...(placed?.placement && { placement: placed.placement }),
		contextTokens: context,
		label: candidate.label,
		...(candidate.artifact && { artifact: candidate.artifact }),
		isAssumed: candidate.isAssumed,
	};
}
