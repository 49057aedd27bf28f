import { formatDay, toDay } from "../../src/core/adoption/days.ts";
import type { SeriesReport } from "../../src/core/adoption/seriesReport.ts";

/**
 * A report as `npm run series` prints it: dates are UTC days (`YYYY-MM-DD`), ratios have four significant digits,
 * `null` is not defined.
 */
export function formatReport(report: SeriesReport): string {
	return JSON.stringify({
		id: report.repoId,
		days: report.days,
		stalls: report.stalls.map(({ fromMs, toMs }) => [formatTime(fromMs), formatTime(toMs)]),
		jumps: report.jumps.map(({ atMs, ratio }) => [formatTime(atMs), Number(ratio.toPrecision(4))]),
		growth: round(report.growth?.value),
		momentum: round(report.momentum),
		flags: report.flags,
	});
}

function formatTime(timeMs: number): string {
	return formatDay(toDay(timeMs));
}

function round(value: number | undefined): number | null {
	return value === undefined ? null : Number(value.toFixed(4));
}
