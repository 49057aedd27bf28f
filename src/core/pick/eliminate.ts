import type { Model } from "../model/model.ts";
import { checkNeed } from "./checks/checkNeed.ts";
import { narrowLoaded } from "./loaders.ts";
import { type JudgedFit, type NeedContext, type NeedKind, type Needs, needKinds } from "./needs.ts";

/** The first requirement that a model fails, or that nobody knows whether it satisfies. */
export interface Failure {
	readonly need: NeedKind;
	readonly isUnknown: boolean;
}

/** What became of a model. */
export interface Elimination {
	readonly model: Model;
	readonly failure?: Failure;
	/** Requirements that it was let pass without its being known. */
	readonly unverified: readonly NeedKind[];
	/** On the targets, in their order; empty where it was out before they were asked. */
	readonly verdicts: readonly JudgedFit[];
}

/** Checks the requirements in their order up to the first that fails. Fit is judged last, and only then. */
export function eliminate(model: Model, context: NeedContext): Elimination {
	const unverified: NeedKind[] = [];
	let verdicts: readonly JudgedFit[] = [];
	for (const need of needKinds) {
		if (need === "fit") {
			verdicts = judgeAll(model, context);
		}
		const answer = checkNeed(need, model, context, verdicts);
		if (answer === "yes") {
			continue;
		}
		const isUnknown = answer === "unknown";
		if (!isUnknown || context.needs.includeUnknown?.includes(need) !== true) {
			return { model, failure: { need, isUnknown }, unverified, verdicts };
		}
		unverified.push(need);
	}
	return { model, unverified, verdicts };
}

/** The first requirement that a model fails; `undefined` if none. */
export function firstFailure(model: Model, context: NeedContext): Failure | undefined {
	return eliminate(model, context).failure;
}

/**
 * Verdicts on the targets, in their order: on what would be loaded there as it is asked for and, where such fits, as it
 * is liked.
 */
export function judgeAll(model: Model, { needs, judge }: NeedContext): readonly JudgedFit[] {
	const { targets, contextTokens, preferred } = needs;
	const narrow = narrowLoaded(needs);
	const isLiked = preferred !== undefined && asksHow(preferred);
	const narrowMore = isLiked ? narrowLoaded(preferred) : undefined;
	return targets.map((target) => {
		const liked =
			narrowMore && judge(model, target, contextTokens, (candidates) => narrowMore(narrow(candidates)));
		if (liked?.answer === "fits") {
			return liked;
		}
		const judged = judge(model, target, contextTokens, narrow);
		return liked === undefined ? judged : { ...judged, isOtherwise: true };
	});
}

function asksHow({ formats = [], quantizations = [], bytes }: Needs): boolean {
	return formats.length > 0 || quantizations.length > 0 || bytes !== undefined;
}
