import * as vscode from "vscode";
import { buildersAsOf } from "../../core/adoption/ecosystem/builderTable.ts";
import type { ChartRow, EcosystemChart } from "../../core/adoption/ecosystem/ecosystemChart.ts";
import { formatValue, nameColumn, nameKey } from "./ecosystemNames.ts";
import { formatCompact, formatCount, formatDay, formatParameters, formatRatio } from "./numbers.ts";

/** What a chart means, in one sentence with its figures; where there is too little to say, that. */
export function describeChart(chart: EcosystemChart): string {
	const said = sentences[chart.id](chart);
	return said ?? vscode.l10n.t("Not enough is known of these models to say.");
}

/** How many models a chart was computed from, how many were left out, and why. */
export function describeBasis(chart: EcosystemChart): string {
	const isKept = chart.id === "builders" || chart.id === "countries";
	const all = isKept ? chart.counted + chart.unknown : chart.counted;
	const parts = [vscode.l10n.t("Computed from {0} models.", formatCount(all))];
	if (isKept) {
		parts.push(
			vscode.l10n.t(
				"By a table of makers ({0}), with a source for each country.",
				formatDay(Date.parse(buildersAsOf)),
			),
			vscode.l10n.t("It does not tell of {0} models: they are “Not known”.", formatCount(chart.unknown)),
		);
	} else if (chart.unknown > 0) {
		parts.push(vscode.l10n.t("{0} are left out: {1}.", formatCount(chart.unknown), nameUntold(chart)));
	}
	const note = notes[chart.id]?.();
	return [...parts, ...(note ? [note] : [])].join(" ");
}

/** A month of fewer models says little. */
const leastToSay = 5;

type Sentence = (chart: EcosystemChart) => string | undefined;

const sentences: Readonly<Record<EcosystemChart["id"], Sentence>> = {
	concentration: ({ rows, gini }) => {
		const top = rows.find(({ key }) => key === "10") ?? rows.at(-1);
		const share = top?.values[0];
		return top && share !== undefined && gini !== undefined
			? vscode.l10n.t(
					"The {0} most downloaded have {1} of the downloads of all models known here; the Gini coefficient is {2} (0: all alike, 1: one has all).",
					formatCount(Number(top.key)),
					formatValue(share, "share"),
					gini.toFixed(2),
				)
			: undefined;
	},
	concentrationCurve: ({ rows }) => {
		const half = rows.find(({ key }) => Number(key) >= 0.5)?.values[0];
		return half === undefined
			? undefined
			: vscode.l10n.t("The less downloaded half has {0} of the downloads.", formatValue(half, "share"));
	},
	sizes: ({ rows }) => {
		// One model alone would be the median of its month.
		const last = findLast(rows, ({ members }) => (members[0]?.length ?? 0) >= leastToSay);
		const [mean, median] = last?.values ?? [];
		return last && mean !== undefined && median !== undefined
			? vscode.l10n.t(
					"Of the models created in {0} half have more than {1} parameters; the mean is {2}.",
					nameKey("sizes", last.key),
					formatParameters(median),
					formatParameters(mean),
				)
			: undefined;
	},
	builders: (chart) => describeShares(chart),
	countries: (chart) => describeShares(chart),
	familyNames: ({ rows }) => {
		const [first, second] = rows.filter(({ key }) => key !== "others");
		const [count = 0] = first?.values ?? [];
		return first
			? [
					vscode.l10n.t(
						"Most is built on {0}: {1} of the derivatives known here.",
						nameKey("familyNames", first.key),
						formatCount(count),
					),
					second
						? vscode.l10n.t(
								"Then comes {0} with {1}.",
								nameKey("familyNames", second.key),
								formatCount(second.values[0] ?? 0),
							)
						: "",
				].join(" ")
			: undefined;
	},
	families: ({ rows: [first] }) =>
		first &&
		vscode.l10n.t(
			"Most goes back to {0}: {1} derivatives known here, to six levels.",
			first.key,
			formatCount(first.values[0] ?? 0),
		),
	relations: (chart) => describeMonths(chart),
	licenses: (chart) => describeMonths(chart),
	formats: (chart) => describeMonths(chart),
	cadence: ({ rows: [first] }) => {
		const [releases, days] = first?.values ?? [];
		return first && releases !== undefined
			? days === undefined
				? vscode.l10n.t(
						"{0} published the most base models in a year: {1}.",
						first.key,
						formatCount(releases),
					)
				: vscode.l10n.t(
						"{0} published the most base models in a year: {1}, as a rule {2} days apart.",
						first.key,
						formatCount(releases),
						formatValue(days, "days"),
					)
			: undefined;
	},
	attention: ({ rows }) => {
		const known = rows.filter(({ values }) => values[0] !== undefined);
		const top = known.reduce<ChartRow | undefined>(
			(best, row) => (best && (best.values[0] ?? 0) >= (row.values[0] ?? 0) ? best : row),
			undefined,
		);
		const last = known.at(-1);
		return top && last && known.length > 1
			? vscode.l10n.t(
					"Attention is largest {0} weeks after release (half of the models score more than {1}) and {2} after {3} weeks.",
					top.key,
					formatValue(top.values[0] ?? 0, "score"),
					formatValue(last.values[0] ?? 0, "score"),
					last.key,
				)
			: undefined;
	},
	tasks: (chart) => describeShares(chart),
	communities: (chart) => describeShares(chart),
	rising: ({ rows: [first] }) => {
		const [, score, downloads] = first?.values ?? [];
		return first && score !== undefined
			? vscode.l10n.t(
					"{0} has the most attention: a trending score of {1}, {2} downloads in 30 days.",
					first.key,
					formatValue(score, "score"),
					downloads === undefined ? vscode.l10n.t("not known") : formatCompact(downloads),
				)
			: undefined;
	},
};

