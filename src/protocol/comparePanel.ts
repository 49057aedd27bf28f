import type { ChartView } from "./chartView.ts";

/** What is said of one model in a row. `mark` is a verdict's shape; `detail` is the basis. */
export interface CompareCellView {
	readonly value: string;
	readonly mark?: string;
	readonly detail?: string;
}

/** A property, with a cell a model. */
export interface CompareRowView {
	readonly label: string;
	readonly cells: readonly CompareCellView[];
}

/** Two to four models side by side, in the reader's language: a whole snapshot, never a delta. */
export interface CompareView {
	/** In the order of the columns. */
	readonly models: readonly { readonly repoId: string; readonly name: string }[];
	readonly sections: readonly { readonly heading: string; readonly rows: readonly CompareRowView[] }[];
	/** Adoption from release day and by calendar. */
	readonly charts: readonly ChartView[];
	/** Of when the facts are. */
	readonly source: string;
	readonly problem?: string;
	readonly isLoading: boolean;
}

/** Fixed words of the panel, translated in the host. */
export interface CompareStrings {
	readonly title: string;
	readonly property: string;
	readonly copyMarkdown: string;
	readonly copied: string;
	readonly refresh: string;
	readonly loading: string;
	readonly showTable: string;
}

/** What the panel may ask of the host. */
export interface ComparePanelMethods {
	getComparison(params: Record<never, never>): Promise<{
		readonly strings: CompareStrings;
		readonly locale: string;
		readonly comparison: CompareView;
	}>;
	/** Asks the Hub for all of them again. */
	refresh(params: Record<never, never>): Promise<void>;
	copyMarkdown(params: Record<never, never>): Promise<void>;
	openModel(params: { readonly repoId: string }): Promise<void>;
}

/** What the host tells it unasked. */
export interface ComparePanelEvents {
	comparisonChanged: CompareView;
}
