import * as vscode from "vscode";
import { type AlignedSeries, alignSeries, type ComparedCounter } from "../../../core/adoption/alignSeries.ts";
import { dayMs, toDay } from "../../../core/adoption/days.ts";
import type { ChartView } from "../../../protocol/chartView.ts";
import { nameModel } from "../../words/modelWords.ts";
import { formatCount, formatDay } from "../../words/numbers.ts";
import type { Compared } from "./compared.ts";

type Axis = "release" | "calendar";

/** Adoption of all on one chart, from the day of release (day 0 for each) and by calendar. */
export function createComparedCharts(models: readonly Compared[]): readonly ChartView[] {
	const counter = chooseCounter(models);
	return [createChart(models, counter, "release"), createChart(models, counter, "calendar")];
}

/** All downloads since release, where each was read so more than once; else those of 30 days. */
function chooseCounter(models: readonly Compared[]): ComparedCounter {
	const isRead = models.every(
		({ readings }) => readings.filter(({ downloadsAllTime }) => downloadsAllTime !== undefined).length > 1,
	);
	return isRead ? "downloadsAllTime" : "downloads30d";
}

function createChart(models: readonly Compared[], counter: ComparedCounter, axis: Axis): ChartView {
	const aligned = dropEmptyDays(
		alignSeries(
			models.map(({ model, readings }) => ({
				key: model.repoId,
				readings,
				...(model.createdAtMs === undefined ? {} : { createdAtMs: model.createdAtMs }),
			})),
			counter,
			axis,
		),
	);
	const { days, lines, leftOut } = aligned;
	const isSince = counter === "downloadsAllTime";
	const what = isSince ? vscode.l10n.t("Downloads since release") : vscode.l10n.t("Downloads in 30 days");
	const title =
		axis === "release"
			? vscode.l10n.t("{0}, from the day of release", what)
			: vscode.l10n.t("{0}, by calendar", what);
	const marks = axis === "calendar" ? listReleases(models, days) : [];
	return {
		title,
		summary: vscode.l10n.t(
			"{0} of {1} models, {2} days with a reading.",
			lines.length,
			models.length,
			days.length,
		),
		kind: "line",
		labelHeading: axis === "release" ? vscode.l10n.t("Days after release") : vscode.l10n.t("Day"),
		labels: days.map((day) => (axis === "release" ? formatCount(day) : formatDay(day * dayMs))),
		...(axis === "release" ? { positions: days } : { timesMs: days.map((day) => day * dayMs) }),
		...(marks.length > 0 ? { marks } : {}),
		series: lines.map(({ key, values }) => ({
			name: nameModel(key),
			values: values.map((value) => (value === null ? null : Math.round(value))),
		})),
		...(days.length === 0 ? { empty: vscode.l10n.t("There are no readings to compare yet.") } : {}),
		basis: [
			vscode.l10n.t("Our own dated readings; over a week without one is a gap."),
			...(leftOut.length === 0
				? []
				: [vscode.l10n.t("Left out, without readings or a release day: {0}.", leftOut.join(", "))]),
		].join(" "),
	};
}

/** Days of which nothing is known are left out, but for one that keeps a gap open. */
function dropEmptyDays({ days, lines, leftOut }: AlignedSeries): AlignedSeries {
	const isKnown = days.map((_, at) => lines.some(({ values }) => values[at] !== null));
	const kept = days.flatMap((_, at) => (isKnown[at] || isKnown[at - 1] ? [at] : []));
	return {
		days: kept.map((at) => days[at] ?? 0),
		lines: lines.map(({ key, values }) => ({ key, values: kept.map((at) => values[at] ?? null) })),
		leftOut,
	};
}

function listReleases(models: readonly Compared[], days: readonly number[]): { at: number; words: string }[] {
	return models.flatMap(({ model }) => {
		const at = model.createdAtMs === undefined ? -1 : days.indexOf(toDay(model.createdAtMs));
		return at < 0 ? [] : [{ at, words: nameModel(model.repoId) }];
	});
}
