import * as vscode from "vscode";
import type {
	ChartColumn,
	ChartId,
	ChartRow,
	ColumnUnit,
	EcosystemChart,
} from "../../core/adoption/ecosystem/ecosystemChart.ts";
import { parseMonth } from "../../core/adoption/months.ts";
import { relations } from "../../core/model/relation.ts";
import { nameRelation } from "./adoptionWords.ts";
import { formatCount, formatParameters, formatRatio } from "./numbers.ts";

const locale = vscode.env.language;
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
const wholePercent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const regions = new Intl.DisplayNames(locale, { type: "region" });

/** A chart's question. */
export function nameChart(id: ChartId): string {
	switch (id) {
		case "concentration":
			return vscode.l10n.t("How much do the most downloaded have?");
		case "concentrationCurve":
			return vscode.l10n.t("How unevenly are downloads spread?");
		case "sizes":
			return vscode.l10n.t("How large are new models?");
		case "builders":
			return vscode.l10n.t("Who builds them?");
		case "countries":
			return vscode.l10n.t("Where are their makers?");
		case "familyNames":
			return vscode.l10n.t("Which families do others build on?");
		case "families":
			return vscode.l10n.t("Which single models do others build on?");
		case "relations":
			return vscode.l10n.t("What is published: base models or derivatives?");
		case "licenses":
			return vscode.l10n.t("Under which licenses?");
		case "formats":
			return vscode.l10n.t("In which formats?");
		case "cadence":
			return vscode.l10n.t("Who releases how often?");
		case "attention":
			return vscode.l10n.t("How does attention move after release?");
		case "tasks":
			return vscode.l10n.t("For which tasks?");
		case "communities":
			return vscode.l10n.t("How large are the sub-communities?");
		case "rising":
			return vscode.l10n.t("What is rising now?");
	}
}

/** What the rows of a chart are. */
export function nameKeys(id: ChartId): string {
	switch (id) {
		case "concentration":
			return vscode.l10n.t("Most downloaded");
		case "concentrationCurve":
			return vscode.l10n.t("Share of models, the least downloaded first");
		case "sizes":
		case "relations":
		case "licenses":
		case "formats":
			return vscode.l10n.t("Month of creation");
		case "builders":
			return vscode.l10n.t("Kind of maker");
		case "countries":
			return vscode.l10n.t("Country");
		case "familyNames":
			return vscode.l10n.t("Family");
		case "families":
			return vscode.l10n.t("Base model");
		case "cadence":
			return vscode.l10n.t("Maker");
		case "attention":
			return vscode.l10n.t("Weeks after release");
		case "tasks":
			return vscode.l10n.t("Task");
		case "communities":
			return vscode.l10n.t("Sub-community");
		case "rising":
			return vscode.l10n.t("Model");
	}
}

/** The heading of a column. */
export function nameColumn({ id, isName }: ChartColumn): string {
	if (isName) {
		return id;
	}
	const relation = relations.find((each) => each === id);
	return relation ? nameRelation(relation) : (columnNames[id]?.() ?? id);
}

/** What a row is of, in words. */
export function nameKey(id: ChartId, key: string): string {
	switch (id) {
		case "concentration":
			return vscode.l10n.t("Top {0}", formatCount(Number(key)));
		case "concentrationCurve":
			return wholePercent.format(Number(key));
		case "sizes":
		case "relations":
		case "licenses":
		case "formats":
			return nameMonth(key);
		case "countries":
			return key === "unknown" ? vscode.l10n.t("Not known") : (regions.of(key) ?? key);
		case "tasks":
			return key.replaceAll("-", " ");
		default:
			return keyNames[key]?.() ?? key;
	}
}

/** A value in full, with the unit where the heading does not have it. */
export function formatValue(value: number, unit: ColumnUnit): string {
	switch (unit) {
		case "models":
		case "likes":
			return formatCount(value);
		case "downloads":
			return formatCount(Math.round(value));
		case "share":
			return percent.format(value);
		case "parameters":
			return formatParameters(value);
		case "days":
		case "score":
			return oneDecimal.format(value);
		case "ratio":
			return `× ${formatRatio(value)}`;
	}
}

/** The models behind a row, or a cell of it, as the sidebar calls them: `Licenses: mit, Mar 2026`. */
export function nameGroup(chart: EcosystemChart, row: ChartRow, column: ChartColumn | undefined): string {
	const key = nameKey(chart.id, row.key);
	switch (chart.id) {
		case "concentrationCurve":
			return vscode.l10n.t("the {0} least downloaded", key);
		case "attention":
			return vscode.l10n.t("{0} weeks after release", key);
		case "familyNames":
		case "families":
			return vscode.l10n.t("built on {0}", key);
		case "builders":
		case "countries":
			return row.key === "unknown" ? vscode.l10n.t("maker not known") : key;
		default:
			return row.members.length > 1 && column ? `${nameColumn(column)}, ${key}` : key;
	}
}

function nameMonth(key: string): string {
	const months = parseMonth(key);
	return months === undefined ? key : month.format(Date.UTC(Math.floor(months / 12), months % 12));
}

const columnNames: Readonly<Record<string, () => string>> = {
	shareOfDownloads: () => vscode.l10n.t("Share of downloads"),
	downloads: () => vscode.l10n.t("Downloads in 30 days"),
	shareOfModels: () => vscode.l10n.t("Share of models"),
	models: () => vscode.l10n.t("Models"),
	meanParameters: () => vscode.l10n.t("Mean parameters"),
	parameters: () => vscode.l10n.t("Parameters"),
	medianParameters: () => vscode.l10n.t("Median parameters"),
	derivatives: () => vscode.l10n.t("Derivatives known here"),
	rootDownloads: () => vscode.l10n.t("Downloads of the base model itself"),
	base: () => vscode.l10n.t("Base models"),
	notStated: () => vscode.l10n.t("Not stated"),
	others: () => vscode.l10n.t("Others"),
	releases: () => vscode.l10n.t("Base models in a year"),
	daysBetween: () => vscode.l10n.t("Median days between two"),
	medianTrendingScore: () => vscode.l10n.t("Median trending score"),
	medianDownloadsPerDay: () => vscode.l10n.t("Median downloads a day"),
	attention: () => vscode.l10n.t("Attention"),
	trendingScore: () => vscode.l10n.t("Trending score as read"),
	likes: () => vscode.l10n.t("Likes"),
	momentum: () => vscode.l10n.t("Momentum"),
};

const keyNames: Readonly<Record<string, () => string>> = {
	unknown: () => vscode.l10n.t("Not known"),
	others: () => vscode.l10n.t("Others"),
	organization: () => vscode.l10n.t("Organizations"),
	individual: () => vscode.l10n.t("Individuals"),
	robotics: () => vscode.l10n.t("Robotics"),
	science: () => vscode.l10n.t("Science"),
	medicine: () => vscode.l10n.t("Medicine"),
	speech: () => vscode.l10n.t("Speech"),
	images: () => vscode.l10n.t("Images and video"),
	search: () => vscode.l10n.t("Search"),
};
