import { formatCsv } from "../csv.ts";
import type { Ecosystem } from "./computeEcosystem.ts";
import type { ChartColumn, ChartRow, EcosystemChart } from "./ecosystemChart.ts";

/** Words for what the core has codes for; the host has them in the person's language. */
export interface EcosystemWords {
	/** Title and introduction of the whole: how many models, of what dates, narrowed to what. */
	readonly title: string;
	readonly introduction: string;
	nameChart(chart: EcosystemChart): string;
	/** What it was computed from, how many were left out, and its one figure where it has one. */
	describeChart(chart: EcosystemChart): string;
	/** The heading of the column of keys. */
	nameKeys(chart: EcosystemChart): string;
	nameColumn(column: ChartColumn): string;
	nameKey(chart: EcosystemChart, row: ChartRow): string;
	formatValue(value: number, column: ChartColumn): string;
}

/** Rows of a table in a document; the rest is said to be more. */
const mostMarkdownRows = 40;

/**
 * A chart as CSV: a row a row with plain numbers, and the repo ids behind it in the last column, separated by spaces.
 * Headings are the codes, which no language changes. An unknown value is an empty cell.
 */
export function exportChartCsv(ecosystem: Ecosystem, chart: EcosystemChart): string {
	const header = ["key", ...chart.columns.map(({ id }) => id), "models"];
	const rows = chart.rows.map(({ key, values, members }) => [
		key,
		...chart.columns.map((_, column) => values[column]),
		[...new Set(members.flatMap((each) => ecosystem.listModelIds(each)))].join(" "),
	]);
	return formatCsv([header, ...rows]);
}

/** The whole as a Markdown document: a table a chart, in order, and what each was computed from. */
export function exportMarkdown(ecosystem: Ecosystem, words: EcosystemWords): string {
	const parts = [`# ${escapeText(words.title)}`, words.introduction];
	for (const chart of ecosystem.charts) {
		parts.push(`## ${escapeText(words.nameChart(chart))}`, words.describeChart(chart));
		if (chart.rows.length > 0) {
			parts.push(formatTable(chart, words));
		}
	}
	return `${parts.join("\n\n")}\n`;
}

function formatTable(chart: EcosystemChart, words: EcosystemWords): string {
	const rows =
		chart.kind === "line" ? chart.rows.slice(-mostMarkdownRows) : chart.rows.slice(0, mostMarkdownRows);
	const header = [words.nameKeys(chart), ...chart.columns.map((column) => words.nameColumn(column))];
	const lines = rows.map((row) => [
		words.nameKey(chart, row),
		...chart.columns.map((column, at) => {
			const value = row.values[at];
			return value === undefined ? "" : words.formatValue(value, column);
		}),
	]);
	return [header, ["---", ...chart.columns.map(() => "---:")], ...lines]
		.map((cells, at) => `| ${cells.map((cell) => (at === 1 ? cell : escapeText(cell))).join(" | ")} |`)
		.join("\n");
}

/** Names come from the Hub: no markup of theirs is markup here. */
function escapeText(text: string): string {
	return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, "\\$&").replaceAll(/[\r\n]+/g, " ");
}
