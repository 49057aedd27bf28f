import * as vscode from "vscode";
import { type DailyDownloads, listDailyDownloads } from "../../../core/adoption/dailyDownloads.ts";
import type { Reading } from "../../../core/adoption/derivatives.ts";
import { downloadsSeries } from "../../../core/adoption/downloadsSeries.ts";
import type { Model } from "../../../core/model/model.ts";
import type { ChartView } from "../../../protocol/chartView.ts";
import { formatCount, formatDay } from "../../words/numbers.ts";

/** With fewer days there is no curve. */
const leastDays = 2;

/**
 * How downloads went, from our own readings: a day each where the all-time counter was read, else the 30-day counter as
 * it was read. `undefined`: too few readings for either.
 */
export function createDownloadsChart(model: Model, readings: readonly Reading[]): ChartView | undefined {
	const daily = listDailyDownloads(readings, model.createdAtMs);
	if (daily.knownDays >= leastDays) {
		return createDailyChart(daily);
	}
	return readings.length > 1 ? createCounterChart(readings) : undefined;
}

function createDailyChart(daily: DailyDownloads): ChartView {
	const { points, releaseAt, knownDays } = daily;
	const last = points.filter((point) => point.value !== null).at(-1);
	const gaps = Object.values(daily.gapDays).reduce((sum, days) => sum + days, 0);
	return {
		title: vscode.l10n.t("Downloads per day"),
		summary: vscode.l10n.t(
			"{0} days; the last, {1}, has {2}.",
			knownDays,
			formatDay(last?.atMs ?? 0),
			formatCount(Math.round(last?.value ?? 0)),
		),
		kind: "line",
		labelHeading: vscode.l10n.t("Day"),
		labels: points.map(({ atMs }) => formatDay(atMs)),
		timesMs: points.map(({ atMs }) => atMs),
		...(releaseAt === undefined ? {} : { marks: [{ at: releaseAt, words: vscode.l10n.t("Release") }] }),
		series: [
			{
				name: vscode.l10n.t("Downloads per day"),
				values: points.map(({ value }) => (value === null ? null : Math.round(value))),
			},
		],
		basis: [
			vscode.l10n.t("Computed from differences of the all-time counter between our own dated readings."),
			...(gaps === 0 ? [] : [describeGaps(daily.gapDays)]),
		].join(" "),
	};
}

function describeGaps(gapDays: DailyDownloads["gapDays"]): string {
	const causes = [
		[gapDays.stalled, vscode.l10n.t("the counter stood still")],
		[gapDays.rolledBack, vscode.l10n.t("it was rolled back")],
		[gapDays.recounted, vscode.l10n.t("it was counted anew")],
		[gapDays.unread, vscode.l10n.t("it was not read")],
	] as const;
	const known = causes.filter(([days]) => days !== undefined);
	return vscode.l10n.t(
		"Gaps, in days: {0}.",
		known.map(([days, words]) => `${words} ${formatCount(days ?? 0)}`).join(", "),
	);
}

function createCounterChart(readings: readonly Reading[]): ChartView {
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
