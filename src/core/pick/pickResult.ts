import type { Verdict } from "../fit/verdict.ts";
import type { Model } from "../model/model.ts";
import type { Counterfactual } from "./counterfactuals.ts";
import type { NeedKind } from "./needs.ts";
import type { QualityScore } from "./quality/scoreModels.ts";
import type { RankTerms } from "./rank.ts";

/** Why a candidate is on the list, most telling first: what speaks against it, what sets it apart, what most share. */
export const reasonCodes = [
	"largest",
	"newest",
	"mostTrusted",
	"specialist",
	"permissiveLicense",
	"statesLanguages",
	"languagesPublished",
	"fitsAllTargets",
	"byOriginalAuthor",
	"languageNotStated",
	"contextNotStated",
	"licenseNotStated",
	"fitNotKnown",
	"gatingNotStated",
	"otherWork",
	"otherLoader",
	"otherCall",
] as const;

/** Why a candidate is on the list. */
export type ReasonCode = (typeof reasonCodes)[number];

/** More than seven is a list, not a choice. */
export const mostCandidates = 7;

/** A model that satisfies every requirement. */
export interface PickCandidate {
	readonly model: Model;
	/** On the targets, in their order. */
	readonly verdicts: readonly Verdict[];
	readonly reasons: readonly ReasonCode[];
	/** Requirements that were let pass although they are not known to be satisfied. */
	readonly unverified: readonly NeedKind[];
	readonly terms: RankTerms;
	readonly score: number;
	/** What the quality rests on; absent where no evaluations are known of the kind of work. */
	readonly quality?: QualityScore;
	/** Where what fits was assumed: another repository of the family, which holds such quantizations. */
	readonly loadAs?: Model;
	/** Others of its family that satisfy everything too, first choice first. */
	readonly siblings: readonly Model[];
}

/** A model just out of reach: it fails one requirement and nothing else. */
export interface AlmostCandidate {
	readonly model: Model;
	readonly verdicts: readonly Verdict[];
	readonly need: NeedKind;
	/** For `fit`: the most that any of the targets lacks. */
	readonly missingBytes?: number;
	/** For `context`: what the model declares. */
	readonly contextTokens?: number;
}

/** How many models are left after a step; the last two: one of each family, and what is shown. */
export interface TrailStep {
	readonly need: NeedKind | "family" | "rank";
	readonly left: number;
}

/** A well-known model for the task that is not on the list, with the first requirement that it fails. */
export interface LeftOut {
	readonly model: Model;
	readonly need: NeedKind;
	/** It is not known whether it satisfies the requirement: unknown is not no. */
	readonly isUnknown: boolean;
}

/** A choice with its reasons. */
export interface PickResult {
	/** Best first; at most 7. */
	readonly candidates: readonly PickCandidate[];
	readonly almost: readonly AlmostCandidate[];
	/** What one relaxation each would bring in, the most telling first. */
	readonly counterfactuals: readonly Counterfactual[];
	/** How many models there were. */
	readonly total: number;
	/** In the order of elimination; a requirement that was not asked for, or that always holds, is left out. */
	readonly trail: readonly TrailStep[];
	readonly leftOut: readonly LeftOut[];
	/** Who fell at each step of the trail, the best known first; not all of them. */
	readonly fallen: Partial<Readonly<Record<NeedKind, readonly LeftOut[]>>>;
}
