import type { ChartConfiguration, ChartDataset, LegendItem, Point } from "chart.js";
import type { ChartView, SeriesView } from "../../src/protocol/chartView.ts";
import { createAxes } from "./chartAxes.ts";
import { createValueFormat } from "./chartTable.ts";
import type { ChartTheme } from "./chartTheme.ts";

/** A fill for the series at a position; a pattern where the color alone would not tell it from its neighbors. */
export type FillSeries = (color: string, index: number) => string | CanvasPattern;

const pointStyles = ["circle", "rect", "triangle", "rectRot", "star"] as const;
const dashes: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [10, 4, 2, 4], [12, 4]];

/** With more points than this, points would merge into a band: only those without a neighbor are drawn. */
const crowdedPoints = 45;

/** Values along the labels, or points along time. */
export type ChartValues = (number | null)[] | Point[];

/** The chart as chart.js draws it: series told apart by color and by point style, dash or pattern. */
export function createChartConfig(
	chart: ChartView,
	theme: ChartTheme,
	locale: string,
	fill: FillSeries,
): ChartConfiguration<"bar" | "line", ChartValues, string> {
	const full = createValueFormat(chart, locale);
	const font = { family: theme.fontFamily, size: theme.fontSizePx };
	const type = chart.kind === "line" ? "line" : "bar";
	return {
		type,
		data: {
			labels: [...chart.labels],
			datasets: chart.series.map((series, index) =>
				type === "line"
					? createLine(series, index, theme, chart.timesMs ?? chart.positions)
					: createBars(series, index, theme, fill),
			),
		},
		options: {
			locale,
			responsive: true,
			maintainAspectRatio: false,
			animation: theme.isMotionReduced ? false : { duration: 200 },
			interaction: { mode: "index", intersect: false, axis: chart.isSideways ? "y" : "x" },
			color: theme.foreground,
			font,
			...(chart.isSideways && { indexAxis: "y" }),
			scales: createAxes(chart, theme, locale),
			plugins: {
				legend: {
					display: chart.series.length > 1,
					position: "bottom",
					// A canvas cannot be pressed by keyboard, so it is not pressed by pointer either.
					onClick: () => undefined,
					labels: {
						color: theme.foreground,
						font,
						boxHeight: theme.fontSizePx,
						...(type === "line" && {
							usePointStyle: true,
							pointStyleWidth: theme.fontSizePx * 2.5,
							generateLabels: () => chart.series.map((series, index) => describeLine(series, index, theme)),
						}),
					},
				},
				tooltip: {
					backgroundColor: theme.background,
					titleColor: theme.foreground,
					bodyColor: theme.foreground,
					borderColor: theme.foreground,
					borderWidth: 1,
					titleFont: font,
					bodyFont: font,
					usePointStyle: true,
					callbacks: {
						...((chart.timesMs ?? chart.positions) && {
							title: ([item]) => chart.labels[item?.dataIndex ?? -1] ?? "",
						}),
						label: ({ dataset, dataIndex, datasetIndex }) => {
							const value = chart.series[datasetIndex]?.values[dataIndex];
							return `${dataset.label}: ${value === null || value === undefined ? "–" : full.format(value)}`;
						},
					},
				},
			},
		},
	};
}

function createBars(
	series: SeriesView,
	index: number,
	theme: ChartTheme,
	fill: FillSeries,
): ChartDataset<"bar" | "line", ChartValues> {
	const color = pickColor(series, index, theme);
	return {
		type: "bar",
		label: series.name,
		data: [...series.values],
		backgroundColor: series.role ? color : fill(color, index),
		borderColor: color,
		borderWidth: 1,
		maxBarThickness: 48,
	};
}

function createLine(
	series: SeriesView,
	index: number,
	theme: ChartTheme,
	places: readonly number[] | undefined,
): ChartDataset<"bar" | "line", ChartValues> {
	const { name, role, values } = series;
	const color = pickColor(series, index, theme);
	const known = values.filter((value) => value !== null).length;
	const isReference = role === "reference";
	return {
		type: "line",
		label: name,
		data: places ? places.map((x, at) => ({ x, y: values[at] ?? Number.NaN })) : [...values],
		backgroundColor: color,
		borderColor: color,
		borderWidth: isReference ? 1 : 2,
		borderDash: pickDash(series, index),
		pointStyle: pick(pointStyles, index + Math.floor(index / theme.series.length)) ?? "circle",
		pointRadius: isReference
			? 0
			: values.map((_value, at) => (known <= crowdedPoints || isAlone(values, at) ? 3 : 0)),
		// A gap is a gap: nothing is known between its ends.
		spanGaps: false,
	};
}

/** What the others leave over, and what is drawn to compare with, are neutral. */
function pickColor({ role }: SeriesView, index: number, theme: ChartTheme): string {
	return role ? theme.neutral : (pick(theme.series, index) ?? theme.foreground);
}

function pickDash({ role }: SeriesView, index: number): number[] {
	return role === "reference" ? [3, 3] : [...(pick(dashes, index) ?? [])];
}

/** A piece of the line for the legend: chart.js itself leaves out the dashes. */
function describeLine(series: SeriesView, index: number, theme: ChartTheme): LegendItem {
	return {
		text: series.name,
		datasetIndex: index,
		pointStyle: "line",
		fontColor: theme.foreground,
		strokeStyle: pickColor(series, index, theme),
		lineWidth: series.role === "reference" ? 1 : 2,
		lineDash: pickDash(series, index),
	};
}

/** Whether a line would not show the value, having nothing on either side to go to. */
function isAlone(values: readonly (number | null)[], at: number): boolean {
	return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
	return items[index % items.length];
}
