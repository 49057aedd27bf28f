import type { RequirementKind, RequirementValues, Strength } from "./requirement.ts";

/** What was understood, before it is said where it stood. */
export interface SaidOf<K extends RequirementKind> {
	readonly kind: K;
	readonly value: RequirementValues[K];
	readonly strength: Strength;
	/** The words or the code that said so. */
	readonly excerpt: string;
}

/** A requirement as it was understood. */
export type Said = { [K in RequirementKind]: SaidOf<K> }[RequirementKind];
