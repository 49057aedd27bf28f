/** A series on a chart: one value a label; `null` is a gap, not a zero. */
export interface SeriesView {
	readonly name: string;
	readonly values: readonly (number | null)[];
}

/** A chart with the table that says the same in text. `labels` and each series have the same length. */
export interface ChartView {
	readonly title: string;
	/** Sentence for a screen reader: what the chart shows and its most important reading. */
	readonly summary: string;
	readonly kind: "bar" | "stackedBar" | "line";
	/** Heading of the label column in the table. */
	readonly labelHeading: string;
	readonly labels: readonly string[];
	/** Moments of the labels, ms since the epoch, ascending: a line then runs along time, unevenly as it was read. */
	readonly timesMs?: readonly number[];
	readonly series: readonly SeriesView[];
	/** Moments to mark, such as the day of release: `at` is a position in `labels`. */
	readonly marks?: readonly { readonly at: number; readonly words: string }[];
	/** Why there is nothing to draw, when there is nothing. */
	readonly empty?: string;
	/** Basis and date of the figures. */
	readonly basis: string;
}
