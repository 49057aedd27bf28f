import { tellPipelineKind } from "../code/pipelineClass.ts";
import type { Model } from "../model/model.ts";
import { checkNeed } from "./checks/checkNeed.ts";
import { checkFormats } from "./checks/checkShape.ts";
import type { Family } from "./families.ts";
import type { JudgedFit, NeedContext, NeedKind, Needs } from "./needs.ts";
import type { Ranked, RankedFor } from "./rank.ts";
import { avoidedNames } from "./workloads.ts";

/** So many requirements that are not known to be satisfied count in full. */
const mostUnverified = 9;

/** What an unknown counts of something that is liked: less than half, or who says nothing would come before who says no. */
const unknownShare = 0.25;

/** A family by the member that is shown, as it is ranked. */
export function describeEntry(
	family: Family,
	model: Model,
	context: NeedContext,
	unverified: readonly NeedKind[] = [],
	verdicts: readonly JudgedFit[] = [],
): Ranked {
	return {
		family,
		model,
		licenseClass: context.classifyLicense(model.license),
		preferred: measurePreferred(model, context, verdicts),
		unverified: Math.min(1, unverified.length / mostUnverified),
		isLoadedOtherwise:
			isLoadedOtherwise(model, context.needs) || isOfOtherPipeline(model, context.needs.pipelineKind),
	};
}

/** Whether a model is known to be of another kind than the one that the code's own pipeline loads. */
export function isOfOtherPipeline({ repoId, baseModels }: Model, kind: string | undefined): boolean {
	const own = kind === undefined ? undefined : tellPipelineKind([repoId, ...(baseModels?.repoIds ?? [])]);
	return own !== undefined && own !== kind;
}

/** The member of a family to show: the first that what is in use may load, else the first. */
export function chooseShown({ members }: Family, { needs }: NeedContext): Model | undefined {
	return members.find((member) => !isLoadedOtherwise(member, needs)) ?? members[0];
}

/** Whether what is in use is known to load no such files; of several, none of them does. */
function isLoadedOtherwise(model: Model, { inUse = [] }: Needs): boolean {
	return inUse.length > 0 && inUse.every((each) => checkFormats(model, each) === "no");
}

/** What entries are ranked for, by what is needed. */
export function describeWork({ needs, weights, quality }: NeedContext): RankedFor {
	return {
		tasks: needs.tasks,
		prefers: needs.prefersNames ?? [],
		avoids: [...avoidedNames, ...(needs.avoidsNames ?? [])],
		capabilities: needs.capabilities ?? [],
		quality,
		...(weights === undefined ? {} : { weights }),
	};
}

function measurePreferred(model: Model, context: NeedContext, verdicts: readonly JudgedFit[]): number {
	const { preferred, preferredKinds = [] } = context.needs;
	if (preferred === undefined || preferredKinds.length === 0) {
		return 0;
	}
	const liked = { ...context, needs: preferred };
	const shares = preferredKinds.map((kind): number => {
		if (kind === "format" && verdicts.some(({ isOtherwise }) => isOtherwise)) {
			return 0;
		}
		const answer = checkNeed(kind, model, liked, verdicts);
		return answer === "yes" ? 1 : answer === "unknown" ? unknownShare : 0;
	});
	return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
