import type { ChartConfiguration } from "chart.js";
import type { ChartView } from "../../src/protocol/chartView.ts";
import type { ChartTheme } from "./chartTheme.ts";

type Scales = NonNullable<NonNullable<ChartConfiguration<"bar" | "line">["options"]>["scales"]>;

/** Labels on a lying chart are cut off beyond this; the table has them whole. */
const mostLabelLength = 22;

/** The axis of labels and the axis of values: on x and y, or the other way round where bars lie. */
export function createAxes(chart: ChartView, theme: ChartTheme, locale: string): Scales {
	const isStacked = chart.kind === "stackedBar";
	const font = { family: theme.fontFamily, size: theme.fontSizePx };
	const title = (text: string | undefined) => ({
		display: Boolean(text),
		text: text ?? "",
		color: theme.foreground,
		font,
	});
	const day = new Intl.DateTimeFormat(locale, {
		day: "numeric",
		month: "short",
		year: "numeric",
		timeZone: "UTC",
	});
	const places = chart.timesMs ?? chart.positions;
	const labels = {
		stacked: isStacked,
		grid: { display: false },
		border: { color: theme.grid },
		// Months need no heading, and the words of lying bars say what they are.
		title: title(
			(chart.valueHeading && !chart.isSideways) || chart.positions ? chart.labelHeading : undefined,
		),
		ticks: {
			color: theme.foreground,
			font,
			maxRotation: 0,
			autoSkipPadding: 12,
			...(chart.isSideways && {
				autoSkip: false,
				callback: (_value: unknown, at: number) => shorten(chart.labels[at] ?? ""),
			}),
			...(chart.labelStep !== undefined && {
				autoSkip: false,
				callback: (_value: unknown, at: number) =>
					at % (chart.labelStep ?? 1) === 0 ? (chart.labels[at] ?? "") : null,
			}),
			...(places && {
				callback: (value: number | string) =>
					chart.timesMs ? day.format(Number(value)) : Number(value).toLocaleString(locale),
				maxTicksLimit: 6,
			}),
		},
	};
	const values = {
		stacked: isStacked,
		grid: { color: theme.grid, lineWidth: 0.5 },
		border: { display: false },
		title: title(chart.valueHeading),
		ticks: {
			color: theme.foreground,
			font,
			maxRotation: 0,
			maxTicksLimit: 6,
			...(countsThings(chart) && { precision: 0 }),
			callback: createTickWords(chart, locale),
		},
	};
	const byTime = places && {
		type: "linear" as const,
		bounds: "data" as const,
		// Plain places count from something, as days from release: where that is must be seen.
		...(chart.positions && { min: 0 }),
		afterBuildTicks: dropCrowdedTick,
	};
	const scale = chart.isLogarithmic
		? { type: "logarithmic" as const }
		: // Parts of a whole fill it, whatever rounding makes of their sum.
			{ beginAtZero: true, ...(chart.isShare && isStacked && { max: 1 }) };
	return chart.isSideways
		? { y: labels, x: { ...values, ...scale } }
		: { x: { ...labels, ...byTime }, y: { ...values, ...scale } };
}

/** Half a model is no tick. */
function countsThings({ series }: ChartView): boolean {
	return series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
}

/** Of the many ticks of a logarithmic axis only 1, 2 and 5 of each power of ten have words. */
function createTickWords(chart: ChartView, locale: string): (value: number | string) => string {
	const format = new Intl.NumberFormat(
		locale,
		chart.isShare
			? { style: "percent", maximumFractionDigits: 0 }
			: { notation: "compact", maximumFractionDigits: 1 },
	);
	return (given) => {
		const value = Number(given);
		const digit = value / 10 ** Math.floor(Math.log10(value));
		return chart.isLogarithmic && ![1, 2, 5].includes(Math.round(digit * 100) / 100)
			? ""
			: format.format(value);
	};
}

/** Of a repo id its name is what tells it from others. */
function shorten(text: string): string {
	const label = text.length > mostLabelLength ? text.slice(text.indexOf("/") + 1) : text;
	return label.length > mostLabelLength ? `${label.slice(0, mostLabelLength - 1)}…` : label;
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
