import type { Target } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { estimateSpeed } from "./speed/estimateSpeed.ts";
import { judgeWithSupport, type SupportedVerdict } from "./support/judgeWithSupport.ts";
import { readSupportTable } from "./support/supportTable.ts";

/** All that can be said of a candidate on a target. */
export interface WholeVerdict extends SupportedVerdict {
	/** Tokens a second that one sequence is decoded with; absent where it cannot be told. */
	readonly speed?: Figure;
}

/**
 * Memory, software and speed together. The tables behind it are large: whoever counts what is loaded at the start
 * imports this file dynamically.
 */
export function judgeWhole(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
): WholeVerdict {
	const judged = judgeWithSupport(model, candidate, target, contextTokens, readSupportTable());
	const speed =
		judged.verdict.answer === "fits" ? estimateSpeed(model, candidate, target, contextTokens) : undefined;
	return speed ? { ...judged, speed } : judged;
}
