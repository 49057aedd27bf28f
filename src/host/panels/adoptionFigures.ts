import * as vscode from "vscode";
import type { AdoptionReport } from "../../core/adoption/adoptionReport.ts";
import type { Reading } from "../../core/adoption/derivatives.ts";
import type { Model } from "../../core/model/model.ts";
import type { FactView } from "../../protocol/modelPanel.ts";
import { describeResult, formatResult } from "../words/adoptionFigureWords.ts";
import { formatChange, formatCount, formatDay, formatPercent, formatRatio } from "../words/numbers.ts";

/** The figures of a model's adoption, each with what it must be read beside; one that is not defined says why. */
export function listAdoptionFigures(
	model: Model,
	report: AdoptionReport,
	readings: readonly Reading[],
): FactView[] {
	const { downloads30d, downloadsAllTime, trendingScore, likes } = model.counters;
	const read = vscode.l10n.t("Read from the Hub's counters on {0}.", formatDay(model.readAtMs));
	const count = (value: number | undefined): string =>
		value === undefined ? vscode.l10n.t("not known") : formatCount(value);
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
		...listComputed(report),
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

function listComputed({ growth, momentum, relativeAdoption, familyShare }: AdoptionReport): FactView[] {
	const times = (value: number): string => `× ${formatRatio(value)}`;
	return [
		{
			label: vscode.l10n.t("Growth"),
			value: formatResult(growth, formatChange),
			detail: describeResult(
				growth,
				vscode.l10n.t(
					"Downloads a day in the last 7 days against the three weeks before. Needs our own readings of 18 days and 100 downloads a week.",
				),
			),
		},
		{
			label: vscode.l10n.t("Momentum"),
			value: formatResult(momentum, times),
			detail: describeResult(
				momentum,
				vscode.l10n.t(
					"Downloads a day in the last 30 days over downloads a day since release: above 1 it grows. Not defined in the first 30 days.",
				),
			),
		},
		{
			label: vscode.l10n.t("Relative adoption"),
			value:
				relativeAdoption.figure?.cohort?.kind === "sameAge"
					? vscode.l10n.t("{0}, same-age cohort", times(relativeAdoption.figure.value))
					: formatResult(relativeAdoption, times),
			detail: describeResult(
				relativeAdoption,
				vscode.l10n.t(
					"Downloads since release over the median of its class at the same age. Above 1: on the way to the top ten of its class.",
				),
			),
		},
		{
			label: vscode.l10n.t("Family share"),
			value: formatResult(familyShare, (share) =>
				share < 1 ? vscode.l10n.t("at most {0}", formatPercent(share)) : formatPercent(share),
			),
			detail: describeResult(
				familyShare,
				vscode.l10n.t(
					"Its own downloads of 30 days over those of its family. Derivatives that are not known here are missing.",
				),
			),
		},
	];
}
