import type { Artifact } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";

/** The closed set of answers. `offload` is slow and never called "fits". */
export type FitAnswer = "fits" | "offload" | "tooLarge" | "unsupported" | "unknown";

/** Why an answer is what it is where memory alone does not say it. */
export type FitReason = "sizeUnknown" | "budgetUnknown" | "formatNotRunnable" | "weightsOnly";

/** Bytes by part. A part that does not apply is absent; one that applies and is unknown makes the answer `unknown`. */
export interface FitParts {
	readonly weights?: Figure;
	readonly kvCache?: Figure;
	readonly overhead?: Figure;
}

/** A model's artifact at a context length judged against one target. All bytes. */
export interface Verdict {
	readonly targetId: string;
	readonly answer: FitAnswer;
	readonly reasons: readonly FitReason[];
	readonly parts: FitParts;
	/** Sum of the parts. */
	readonly required?: Figure;
	/** What the target can give to a model. */
	readonly budget?: Figure;
	/** Context length in tokens that the verdict is for. */
	readonly contextTokens: number;
	/** The artifact that was judged: read, or assumed (`quantization` says which width was assumed). */
	readonly artifact?: Artifact;
}
