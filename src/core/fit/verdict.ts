import type { Artifact } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";

/** The closed set of answers. `offload` is slow and never called "fits". */
export type FitAnswer = "fits" | "offload" | "tooLarge" | "unsupported" | "unknown";

/** Why an answer is what it is where memory alone does not say it. */
export type FitReason =
	| "sizeUnknown"
	| "budgetUnknown"
	| "formatNotRunnable"
	| "weightsOnly"
	/** It does not fit, and whether it would with the system's memory beside the card's cannot be told. */
	| "systemMemoryUnknown";

/** Bytes by part. A part that does not apply is absent; one that applies and is unknown makes the answer `unknown`. */
export interface FitParts {
	readonly weights?: Figure;
	readonly kvCache?: Figure;
	readonly overhead?: Figure;
	/** The vision projector that is loaded beside the weights. */
	readonly projector?: Figure;
}

/** How what is loaded is laid out over a target's memory. */
export const placementKinds = ["device", "layers", "tensors", "experts", "partial"] as const;

/**
 * Where what is loaded would be. `device`: all on one. `layers`: whole layers on each of several. `tensors`: an equal
 * part of every layer on each of several. `experts`: experts as far as needed in the system's memory, all else on the
 * device. `partial`: what the device does not hold in the system's memory.
 */
export interface Placement {
	readonly kind: (typeof placementKinds)[number];
	/** Devices that hold a part. */
	readonly deviceCount: number;
	/** Bytes in the system's memory; 0 unless offloaded. */
	readonly hostBytes: number;
}

/** A model's artifact at a context length judged against one target. All bytes. */
export interface Verdict {
	readonly targetId: string;
	readonly answer: FitAnswer;
	readonly reasons: readonly FitReason[];
	readonly parts: FitParts;
	/** Sum of the parts. */
	readonly required?: Figure;
	/** What the target can give to a model: one device, or those that it is split over, as far as the split can use them. */
	readonly budget?: Figure;
	/** Absent where it does not fit, or that is not known. */
	readonly placement?: Placement;
	/** Context in tokens that the verdict is for: the one asked for, or the model's own limit where that is less. */
	readonly contextTokens: number;
	/** What was judged (`Q4_K_M`, `awq`, `16-bit`); absent when there was nothing to judge. */
	readonly label?: string;
	/** The checkpoint set that was judged, when one was read; absent for an assumed width. */
	readonly artifact?: Artifact;
	/** A usual quantization was assumed that this repository does not hold. */
	readonly isAssumed?: boolean;
	/** Id of the support rule behind `formatNotRunnable` (`readSupportTable`). */
	readonly supportRuleId?: string;
}
