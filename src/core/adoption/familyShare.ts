import type { AdoptionResult } from "./adoptionFigure.ts";
import type { AdoptionFlag } from "./flags.ts";
import type { FamilyTree } from "./lineage/familyTree.ts";

/**
 * Family share: a model's own downloads of the last 30 days over those of its family, which is it and its derivatives of
 * six levels among the models that we know. 0 to 1; an upper bound, since derivatives that are not known or
 * whose downloads are not are missing. 1 where it has none.
 */
export function computeFamilyShare(
	repoId: string,
	tree: FamilyTree,
	flags: readonly AdoptionFlag[] = [],
): AdoptionResult {
	const model = tree.find(repoId);
	const own = model?.counters.downloads30d;
	if (model === undefined || own === undefined) {
		return { reason: "noDownloads" };
	}
	const known = tree
		.listDescendants(repoId)
		.filter((descendant) => descendant.model.counters.downloads30d !== undefined);
	const total = known.reduce((sum, each) => sum + (each.model.counters.downloads30d ?? 0), own);
	if (total <= 0) {
		return { reason: "noDownloads" };
	}
	const asOfMs = known.reduce((oldest, each) => Math.min(oldest, each.model.readAtMs), model.readAtMs);
	return {
		figure: {
			value: own / total,
			high: own / total,
			low: 0,
			basis: "computed",
			from: "knownModels",
			asOfMs,
			cohort: { kind: "family", size: known.length + 1 },
			flags,
		},
	};
}
