/**
 * Whose a quantization is: of those who made the model, of a converter that many rely on, or of anybody else. From the
 * most to the least that speaks for it.
 */
export const standings = ["maker", "trusted", "other"] as const;

/** Whose a quantization is. */
export type Standing = (typeof standings)[number];
