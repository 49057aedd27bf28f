import type { Target } from "../../hardware/target.ts";
import type { Model } from "../../model/model.ts";
import type { Candidate } from "../candidate.ts";
import { judgeCandidate } from "../judgeCandidate.ts";
import type { Verdict } from "../verdict.ts";
import type { SupportVerdict } from "./judgeSupport.ts";

/** Bits per weight of what weights are expanded to; what is kept as it is in the file is not named here. */
const expandedBits: Readonly<Record<string, number>> = {
	bf16: 16,
	f16: 16,
	"full-precision": 16,
	mxfp8: 8.25,
};

/** A verdict with the software judged beside the memory. */
export interface SupportedVerdict {
	readonly verdict: Verdict;
	readonly support: SupportVerdict;
	/** The weights need more than the file: the best runtime expands them (`support.loadsAs`). */
	readonly isExpanded: boolean;
}

/**
 * Judges a candidate by memory and by what `judgeSupport` says of its software there: the best runtime counts, with the
 * memory that it takes. A rule that says no makes "memory fits, software does not"; no rule leaves the memory's answer.
 */
export function judgeWithSupport(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
	support: SupportVerdict,
): SupportedVerdict {
	const loaded = expandWeights(candidate, support.loadsAs);
	const verdict = judgeCandidate(model, loaded, target, contextTokens);
	const isExpanded = loaded !== candidate;
	const isRefused =
		support.support === "unsupported" && (verdict.answer === "fits" || verdict.answer === "offload");
	if (!isRefused) {
		return { verdict, support, isExpanded };
	}
	const refused: Verdict = {
		...verdict,
		answer: "unsupported",
		reasons: [...verdict.reasons, "formatNotRunnable"],
		...(support.rule && { supportRuleId: support.rule.id }),
	};
	return { verdict: refused, support, isExpanded };
}

/**
 * A candidate as a runtime holds it in memory, `loadsAs` being what its weights become there; as it is, if they do not.
 * Where the headers of its files were read, only what is quantized in them is expanded.
 */
export function expandWeights(candidate: Candidate, loadsAs: string | undefined): Candidate {
	const { weights, bits } = candidate;
	const expanded = loadsAs === undefined ? undefined : expandedBits[loadsAs];
	if (!weights || bits === undefined || expanded === undefined || expanded <= bits) {
		return candidate;
	}
	const quantized = candidate.artifact?.tensors?.quantized;
	if (quantized) {
		const value = weights.value - quantized.bytes + (quantized.parameters * expanded) / 8;
		return { ...candidate, weights: { value, basis: "computed", from: "safetensorsHeaders" } };
	}
	const factor = expanded / bits;
	return {
		...candidate,
		weights: {
			value: weights.value * factor,
			...(weights.low === undefined ? {} : { low: weights.low * factor }),
			...(weights.high === undefined ? {} : { high: weights.high * factor }),
			basis: "estimated",
			from: "parametersTimesBits",
		},
	};
}
