/** A series on a chart: one value a label; `null` is a gap, not a zero. */
export interface SeriesView {
	readonly name: string;
	readonly values: readonly (number | null)[];
	/** `reference`: drawn to compare with; `rest`: what the others leave over. Neither has a color of its own. */
	readonly role?: "reference" | "rest";
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
	/** Places of the labels on a line's axis as plain numbers, ascending, such as days after release. */
	readonly positions?: readonly number[];
	readonly series: readonly SeriesView[];
	/** Bars that lie, where labels are long: labels from above, values to the right. */
	readonly isSideways?: boolean;
	/** Values by powers of ten: what is 0 is not drawn. */
	readonly isLogarithmic?: boolean;
	/** Values are shares from 0 to 1 and shown as percent. */
	readonly isShare?: boolean;
	/** Words stand at every so-manieth label only; absent: where there is room. */
	readonly labelStep?: number;
	/** What the values are, along their axis. */
	readonly valueHeading?: string;
	/** Moments to mark, such as the day of release: `at` is a position in `labels`. */
	readonly marks?: readonly { readonly at: number; readonly words: string }[];
	/** Why there is nothing to draw, when there is nothing. */
	readonly empty?: string;
	/** Basis and date of the figures. */
	readonly basis: string;
}
