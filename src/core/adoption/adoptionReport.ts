import type { Model } from "../model/model.ts";
import type { AdoptionResult } from "./adoptionFigure.ts";
import type { Derivatives, Reading } from "./derivatives.ts";
import { computeFamilyShare } from "./familyShare.ts";
import { type AdoptionFlag, findFlags } from "./flags.ts";
import { makeGrowthFigure } from "./growthFigure.ts";
import type { FamilyTree } from "./lineage/familyTree.ts";
import { makeMomentumFigure } from "./momentumFigure.ts";
import { listNeighborReadings } from "./neighborReadings.ts";
import { computeRelativeAdoption, type ModelHistory } from "./relativeAdoption.ts";

/** What a model's adoption is judged by. */
export interface AdoptionInput {
	readonly model: Model;
	readonly derivatives: Derivatives | undefined;
	/** Own readings, ascending by time. */
	readonly readings: readonly Reading[];
	/** Whom it may be compared with. */
	readonly others: readonly ModelHistory[];
	readonly tree: FamilyTree;
}

/** All figures of a model's adoption, each with its cohort, date, basis and flags, or why it is not defined. */
export interface AdoptionReport {
	readonly flags: readonly AdoptionFlag[];
	readonly growth: AdoptionResult;
	readonly momentum: AdoptionResult;
	readonly relativeAdoption: AdoptionResult;
	readonly familyShare: AdoptionResult;
}

/** The figures as of the time when the model's counters were read: an old reading says nothing of today. */
export function reportAdoption(input: AdoptionInput): AdoptionReport {
	const { model, derivatives, readings, others, tree } = input;
	const flags = findFlags(model, derivatives, model.readAtMs, readings, listNeighborReadings(model, others));
	return {
		flags,
		growth: makeGrowthFigure(readings, flags),
		momentum: makeMomentumFigure(model, flags),
		relativeAdoption: computeRelativeAdoption({ model, readings }, others, model.readAtMs, flags),
		familyShare: computeFamilyShare(model.repoId, tree, flags),
	};
}
