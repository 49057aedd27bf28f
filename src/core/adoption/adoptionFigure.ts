import type { ParameterBucket } from "../catalog/parameterBuckets.ts";
import type { Figure } from "../model/figure.ts";
import type { AdoptionFlag } from "./flags.ts";

/**
 * Whom a model is compared with. `mostDownloaded`: the most downloaded models of its size at the same age, from their
 * histories, as the ATOM project does. `sameAge`: models of its size that are about as old now, which stands in
 * where histories are missing. `family`: it and what was derived from it.
 */
export interface Cohort {
	readonly kind: "mostDownloaded" | "sameAge" | "family";
	/** Models that it is compared with; for a family, its members. */
	readonly size: number;
	readonly bucket?: ParameterBucket;
}

/** A figure of adoption with what it must be read beside. */
export interface AdoptionFigure extends Figure {
	readonly asOfMs: number;
	readonly cohort?: Cohort;
	readonly flags: readonly AdoptionFlag[];
}

/** Why a figure is not defined. */
export type UndefinedReason =
	| "noReadings"
	| "shortHistory"
	| "smallBase"
	| "noCreationDate"
	| "tooYoung"
	| "noSize"
	| "otherTask"
	| "noCohort"
	| "noDownloads";

/** A figure, or why there is none. */
export type AdoptionResult =
	| { readonly figure: AdoptionFigure; readonly reason?: never }
	| { readonly reason: UndefinedReason; readonly figure?: never };
