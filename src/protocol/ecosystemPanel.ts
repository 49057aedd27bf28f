import type { ChartView } from "./chartView.ts";

/** What the figures can be narrowed to. */
export const ecosystemFields = ["language", "task", "license", "owner"] as const;

/** A field that the figures can be narrowed to. */
export type EcosystemField = (typeof ecosystemFields)[number];

/** The value of each field that is chosen; an absent field does not narrow. */
export type EcosystemChoice = Partial<Readonly<Record<EcosystemField, string>>>;

/** A field with its values, the most frequent first. */
export interface FieldView {
	readonly field: EcosystemField;
	readonly label: string;
	readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** One way to draw a chart, such as by downloads or by the number of models. Its title names the way. */
export interface MeasureView extends ChartView {
	/** Keys of the chart's rows along `labels`, and ids of its columns along `series`, by which models are asked for. */
	readonly keys: readonly string[];
	readonly columns: readonly string[];
}

/** A row of a chart's table. */
export interface EcosystemRowView {
	readonly key: string;
	readonly label: string;
	readonly cells: readonly string[];
	/** Whether there are models behind each cell, or, as the only one, behind the row. */
	readonly hasModels: readonly boolean[];
}

/** One question about the ecosystem with its answer. */
export interface EcosystemChartView {
	readonly id: string;
	readonly title: string;
	/** What it means, in one plain sentence with its figures. */
	readonly says: string;
	/** What it was computed from, what was left out, and what it is narrowed to. */
	readonly basis: string;
	/** At least one. */
	readonly measures: readonly MeasureView[];
	readonly headings: readonly string[];
	/** Ids of the columns along `headings`, without the first heading. */
	readonly columns: readonly string[];
	readonly rows: readonly EcosystemRowView[];
}

/** All that the panel shows, in the reader's language: a whole snapshot. */
export interface EcosystemView {
	/** How many models it was computed from, where they come from, and of what dates. */
	readonly source: string;
	/** What must be known to read the figures rightly. */
	readonly notes: readonly string[];
	readonly fields: readonly FieldView[];
	readonly charts: readonly EcosystemChartView[];
	/** Figures are on their way, from the Hub or from what is known. */
	readonly isLoading: boolean;
	/** Whether more models can be read from the Hub. */
	readonly canReadMore: boolean;
	readonly problem?: string;
}

/** Fixed words of the panel, translated in the host. */
export interface EcosystemStrings {
	readonly title: string;
	readonly loading: string;
	readonly readMore: string;
	readonly exportMarkdown: string;
	readonly exportCsv: string;
	readonly exportPng: string;
	readonly narrowTo: string;
	readonly all: string;
	readonly measure: string;
	readonly showTable: string;
	/** `{0}`: a row or a cell. */
	readonly showModels: string;
	/** `{0}`: how many. */
	readonly shown: string;
	/** How a chart is walked by keyboard. */
	readonly chartKeys: string;
}

/** What the panel of the ecosystem may ask of the host. */
export interface EcosystemPanelMethods {
	/** The panel is ready: its words, the reader's locale, and the figures for what the reader chose. */
	getEcosystem(params: { readonly choice: EcosystemChoice }): Promise<{
		readonly strings: EcosystemStrings;
		readonly locale: string;
		readonly ecosystem: EcosystemView;
	}>;
	/** Narrows the figures. They come as an event. */
	setChoice(params: { readonly choice: EcosystemChoice }): Promise<void>;
	/** Reads more models from the Hub. The figures come as an event. */
	readMore(params: Record<never, never>): Promise<void>;
	/** Shows the models behind a row, or behind its cell in a column, in the sidebar. */
	showModels(params: {
		readonly chart: string;
		readonly key: string;
		readonly column: string;
	}): Promise<{ readonly count: number }>;
	/** Asks where to, and writes a chart's table there. */
	exportCsv(params: { readonly chart: string }): Promise<void>;
	/** Asks where to, and writes a picture of a chart there, which the panel drew: PNG in base64. */
	exportPng(params: { readonly chart: string; readonly png: string }): Promise<void>;
	/** Opens the whole as a Markdown document that is not saved yet. */
	exportMarkdown(params: Record<never, never>): Promise<void>;
}

/** What the host tells it unasked: whole snapshots. */
export interface EcosystemPanelEvents {
	ecosystemChanged: EcosystemView;
}
