import type { ChartView } from "../../src/protocol/chartView.ts";

/** What a chart says, as text: a heading a column, a label and a cell a series for each row. */
export interface ChartTable {
	readonly headings: readonly string[];
	readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** How a chart's values are written in full. */
export function createValueFormat(chart: ChartView, locale: string): Intl.NumberFormat {
	return new Intl.NumberFormat(locale, {
		maximumFractionDigits: 1,
		...(chart.isShare && { style: "percent" }),
	});
}

/** The table behind a chart, numbers in full in the reader's locale; a gap stays a gap. */
export function createChartTable(chart: ChartView, locale: string): ChartTable {
	const format = createValueFormat(chart, locale);
	return {
		headings: [chart.labelHeading, ...chart.series.map((series) => series.name)],
		rows: chart.labels.map((label, index) => ({
			label,
			cells: chart.series.map(({ values }) => {
				const value = values[index] ?? undefined;
				return value === undefined ? "–" : format.format(value);
			}),
		})),
	};
}

/** Whether there is nothing to draw: the host says so, or no series has a value. */
export function isChartEmpty(chart: ChartView): boolean {
	return (
		chart.empty !== undefined ||
		!chart.series.some(({ values }) => values.some((value) => value !== null && Number.isFinite(value)))
	);
}
