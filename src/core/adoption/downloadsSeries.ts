import type { Reading } from "./derivatives.ts";

const dayMs = 86_400_000;

/** A point of a chart over time; `null` is a gap. */
export interface SeriesPoint {
	readonly atMs: number;
	readonly value: number | null;
}

/** More days than this between two readings are a gap: a long weekend without the editor is none. */
export const defaultMaxGapDays = 7;

/**
 * The 30-day counter over time, from own readings in ascending order. Readings without it are left out, and
 * where more than `maxGapDays` lie between two readings one empty point stands between them.
 */
export function downloadsSeries(
	readings: readonly Reading[],
	maxGapDays: number = defaultMaxGapDays,
): readonly SeriesPoint[] {
	const points: SeriesPoint[] = [];
	let lastMs: number | undefined;
	for (const { readAtMs, downloads30d } of readings) {
		if (downloads30d === undefined) {
			continue;
		}
		if (lastMs !== undefined && readAtMs - lastMs > maxGapDays * dayMs) {
			points.push({ atMs: lastMs + Math.floor((readAtMs - lastMs) / 2), value: null });
		}
		points.push({ atMs: readAtMs, value: downloads30d });
		lastMs = readAtMs;
	}
	return points;
}
