import * as vscode from "vscode";
import type { AdoptionReport } from "../../../core/adoption/adoptionReport.ts";
import type { Derivatives, Reading } from "../../../core/adoption/derivatives.ts";
import {
	buildDerivativeTimeline,
	type DerivativeTimeline,
} from "../../../core/adoption/derivativeTimeline.ts";
import type { Model } from "../../../core/model/model.ts";
import type { ChartView } from "../../../protocol/chartView.ts";
import type { ModelView } from "../../../protocol/modelPanel.ts";
import { describeFlag, nameRelation } from "../../words/adoptionWords.ts";
import { formatCount, formatDay } from "../../words/numbers.ts";
import { listAdoptionFigures } from "../adoptionFigures.ts";
import { createDownloadsChart } from "./adoptionCharts.ts";

/** The section on adoption: figures with their basis, flags in words, and the charts that can be drawn. */
export function createAdoptionView(
	model: Model,
	derivatives: Derivatives | undefined,
	readings: readonly Reading[],
	report: AdoptionReport,
): ModelView["adoption"] {
	const downloads = createDownloadsChart(model, readings);
	return {
		figures: listAdoptionFigures(model, report, readings),
		flags: report.flags.map(describeFlag),
		charts: [...(downloads ? [downloads] : []), createTimelineChart(model, derivatives)],
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
