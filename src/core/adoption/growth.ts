import type { Reading } from "./derivatives.ts";
import { type DownloadSpan, longestSpanDays, measureDownloads } from "./downloadSpans.ts";

/** The week that is compared. */
const recentDays = 7;

/** The three weeks before it. */
const baseDays = 21;

/** Days of which the downloads must be known: more than half of the week, two of the three weeks. */
const leastRecentDays = 4;
const leastBaseDays = 14;

/** Below this many downloads a week on average, chance decides. */
const leastBasePerWeek = 100;

/** Growth, and what it was computed from. */
export interface Growth {
	/** Downloads per day in the last week over those in the three weeks before, minus 1: −1 and up. */
	readonly value: number;
	readonly recentPerDay: number;
	readonly basePerDay: number;
	/** Days whose downloads are known, of 7 and of 21. */
	readonly knownRecentDays: number;
	readonly knownBaseDays: number;
	/** The last day that counts: the last reading's, in days since the epoch, UTC. */
	readonly asOfDay: number;
}

/**
 * Growth from own readings, in any order: downloads per day of the 7 days up to the last reading, over the mean of
 * the 21 days before, minus 1. `undefined` where no reading has the all-time counter, where of either time
 * too few days are known (4 of 7, 14 of 21), and where the base is under 100 downloads a week.
 *
 * Per-day downloads are `measureDownloads`: days on which the counter stood still do not count, unless it
 * caught up, which counts for all of them; a day on which it fell counts as 0; one on which it was counted
 * anew does not count. A span without readings is shared out evenly over its days, one longer than a week
 * only within the time that it lies in as a whole.
 */
export function computeGrowth(readings: readonly Reading[]): Growth | undefined {
	const spans = measureDownloads(readings);
	const asOfDay = spans.at(-1)?.toDay;
	if (asOfDay === undefined) {
		return undefined;
	}
	const recent = sumSpans(spans, asOfDay - recentDays, asOfDay);
	const base = sumSpans(spans, asOfDay - recentDays - baseDays, asOfDay - recentDays);
	if (recent.days < leastRecentDays || base.days < leastBaseDays) {
		return undefined;
	}
	const recentPerDay = recent.downloads / recent.days;
	const basePerDay = base.downloads / base.days;
	if (!(basePerDay * 7 >= leastBasePerWeek)) {
		return undefined;
	}
	return {
		value: recentPerDay / basePerDay - 1,
		recentPerDay,
		basePerDay,
		knownRecentDays: recent.days,
		knownBaseDays: base.days,
		asOfDay,
	};
}

function sumSpans(
	spans: readonly DownloadSpan[],
	fromDay: number,
	untilDay: number,
): { days: number; downloads: number } {
	let days = 0;
	let downloads = 0;
	for (const span of spans) {
		const perDay = span.kind === "rolledBack" ? 0 : span.perDay;
		const shared = Math.min(span.toDay, untilDay) - Math.max(span.fromDay, fromDay);
		const length = span.toDay - span.fromDay;
		if (perDay !== undefined && shared > 0 && (length <= longestSpanDays || shared === length)) {
			days += shared;
			downloads += shared * perDay;
		}
	}
	return { days, downloads };
}
