import type { ChartConfiguration, ChartDataset, LegendItem, Point } from "chart.js";
import type { ChartView, SeriesView } from "../../src/protocol/chartView.ts";
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
	const isStacked = chart.kind === "stackedBar";
	const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
	const day = new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "short",
		year: "2-digit",
		timeZone: "UTC",
	});
	const font = { family: theme.fontFamily, size: theme.fontSizePx };
	const type = chart.kind === "line" ? "line" : "bar";
	return {
		type,
		data: {
			labels: [...chart.labels],
			datasets: chart.series.map((series, index) =>
				type === "line"
					? createLine(series, index, theme, chart.timesMs)
					: createBars(series, index, theme, fill),
			),
		},
		options: {
			locale,
			responsive: true,
			maintainAspectRatio: false,
			animation: theme.isMotionReduced ? false : { duration: 200 },
			interaction: { mode: "index", intersect: false },
			color: theme.foreground,
			font,
			scales: {
				x: {
					...(chart.timesMs && { type: "linear", bounds: "data", afterBuildTicks: dropCrowdedTick }),
					stacked: isStacked,
					grid: { display: false },
					border: { color: theme.grid },
					ticks: {
						color: theme.foreground,
						font,
						maxRotation: 0,
						autoSkipPadding: 12,
						...(chart.timesMs && {
							callback: (value) => day.format(Number(value)),
							maxTicksLimit: 6,
						}),
					},
				},
				y: {
					stacked: isStacked,
					beginAtZero: true,
					grid: { color: theme.grid, lineWidth: 0.5 },
					border: { display: false },
					ticks: {
						color: theme.foreground,
						font,
						maxTicksLimit: 6,
						callback: (value) => compact.format(Number(value)),
					},
				},
			},
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
					...(chart.timesMs && {
						callbacks: { title: ([item]) => chart.labels[item?.dataIndex ?? -1] ?? "" },
					}),
				},
			},
		},
	};
}

function createBars(
	{ name, values }: SeriesView,
	index: number,
	theme: ChartTheme,
	fill: FillSeries,
): ChartDataset<"bar", (number | null)[]> {
	const color = pick(theme.series, index) ?? theme.foreground;
	return {
		type: "bar",
		label: name,
		data: [...values],
		backgroundColor: fill(color, index),
		borderColor: color,
		borderWidth: 1,
		maxBarThickness: 48,
	};
}

function createLine(
	{ name, values }: SeriesView,
	index: number,
	theme: ChartTheme,
	timesMs: readonly number[] | undefined,
): ChartDataset<"line", ChartValues> {
	const color = pick(theme.series, index) ?? theme.foreground;
	const known = values.filter((value) => value !== null).length;
	return {
		type: "line",
		label: name,
		data: timesMs ? timesMs.map((x, at) => ({ x, y: values[at] ?? Number.NaN })) : [...values],
		backgroundColor: color,
		borderColor: color,
		borderWidth: 2,
		borderDash: [...(pick(dashes, index) ?? [])],
		pointStyle: pick(pointStyles, index) ?? "circle",
		pointRadius: values.map((_value, at) => (known <= crowdedPoints || isAlone(values, at) ? 3 : 0)),
		// A gap is a gap: nothing is known between its ends.
		spanGaps: false,
	};
}

/** A piece of the line for the legend: chart.js itself leaves out the dashes. */
function describeLine({ name }: SeriesView, index: number, theme: ChartTheme): LegendItem {
	return {
		text: name,
		datasetIndex: index,
		pointStyle: "line",
		fontColor: theme.foreground,
		strokeStyle: pick(theme.series, index) ?? theme.foreground,
		lineWidth: 2,
		lineDash: [...(pick(dashes, index) ?? [])],
	};
}

/** Whether a line would not show the value, having nothing on either side to go to. */
function isAlone(values: readonly (number | null)[], at: number): boolean {
	return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
	return items[index % items.length];
}

/** The last tick is the last moment; the one before it goes when their dates would run into each other. */
function dropCrowdedTick({ ticks }: { readonly ticks: { readonly value: number }[] }): void {
	const [first, second] = ticks;
	const [beforeLast, last] = ticks.slice(-2);
	if (ticks.length > 2 && first && second && beforeLast && last) {
		const step = second.value - first.value;
		if (last.value - beforeLast.value < step * 0.75) {
			ticks.splice(-2, 1);
		}
	}
}
