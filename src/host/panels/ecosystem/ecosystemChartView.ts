import type {
	ChartColumn,
	ChartId,
	ChartRow,
	EcosystemChart,
} from "../../../core/adoption/ecosystem/ecosystemChart.ts";
import type { EcosystemChartView, MeasureView } from "../../../protocol/ecosystemPanel.ts";
import { formatValue, nameChart, nameColumn, nameKey, nameKeys } from "../../words/ecosystemNames.ts";
import { describeBasis, describeChart } from "../../words/ecosystemSentences.ts";

/** Bars that a chart shows; its table has the rest. */
const mostBars = 12;

/** A share of fewer models is chance. */
const leastToShare = 5;

/** How a chart is drawn: which columns together, one way after the other, and with what kind of bars or lines. */
interface Drawing {
	readonly kind: MeasureView["kind"];
	readonly ways: readonly (readonly string[])[] | "all";
	/** Columns are parts of a whole, so that they can be shown as shares of it too. */
	readonly isWhole?: true;
	readonly isSideways?: true;
	readonly isLogarithmic?: true;
}

const bars = (...ways: readonly string[]): Drawing => ({ kind: "bar", ways: ways.map((way) => [way]) });
const lyingBars = (...ways: readonly string[]): Drawing => ({ ...bars(...ways), isSideways: true });

const drawings: Readonly<Record<ChartId, Drawing>> = {
	concentration: bars("shareOfDownloads"),
	concentrationCurve: { kind: "line", ways: "all" },
	sizes: { kind: "line", ways: "all", isLogarithmic: true },
	builders: lyingBars("shareOfDownloads", "models"),
	countries: lyingBars("shareOfDownloads", "models"),
	familyNames: lyingBars("derivatives", "downloads"),
	families: lyingBars("derivatives", "downloads", "rootDownloads"),
	relations: { kind: "stackedBar", ways: "all", isWhole: true },
	licenses: { kind: "stackedBar", ways: "all", isWhole: true },
	formats: { kind: "line", ways: "all" },
	cadence: lyingBars("releases", "daysBetween"),
	attention: { kind: "line", ways: [["medianTrendingScore"], ["medianDownloadsPerDay"]] },
	tasks: lyingBars("shareOfDownloads", "models"),
	communities: lyingBars("shareOfDownloads", "models"),
	rising: lyingBars("attention", "downloads", "likes", "momentum"),
};

/** Words that a chart does not bring itself. */
export interface ChartWords {
	/** The line of a curve if all had as many. */
	readonly equal: string;
	/** What all is narrowed to, as a sentence: a chart is also looked at, and kept as a picture, without the rest. */
	readonly narrowed: string | undefined;
}

/** A chart as the panel shows it: its question, its answer, the ways to draw it, its table. */
export function createEcosystemChartView(chart: EcosystemChart, words: ChartWords): EcosystemChartView {
	const { id, columns, rows } = chart;
	const drawing = drawings[id];
	const says = describeChart(chart);
	const ways = drawing.ways === "all" ? [columns.map((column) => column.id)] : drawing.ways;
	const measures = ways.map((way) => createMeasure(chart, drawing, way, says, words.equal));
	return {
		id,
		title: nameChart(id),
		says,
		basis: [describeBasis(chart), words.narrowed].filter(Boolean).join(" "),
		measures: [...(drawing.isWhole ? measures.map(toShares) : []), ...measures],
		headings: [nameKeys(id), ...columns.map(nameColumn)],
		columns: columns.map((column) => column.id),
		rows: rows.map((row) => ({
			key: row.key,
			label: nameKey(id, row.key),
			cells: columns.map((column, at) => {
				const value = row.values[at];
				return value === undefined ? "–" : formatValue(value, column.unit);
			}),
			hasModels: row.members.map(({ length }) => length > 0),
		})),
	};
}

function createMeasure(
	chart: EcosystemChart,
	{ kind, isSideways, isLogarithmic }: Drawing,
	way: readonly string[],
	says: string,
	equalWords: string,
): MeasureView {
	const { id } = chart;
	const drawn = chart.columns.flatMap((column, at) => (way.includes(column.id) ? [{ column, at }] : []));
	const rows = isSideways ? rankRows(chart.rows, drawn[0]).slice(0, mostBars) : chart.rows;
	const isEmpty = !rows.some(({ values }) => drawn.some(({ at }) => values[at] !== undefined));
	const series = drawn.map(({ column, at }) => ({
		name: nameColumn(column),
		values: rows.map(({ values }) => values[at] ?? null),
		...(isRest(column) && { role: "rest" as const }),
	}));
	const isCurve = id === "concentrationCurve";
	return {
		title: series.length === 1 ? (series[0]?.name ?? "") : nameUnit(drawn[0]?.column),
		summary: says,
		kind,
		labelHeading: nameKeys(id),
		labels: rows.map(({ key }) => nameKey(id, key)),
		series: isCurve
			? [
					...series,
					{ name: equalWords, values: rows.map(({ key }) => Number(key)), role: "reference" as const },
				]
			: series,
		basis: "",
		keys: rows.map(({ key }) => key),
		columns: drawn.map(({ column }) => column.id),
		valueHeading: series.length === 1 ? (series[0]?.name ?? "") : nameUnit(drawn[0]?.column),
		// Six words for the hundred points of a curve: 0 %, 20 %, …
		...(isCurve && rows.length === 101 && { labelStep: 20 }),
		...(isSideways && { isSideways }),
		...(isLogarithmic && { isLogarithmic }),
		...(drawn[0]?.column.unit === "share" && { isShare: true }),
		...(isEmpty && { empty: says }),
	};
}

/** Bars that lie are ranked by what they show; by days, where fewer are more, as the table is. */
function rankRows(
	rows: readonly ChartRow[],
	drawn: { readonly column: ChartColumn; readonly at: number } | undefined,
): readonly ChartRow[] {
	if (!drawn || drawn.column.unit === "days") {
		return rows;
	}
	const readValue = ({ values }: ChartRow): number => values[drawn.at] ?? Number.NEGATIVE_INFINITY;
	return [...rows].sort((a, b) => (readValue(a) === readValue(b) ? 0 : readValue(b) - readValue(a)));
}

/** The same as shares of each row's sum; rows of too few models are gaps. */
function toShares(measure: MeasureView): MeasureView {
	const sums = measure.labels.map((_label, at) =>
		measure.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
	);
	const title = nameColumn({ id: "shareOfModels", unit: "share" });
	return {
		...measure,
		title,
		valueHeading: title,
		isShare: true,
		series: measure.series.map((series) => ({
			...series,
			values: series.values.map((value, at) => {
				const sum = sums[at] ?? 0;
				return value === null || sum < leastToShare ? null : value / sum;
			}),
		})),
	};
}

/** Columns without a color of their own. */
function isRest({ id, isName }: ChartColumn): boolean {
	return isName !== true && id === "others";
}

function nameUnit(column: ChartColumn | undefined): string {
	return column?.unit === "parameters"
		? nameColumn({ id: "parameters", unit: "parameters" })
		: nameColumn({ id: "models", unit: "models" });
}
