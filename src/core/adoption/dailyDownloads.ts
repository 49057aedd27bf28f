import { dayMs, toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { measureDownloads, type SpanKind } from "./downloadSpans.ts";
import type { SeriesPoint } from "./downloadsSeries.ts";

/** Downloads a day for a chart. */
export interface DailyDownloads {
	/** A point a UTC day (its midnight), ascending; a gap is one `null`, however long. Empty: no day is known. */
	readonly points: readonly SeriesPoint[];
	/** Days whose downloads are known. */
	readonly knownDays: number;
	/** Days within the chart whose downloads are not known, by what the counter did. */
	readonly gapDays: Readonly<Partial<Record<SpanKind, number>>>;
	/** The day of release as a position in `points`; `undefined` where it is not known or lies before the chart. */
	readonly releaseAt?: number;
}

/** A day of release further before the first reading than this would leave little room for what was read. */
const longestLeadDays = 14;

/**
 * Downloads a day by `measureDownloads`: what was counted, or came late and is shared out evenly. Days on which the
 * counter stood still, fell, was counted anew, or that lie between two readings over a week apart, are gaps and no zeros.
 * The chart begins at release, where that is at most two weeks before the first reading, or less than the readings span.
 */
export function listDailyDownloads(
	readings: readonly Reading[],
	createdAtMs: number | undefined,
): DailyDownloads {
	const points: SeriesPoint[] = [];
	const gapDays: Partial<Record<SpanKind, number>> = {};
	let knownDays = 0;
	const spans = measureDownloads(readings);
	for (const { fromDay, toDay: untilDay, kind, perDay } of spans) {
		if (perDay === undefined || kind === "unread") {
			gapDays[kind] = (gapDays[kind] ?? 0) + untilDay - fromDay;
			points.push({ atMs: (fromDay + 1) * dayMs, value: null });
			continue;
		}
		for (let day = fromDay + 1; day <= untilDay; day++) {
			points.push({ atMs: day * dayMs, value: perDay });
		}
		knownDays += untilDay - fromDay;
	}
	if (knownDays === 0) {
		return { points: [], knownDays, gapDays };
	}
	return { ...placeRelease(points, createdAtMs), knownDays, gapDays };
}

function placeRelease(
	points: readonly SeriesPoint[],
	createdAtMs: number | undefined,
): Pick<DailyDownloads, "points" | "releaseAt"> {
	const firstMs = points[0]?.atMs;
	const lastMs = points.at(-1)?.atMs;
	if (createdAtMs === undefined || firstMs === undefined || lastMs === undefined || createdAtMs > lastMs) {
		return { points };
	}
	const releaseMs = toDay(createdAtMs) * dayMs;
	if (releaseMs >= firstMs) {
		return { points, releaseAt: points.findIndex(({ atMs }) => atMs >= releaseMs) };
	}
	const longestLeadMs = Math.max(longestLeadDays * dayMs, lastMs - firstMs);
	return firstMs - releaseMs <= longestLeadMs
		? { points: [{ atMs: releaseMs, value: null }, ...points], releaseAt: 0 }
		: { points };
}
