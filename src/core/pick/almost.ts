import type { Verdict } from "../fit/verdict.ts";
import type { Model } from "../model/model.ts";
import { type Elimination, judgeAll } from "./eliminate.ts";
import { type Family, groupFamilies, type ModelIndex } from "./families.ts";
import { checkNeed, type NeedContext, type NeedKind, needKinds } from "./needs.ts";
import type { AlmostCandidate } from "./pickResult.ts";

/** Requirements that a person may be ready to loosen. */
const negotiable: readonly NeedKind[] = ["license", "gating", "context", "fit"];

/** Up to half as much memory again, and down to half the context: further away is not almost. */
const reach = 1.5;
const contextReach = 2;

const mostAlmost = 3;

/**
 * Models that fail one requirement only, and that one narrowly: most liked first, one a family, and none of a family that
 * is among those that pass. What is not known to be satisfied is not almost.
 */
export function findAlmost(
	eliminations: readonly Elimination[],
	passed: readonly Family[],
	index: ModelIndex,
	context: NeedContext,
): readonly AlmostCandidate[] {
	const near = eliminations.flatMap((each) => describeNear(each, context) ?? []);
	const byModel = new Map(near.map((each) => [each.model, each]));
	const taken = new Set(passed.map((family) => family.key));
	return groupFamilies([...byModel.keys()], index)
		.filter((family) => !taken.has(family.key))
		.flatMap((family) => (family.members[0] === undefined ? [] : (byModel.get(family.members[0]) ?? [])))
		.sort(
			({ model: a }, { model: b }) =>
				(b.counters.likes ?? -1) - (a.counters.likes ?? -1) || (a.repoId < b.repoId ? -1 : 1),
		)
		.slice(0, mostAlmost);
}

function describeNear(
	{ model, failure, verdicts: judged }: Elimination,
	context: NeedContext,
): AlmostCandidate | undefined {
	if (failure === undefined || failure.isUnknown || !negotiable.includes(failure.need)) {
		return undefined;
	}
	const verdicts = failure.need === "fit" ? judged : judgeAll(model, context);
	const { need } = failure;
	const isOnlyOne = needKinds.every((other) => {
		const answer = other === need ? "yes" : checkNeed(other, model, context, verdicts);
		const isIncluded = answer === "unknown" && context.needs.includeUnknown?.includes(other) === true;
		return answer === "yes" || isIncluded;
	});
	if (!isOnlyOne) {
		return undefined;
	}
	const base = { model, verdicts, need };
	switch (need) {
		case "fit":
			return describeFit(base, verdicts);
		case "context": {
			const declared = model.contextLength?.value ?? 0;
			return declared * contextReach >= context.needs.contextTokens
				? { ...base, contextTokens: declared }
				: undefined;
		}
		case "license":
			return context.classifyLicense(model.license) === "nonCommercial" ? undefined : base;
		default:
			return base;
	}
}

function describeFit(
	base: { readonly model: Model; readonly verdicts: readonly Verdict[]; readonly need: NeedKind },
	verdicts: readonly Verdict[],
): AlmostCandidate | undefined {
	let missingBytes = 0;
	for (const { answer, required, budget } of verdicts) {
		if (answer === "fits") {
			continue;
		}
		const isNear =
			required !== undefined &&
			budget !== undefined &&
			(answer === "offload" || required.value <= budget.value * reach);
		if (!isNear || answer === "unsupported" || answer === "unknown") {
			return undefined;
		}
		missingBytes = Math.max(missingBytes, required.value - budget.value);
	}
	return missingBytes > 0 ? { ...base, missingBytes } : base;
}
