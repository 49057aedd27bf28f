import type { Model } from "../model/model.ts";
import type { NeedContext } from "./needs.ts";
import type { Standing } from "./outsiders.ts";
import type { AlmostCandidate } from "./pickResult.ts";
import type { SoleFailure } from "./soleFailure.ts";

/** Up to half as much memory again, and down to half the context: further away is not almost. */
const reach = 1.5;
const contextReach = 2;

const mostAlmost = 3;

/**
 * Models that fail one requirement only, and that one narrowly: those that would have come before the last of
 * the `chosen`, ranked as these are, one a family, and none of a family that is among those that pass. What
 * is not known to be satisfied is not almost. Where nothing passes, nothing is near and nothing else would bring anything
 * in, those that lack the least memory, however much that is.
 */
export function findAlmost(
	{ outsiders, scores }: Standing,
	chosen: readonly Model[],
	context: NeedContext,
): readonly AlmostCandidate[] {
	const single = outsiders.flatMap(({ failure, ...rank }) => {
		const candidate = describeAlmost(failure);
		return candidate === undefined ? [] : [{ ...rank, candidate }];
	});
	const near = single.filter(({ candidate }) => isNear(candidate, context));
	if (near.length === 0 && scores.size === 0 && single.length === outsiders.length) {
		return single
			.map(({ candidate }) => candidate)
			.filter((each) => each.missingBytes !== undefined)
			.sort(
				(a, b) => (a.missingBytes ?? 0) - (b.missingBytes ?? 0) || (a.model.repoId < b.model.repoId ? -1 : 1),
			)
			.slice(0, mostAlmost);
	}
	const floor = Math.min(...chosen.map((model) => scores.get(model) ?? Number.POSITIVE_INFINITY));
	const firstOfFamily = new Map([...near].reverse().map((each) => [each.family, each]));
	return [...firstOfFamily.values()]
		.filter(({ score }) => score >= floor || chosen.length === 0)
		.sort((a, b) => b.score - a.score || (a.candidate.model.repoId < b.candidate.model.repoId ? -1 : 1))
		.slice(0, mostAlmost)
		.map(({ candidate }) => candidate);
}

/** What lacks something that can be said; a language that is missing is not nearly there. */
function describeAlmost(failure: SoleFailure): AlmostCandidate | undefined {
	const { model, verdicts, need, isUnknown, missingBytes, contextTokens } = failure;
	if (isUnknown || need === "language" || (need === "fit" && missingBytes === undefined)) {
		return undefined;
	}
	return {
		model,
		verdicts,
		need,
		...(missingBytes === undefined ? {} : { missingBytes }),
		...(contextTokens === undefined ? {} : { contextTokens }),
	};
}

function isNear({ model, need, verdicts, contextTokens }: AlmostCandidate, context: NeedContext): boolean {
	switch (need) {
		case "fit":
			return verdicts.every(
				({ answer, required, budget }) =>
					answer === "fits" ||
					(required !== undefined && budget !== undefined && required.value <= budget.value * reach),
			);
		case "context":
			return (contextTokens ?? 0) * contextReach >= context.needs.contextTokens;
		case "license":
			return context.classifyLicense(model.license) !== "nonCommercial";
		default:
			return true;
	}
}
