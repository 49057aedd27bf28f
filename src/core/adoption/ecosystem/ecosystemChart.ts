/** The questions that the state of the ecosystem answers, in the order in which they are shown. */
export const chartIds = [
	"concentration",
	"concentrationCurve",
	"sizes",
	"builders",
	"countries",
	"familyNames",
	"families",
	"relations",
	"licenses",
	"formats",
	"cadence",
	"attention",
	"tasks",
	"communities",
	"rising",
] as const;

/** One of the charts. */
export type ChartId = (typeof chartIds)[number];

/** What the numbers of a column are. Shares are 0 to 1; downloads are of the last 30 days. */
export type ColumnUnit =
	| "models"
	| "downloads"
	| "share"
	| "parameters"
	| "days"
	| "score"
	| "likes"
	| "ratio";

/** A column: a code that the host has words for, or a name from the Hub (a license, a format). */
export interface ChartColumn {
	readonly id: string;
	readonly unit: ColumnUnit;
	/** The ID is a word of the Hub's and is shown as it is. */
	readonly isName?: boolean;
}

/** A bar, a group of bars, or a point on each line. */
export interface ChartRow {
	/** What the row is of: a month `YYYY-MM`, a repo id, an owner, a code. */
	readonly key: string;
	/** By column; `undefined` is a gap. */
	readonly values: readonly (number | undefined)[];
	/**
	 * Rows of the models behind it, most downloaded first: one list for all its values, or one for each. The host asks
	 * `Ecosystem.listModelIds` for their names.
	 */
	readonly members: readonly Int32Array[];
}

/** A figure as a table, which is also its chart. */
export interface EcosystemChart {
	readonly id: ChartId;
	/** `line`: rows are in order of time, age or rank. `bar`: rows are things, the largest first. */
	readonly kind: "bar" | "line";
	readonly columns: readonly ChartColumn[];
	readonly rows: readonly ChartRow[];
	/** Models that it was computed from, and those left out because what it is about is not known of them. */
	readonly counted: number;
	readonly unknown: number;
	/** The Gini coefficient of `concentration`, 0 (all alike) to 1. */
	readonly gini?: number;
}
