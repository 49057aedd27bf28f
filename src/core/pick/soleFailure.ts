import { findSpokenLanguages } from "../languages/spokenLanguages.ts";
import type { Model } from "../model/model.ts";
import { checkNeed } from "./checks/checkNeed.ts";
import { type Elimination, type Failure, judgeAll } from "./eliminate.ts";
import { type JudgedFit, type NeedContext, type NeedKind, needKinds } from "./needs.ts";

/** A model that one requirement keeps out, and nothing else. */
export interface SoleFailure {
	readonly model: Model;
	readonly verdicts: readonly JudgedFit[];
	readonly need: NeedKind;
	/** It is not known whether it satisfies the requirement. */
	readonly isUnknown: boolean;
	/** For `fit`: the most that any of the targets lacks; absent where it is not memory that is lacking, or not known how much. */
	readonly missingBytes?: number;
	/** For `context`: what the model declares; absent where it declares nothing. */
	readonly contextTokens?: number;
	/** For `language`: the ones asked for that it does not state. */
	readonly missingLanguages?: readonly string[];
}

/** Requirements that a person may be ready to loosen. What is not known of any that was asked for may be let pass, too. */
const negotiable: readonly NeedKind[] = ["license", "language", "gating", "context", "fit"];

/** Checked by the verdicts on the targets. */
const byVerdict: readonly NeedKind[] = ["fit", "speed"];

/** What is asked for without a word. */
const always: readonly NeedKind[] = ["task", "standalone", "adoption"];

/** Those of the eliminated models that would come in if one negotiable requirement were loosened. */
export function findSoleFailures(
	eliminations: readonly Elimination[],
	context: NeedContext,
): readonly SoleFailure[] {
	return eliminations.flatMap((each) => describeSole(each, context) ?? []);
}

function describeSole(
	{ model, failure, verdicts: judged }: Elimination,
	context: NeedContext,
): SoleFailure | undefined {
	if (failure === undefined || !(negotiable.includes(failure.need) || mayPass(failure))) {
		return undefined;
	}
	const { need, isUnknown } = failure;
	// What comes before the failure was checked already, and what needs verdicts is dear: it comes last.
	const others = needKinds.slice(needKinds.indexOf(need) + 1);
	if (!others.every((other) => byVerdict.includes(other) || passes(other, model, context, []))) {
		return undefined;
	}
	const isJudged = byVerdict.includes(need);
	const verdicts = isJudged ? judged : judgeAll(model, context);
	if (!others.every((other) => !byVerdict.includes(other) || passes(other, model, context, verdicts))) {
		return undefined;
	}
	const missingBytes = need === "fit" && !isUnknown ? findMissingBytes(verdicts) : undefined;
	const { contextLength } = model;
	return {
		model,
		verdicts,
		need,
		isUnknown,
		...(missingBytes === undefined ? {} : { missingBytes }),
		...(need === "context" && contextLength !== undefined ? { contextTokens: contextLength.value } : {}),
		...(need === "language"
			? {
					missingLanguages: (context.needs.languages ?? []).filter(
						(code) => findSpokenLanguages(model)?.codes.includes(code) !== true,
					),
				}
			: {}),
	};
}

function mayPass({ need, isUnknown }: Failure): boolean {
	return isUnknown && !always.includes(need);
}

function passes(need: NeedKind, model: Model, context: NeedContext, verdicts: readonly JudgedFit[]): boolean {
	const answer = checkNeed(need, model, context, verdicts);
	return answer === "yes" || (answer === "unknown" && context.needs.includeUnknown?.includes(need) === true);
}

function findMissingBytes(verdicts: readonly JudgedFit[]): number | undefined {
	let missingBytes = 0;
	for (const { answer, required, budget } of verdicts) {
		if (answer === "fits") {
			continue;
		}
		if ((answer !== "offload" && answer !== "tooLarge") || required === undefined || budget === undefined) {
			return undefined;
		}
		missingBytes = Math.max(missingBytes, required.value - budget.value);
	}
	return missingBytes > 0 ? missingBytes : undefined;
}
