import type { Model } from "./model.ts";

/**
 * Whose a quantization is: of those who made the model, of a converter that many rely on, or of anybody else. From the
 * most to the least that speaks for it.
 */
export const standings = ["maker", "trusted", "other"] as const;

/** Whose a quantization is. */
export type Standing = (typeof standings)[number];

/** A quantization of a model that is kept in another repository, with its files as they were read. */
export interface Offer
	extends Pick<
		Model,
		"repoId" | "formats" | "quantization" | "storedBits" | "artifacts" | "createdAtMs" | "lastModifiedMs"
	> {
	readonly standing: Standing;
	/**
	 * Whether it was last changed before the model's own weights were: made from weights that have been replaced since.
	 * Absent: not known.
	 */
	readonly isOutdated?: boolean;
}