/** The largest two parts, and what is not known. */
function describeShares(chart: EcosystemChart): string | undefined {
	const known = chart.rows.filter(({ key, values }) => key !== "unknown" && values[1] !== undefined);
	const [first, second] = known;
	if (!first) {
		return undefined;
	}
	const say = (row: ChartRow): string =>
		vscode.l10n.t("{0} {1}", nameKey(chart.id, row.key), formatValue(row.values[1] ?? 0, "share"));
	const untold = chart.rows.find(({ key }) => key === "unknown");
	return vscode.l10n.t(
		"Of the downloads: {0}.",
		[say(first), ...(second ? [say(second)] : []), ...(untold ? [say(untold)] : [])].join("; "),
	);
}

/** The largest part in the last twelve months that are told. */
function describeMonths(chart: EcosystemChart): string | undefined {
	const months = chart.rows.slice(-12);
	const sums = chart.columns.map((column, at) => ({
		column,
		sum: months.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
	}));
	const [first, second] = sums.sort((a, b) => b.sum - a.sum);
	const [from, to] = [months[0], months.at(-1)];
	return first && first.sum > 0 && from && to
		? vscode.l10n.t(
				"Of the models created from {0} to {1}: {2}.",
				nameKey(chart.id, from.key),
				nameKey(chart.id, to.key),
				[first, second]
					.flatMap((part) =>
						part && part.sum > 0 ? [`${nameColumn(part.column)} ${formatCount(part.sum)}`] : [],
					)
					.join("; "),
			)
		: undefined;
}

function nameUntold({ id }: EcosystemChart): string {
	switch (id) {
		case "concentration":
		case "concentrationCurve":
			return vscode.l10n.t("downloads not known");
		case "sizes":
			return vscode.l10n.t("size or month of creation not known");
		case "builders":
		case "countries":
			return "";
		case "familyNames":
		case "families":
			return vscode.l10n.t("not told what they derive from");
		case "relations":
		case "licenses":
		case "formats":
			return vscode.l10n.t("month of creation or what it is about not known");
		case "cadence":
			return vscode.l10n.t("not told when they were created or what they derive from");
		case "attention":
			return vscode.l10n.t("age or trending score not known");
		case "tasks":
			return vscode.l10n.t("task not stated");
		case "communities":
			return vscode.l10n.t("neither task nor library stated");
		case "rising":
			return vscode.l10n.t("trending score not known");
	}
}

const notes: Readonly<Partial<Record<EcosystemChart["id"], () => string>>> = {
	countries: () => vscode.l10n.t("The country is that of the headquarters."),
	familyNames: () => vscode.l10n.t("Derivatives among the models known here, so at least that many."),
	families: () => vscode.l10n.t("Derivatives among the models known here, so at least that many."),
	formats: () => vscode.l10n.t("A model can have several."),
	attention: () =>
		vscode.l10n.t("Models of all ages at one time, not one model over time; medians of five models or more."),
	cadence: () => vscode.l10n.t("Models that derive from no other, in the year up to the newest model."),
	communities: () => vscode.l10n.t("By task and library; a model can be of several."),
	rising: () =>
		vscode.l10n.t(
			"Attention: the Hub's trending score, about the likes of 7 days, halved for each week since it was read. Momentum: downloads a day now over those since release, {0} and more is growth.",
			`× ${formatRatio(1)}`,
		),
};

function findLast<Item>(items: readonly Item[], isSo: (item: Item) => boolean): Item | undefined {
	return [...items].reverse().find(isSo);
}
