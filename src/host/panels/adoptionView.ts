import * as vscode from "vscode";
import type { Derivatives, Reading } from "../../core/adoption/derivatives.ts";
import { buildDerivativeTimeline, type DerivativeTimeline } from "../../core/adoption/derivativeTimeline.ts";
import { downloadsSeries } from "../../core/adoption/downloadsSeries.ts";
import { findFlags } from "../../core/adoption/flags.ts";
import { computeMomentum } from "../../core/adoption/momentum.ts";
import type { Model } from "../../core/model/model.ts";
import type { ChartView } from "../../protocol/chartView.ts";
import type { FactView, ModelView } from "../../protocol/modelPanel.ts";
import { describeFlag, nameRelation } from "../words/adoptionWords.ts";
import { formatCount, formatDay, formatRatio } from "../words/numbers.ts";

/**
 * The section on adoption, as of the day on which the counters were read: figures with their basis, flags in words, and the charts that can be
 * drawn.
 */
export function createAdoptionView(
	model: Model,
	derivatives: Derivatives | undefined,
	readings: readonly Reading[],
): ModelView["adoption"] {
	const charts: ChartView[] = [];
	if (readings.length > 1) {
		charts.push(createDownloadsChart(readings));
	}
	charts.push(createTimelineChart(model, derivatives));
	return {
		figures: listFigures(model, readings),
		flags: findFlags(model, derivatives, model.readAtMs, readings).map(describeFlag),
		charts,
	};
}

function listFigures(model: Model, readings: readonly Reading[]): FactView[] {
	const { downloads30d, downloadsAllTime, trendingScore, likes } = model.counters;
	const read = vscode.l10n.t("Read from the Hub's counters on {0}.", formatDay(model.readAtMs));
	const notTold = vscode.l10n.t("not known");
	const count = (value: number | undefined): string => (value === undefined ? notTold : formatCount(value));
	const momentum = computeMomentum(model, model.readAtMs);
	return [
		{
			label: vscode.l10n.t("Downloads in 30 days"),
			value: count(downloads30d),
			detail: `${read} ${vscode.l10n.t("Requests for the model's files, not users; automated ones count too.")}`,
		},
		{
			label: vscode.l10n.t("Downloads, all time"),
			value: count(downloadsAllTime),
			detail: `${read} ${vscode.l10n.t("Since counting began.")}`,
		},
		{
			label: vscode.l10n.t("Momentum"),
			value: momentum ? `× ${formatRatio(momentum.value)}` : notTold,
			detail: vscode.l10n.t(
				"Downloads a day in the last 30 days over downloads a day since release: above 1 it grows. Not defined in the first 30 days.",
			),
		},
		{
			label: vscode.l10n.t("Attention"),
			value: count(trendingScore),
			detail: `${read} ${vscode.l10n.t("The Hub's trending score: about the likes of the last 7 days.")}`,
		},
		{ label: vscode.l10n.t("Likes"), value: count(likes), detail: read },
		{
			label: vscode.l10n.t("Dated readings"),
			value: formatCount(readings.length),
			detail: vscode.l10n.t(
				"The Hub publishes no history. These come with the built-in catalog, and one more for each day on which the model is read here, kept on this machine.",
			),
		},
	];
}

function createDownloadsChart(readings: readonly Reading[]): ChartView {
	const points = downloadsSeries(readings);
	const values = points.map(({ value }) => value);
	const known = points.filter((point) => point.value !== null);
	const last = known.at(-1);
	return {
		title: vscode.l10n.t("Downloads in 30 days, as read"),
		summary:
			last && last.value !== null
				? vscode.l10n.t(
						"{0} readings; the last, on {1}, is {2}.",
						known.length,
						formatDay(last.atMs),
						formatCount(last.value),
					)
				: vscode.l10n.t("No readings."),
		kind: "line",
		labelHeading: vscode.l10n.t("Read on"),
		labels: points.map(({ atMs }) => formatDay(atMs)),
		timesMs: points.map(({ atMs }) => atMs),
		series: [{ name: vscode.l10n.t("Downloads in 30 days"), values }],
		basis: vscode.l10n.t("Dated readings of the Hub's 30-day counter; gaps are days without a reading."),
	};
}

function createTimelineChart(model: Model, derivatives: Derivatives | undefined): ChartView {
	const timeline = derivatives && buildDerivativeTimeline(derivatives, model.createdAtMs);
	const title = vscode.l10n.t("Derivatives by month of creation");
	const labelHeading = vscode.l10n.t("Month");
	if (!derivatives || !timeline || timeline.months.length === 0) {
		return {
			title,
			summary: vscode.l10n.t("No derivatives with a date are known."),
			kind: "stackedBar",
			labelHeading,
			labels: [],
			series: [],
			empty: derivatives
				? vscode.l10n.t("No derivatives with a date are known.")
				: vscode.l10n.t("Its derivatives have not been read yet."),
			basis: "",
		};
	}
	const total = timeline.byRelation.reduce((sum, { counts }) => sum + sumOf(counts), 0);
	return {
		title,
		summary: vscode.l10n.t(
			"{0} derivatives with a date, from {1} to {2}.",
			formatCount(total),
			timeline.months[0] ?? "",
			timeline.months.at(-1) ?? "",
		),
		kind: "stackedBar",
		labelHeading,
		labels: timeline.months,
		...(timeline.releaseMonth === undefined
			? {}
			: {
					marks: [{ at: timeline.months.indexOf(timeline.releaseMonth), words: vscode.l10n.t("Release") }],
				}),
		series: timeline.byRelation.map(({ relation, counts }) => ({
			name: nameRelation(relation),
			values: counts.map((count) => count ?? null),
		})),
		basis: describeCoverage(timeline, derivatives),
	};
}

function describeCoverage(timeline: DerivativeTimeline, derivatives: Derivatives): string {
	const date = formatDay(derivatives.readAtMs);
	switch (timeline.coverage) {
		case "full":
			return vscode.l10n.t("The Hub's own dates of creation, read on {0}.", date);
		case "newest":
			return vscode.l10n.t(
				"The Hub's own dates of creation, read on {0}; of the largest relations the newest only.",
				date,
			);
		case "sample":
			return vscode.l10n.t(
				"The Hub's own dates, among the models known here on {0}: at least this many.",
				date,
			);
	}
}

function sumOf(values: readonly (number | undefined)[]): number {
	return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
