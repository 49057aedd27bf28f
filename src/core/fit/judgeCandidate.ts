import { readBudgetBytes, readSystemBudgetBytes } from "../hardware/readBudgetBytes.ts";
import type { Target } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { limitContext } from "./kvCache.ts";
import { estimateParts, sumParts } from "./parts.ts";
import { matchSupportRule } from "./supportRules.ts";
import type { FitAnswer, FitReason, Verdict } from "./verdict.ts";

/**
 * Judges one candidate of a model against one target at a context length in tokens. `fits`: weights, KV cache and the
 * runtime's allowance are within the budget of one device. `offload`: they are not, but are with the system's memory
 * beside it (cards of their own only). `unsupported`: memory would do, but a rule says that the format does not run
 * there. More context never needs less, more memory never makes an answer worse.
 */
export function judgeCandidate(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
): Verdict {
	const context = limitContext(model, contextTokens);
	const parts = estimateParts(model, candidate, target.vendor, context);
	const required = sumParts(parts);
	const budget = readBudgetBytes(target);
	const reasons: FitReason[] = [];
	if (!parts.weights) {
		reasons.push("sizeUnknown");
	} else if (!parts.kvCache) {
		reasons.push("weightsOnly");
	}
	if (!budget) {
		reasons.push("budgetUnknown");
	}
	const memoryAnswer = required && budget ? judgeMemory(required, budget, target) : "unknown";
	const ruleId =
		memoryAnswer === "fits" || memoryAnswer === "offload" ? matchSupportRule(candidate, target) : undefined;
	if (ruleId !== undefined) {
		reasons.push("formatNotRunnable");
	}
	return {
		targetId: target.id,
		answer: ruleId !== undefined ? "unsupported" : memoryAnswer,
		reasons,
		parts,
		...(required && { required }),
		...(budget && { budget }),
		contextTokens: context,
		label: candidate.label,
		...(candidate.artifact && { artifact: candidate.artifact }),
		isAssumed: candidate.isAssumed,
		...(ruleId !== undefined && { supportRuleId: ruleId }),
	};
}

function judgeMemory(required: Figure, budget: Figure, target: Target): FitAnswer {
	if (required.value <= budget.value) {
		return "fits";
	}
	const system = canOffload(target) ? readSystemBudgetBytes(target.systemMemoryBytes) : undefined;
	return system && required.value <= budget.value + system.value ? "offload" : "tooLarge";
}

/** Memory that a device shares with the system is not there twice. */
function canOffload({ vendor, devices }: Target): boolean {
	return vendor !== "cpu" && vendor !== "apple" && !devices.every((device) => device.isUnified ?? false);
}
