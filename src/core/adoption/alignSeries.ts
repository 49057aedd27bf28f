import { toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { longestSpanDays } from "./downloadSpans.ts";

/** A counter that can be compared over time. */
export type ComparedCounter = "downloads30d" | "downloadsAllTime" | "likes" | "trendingScore";

/** A model to be compared. */
export interface ComparedSeries {
	readonly key: string;
	readonly readings: readonly Reading[];
	/** Needed for `release`. */
	readonly createdAtMs?: number;
}

/** Two to four models' counters on one axis. */
export interface AlignedSeries {
	/** `release`: days after release, day 0 for all. `calendar`: days since the epoch, UTC. Contiguous. */
	readonly days: readonly number[];
	readonly lines: readonly {
		readonly key: string;
		/** Along `days`; `null` is a gap: not read, not yet released, or no reading for over a week around it. */
		readonly values: readonly (number | null)[];
	}[];
	/** Models that could not be placed: no date of release, or no reading of the counter. */
	readonly leftOut: readonly string[];
}

/** Longer axes are cut at the far end: ten years of days. */
const mostDays = 3_653;

/**
 * Lays counters of several models along one axis. A day has its last reading; days between two readings at most a week
 * apart lie on the line between them; the all-time counter is 0 on the day of release. Readings from before
 * release, which a repository made public later can have, are left out with `release`.
 */
export function alignSeries(
	series: readonly ComparedSeries[],
	counter: ComparedCounter,
	axis: "release" | "calendar",
): AlignedSeries {
	const placed = series.map(({ key, readings, createdAtMs }) => {
		const originDay = axis === "calendar" ? 0 : createdAtMs === undefined ? undefined : toDay(createdAtMs);
		const byDay = new Map<number, number>();
		if (originDay !== undefined) {
			if (counter === "downloadsAllTime" && createdAtMs !== undefined) {
				byDay.set(toDay(createdAtMs) - originDay, 0);
			}
			for (const reading of [...readings].sort((a, b) => a.readAtMs - b.readAtMs)) {
				const value = reading[counter];
				const day = toDay(reading.readAtMs) - originDay;
				if (value !== undefined && (axis === "calendar" || day >= 0)) {
					byDay.set(day, value);
				}
			}
		}
		const isRead = readings.some((reading) => reading[counter] !== undefined);
		return { key, byDay: isRead ? byDay : new Map<number, number>() };
	});
	const shown = placed.filter(({ byDay }) => byDay.size > 0);
	const all = shown.flatMap(({ byDay }) => [...byDay.keys()]);
	const first = axis === "release" ? 0 : Math.min(...all);
	const last = Math.max(...all);
	const length = all.length === 0 ? 0 : Math.min(mostDays, last - first + 1);
	const start = axis === "release" ? first : last - length + 1;
	const days = Array.from({ length }, (_, i) => start + i);
	return {
		days,
		lines: shown.map(({ key, byDay }) => ({ key, values: fillLine(days, byDay) })),
		leftOut: placed.filter(({ byDay }) => byDay.size === 0).map(({ key }) => key),
	};
}

function fillLine(days: readonly number[], byDay: ReadonlyMap<number, number>): (number | null)[] {
	const values: (number | null)[] = days.map((day) => byDay.get(day) ?? null);
	let last = -1;
	values.forEach((value, at) => {
		const from = values[last];
		if (value === null) {
			return;
		}
		if (from !== null && from !== undefined && at - last <= longestSpanDays) {
			for (let between = last + 1; between < at; between++) {
				values[between] = from + ((value - from) * (between - last)) / (at - last);
			}
		}
		last = at;
	});
	return values;
}
