import type { Relation } from "../model/relation.ts";

/** One direct child of a model. */
export interface Derivative {
	readonly repoId: string;
	readonly relation: Relation;
	readonly downloads30d?: number;
}

/** Children created in a calendar month (UTC, `YYYY-MM`). */
export interface MonthCount {
	readonly month: string;
	readonly count: number;
}

/** What is known of one relation's children. */
export interface RelationDerivatives {
	/** Direct children, by the Hub's own count where `Derivatives.scope` is `hub`. */
	readonly count: number;
	/** Children behind `months`: fewer than `count` where only the newest were listed. */
	readonly dated: number;
	/** Ascending, months without children left out. */
	readonly months: readonly MonthCount[];
	/** Most downloaded first; at most 10. */
	readonly largest: readonly Derivative[];
}

/** Derivatives of a model by relation, with the date of the reading. A relation that was not read is absent. */
export interface Derivatives {
	readonly byRelation: Partial<Readonly<Record<Relation, RelationDerivatives>>>;
	/** `hub`: the Hub's counts. `sample`: counted among the models that we know, so at least that many. */
	readonly scope: "hub" | "sample";
	readonly readAtMs: number;
}

/** A dated reading of a model's counters. */
export interface Reading {
	readonly readAtMs: number;
	readonly downloads30d?: number;
	readonly downloadsAllTime?: number;
	readonly likes?: number;
	readonly trendingScore?: number;
	/** Direct children by relation, by the Hub's own count; a relation that was not told is absent. */
	readonly derivatives?: Partial<Readonly<Record<Relation, number>>>;
}
