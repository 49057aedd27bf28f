import type { Model } from "../model/model.ts";
import { type Family, groupFamilies, type ModelIndex } from "./families.ts";
import type { NeedContext } from "./needs.ts";
import type { AlmostCandidate } from "./pickResult.ts";
import { rankEntries } from "./rank.ts";
import { describeEntry, describeWork } from "./rankedEntry.ts";
import type { SoleFailure } from "./soleFailure.ts";

/** Up to half as much memory again, and down to half the context: further away is not almost. */
const reach = 1.5;
const contextReach = 2;

const mostAlmost = 3;

/**
 * Models that fail one requirement only, and that one narrowly: those that would have come before the last of
 * the `chosen`, ranked as these are, one a family, and none of a family that is among those that pass. What
 * is not known to be satisfied is not almost. Where nothing passes and nothing is near, those that lack the
 * least memory, however much that is.
 */
export function findAlmost(
	soleFailures: readonly SoleFailure[],
	passed: readonly Family[],
	index: ModelIndex,
	chosen: readonly Model[],
	context: NeedContext,
): readonly AlmostCandidate[] {
	const single = soleFailures.flatMap((each) => describeAlmost(each) ?? []);
	const near = single.filter((each) => isNear(each, context));
	if (near.length === 0 && passed.length === 0) {
		return single
			.filter((each) => each.missingBytes !== undefined)
			.sort(
				(a, b) => (a.missingBytes ?? 0) - (b.missingBytes ?? 0) || (a.model.repoId < b.model.repoId ? -1 : 1),
			)
			.slice(0, mostAlmost);
	}
	const byModel = new Map(near.map((each) => [each.model, each]));
	const passedModels = new Set(passed.flatMap((family) => family.members));
	const nearFamilies = groupFamilies([...passedModels, ...byModel.keys()], index).filter((family) =>
		family.members.every((model) => !passedModels.has(model)),
	);
	const entries = [...passed, ...nearFamilies].flatMap((family) => {
		const [model] = family.members;
		return model === undefined ? [] : [describeEntry(family, model, context)];
	});
	const ranks = rankEntries(entries, describeWork(context));
	const ranked = entries.map(({ model }, at) => ({ model, score: ranks[at]?.score ?? 0 }));
	const floor = ranked
		.filter(({ model }) => chosen.includes(model))
		.reduce((least, { score }) => Math.min(least, score), Number.POSITIVE_INFINITY);
	return ranked
		.filter(({ model, score }) => byModel.has(model) && (score >= floor || chosen.length === 0))
		.sort((a, b) => b.score - a.score || (a.model.repoId < b.model.repoId ? -1 : 1))
		.slice(0, mostAlmost)
		.flatMap(({ model }) => byModel.get(model) ?? []);
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
