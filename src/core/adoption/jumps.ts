import { toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { measureDownloads } from "./downloadSpans.ts";
import { findMedian } from "./median.ts";

/** A counter that changed from one day to the next by far more than it does. */
export interface Jump {
	/** The first reading that has the new value. */
	readonly atMs: number;
	/** The new value over the old one, which counts as 1 where it was 0. Below 1: a fall. */
	readonly ratio: number;
}

/** A doubling or a halving is a jump in any series; in a calm one half as much again is. */
const surelyJumped = 2;
const leastJump = 1.5;

/** How many times its usual spread a change must be to be none of the usual. */
const spreads = 6;

/** So many changes tell what is usual. */
const leastChanges = 6;

/** Where both values are below, chance decides. */
const leastDownloads = 100;

/** A fall of the all-time counter, which cannot fall, by more than rounding. */
const rolledBackTo = 0.999;

/** Median absolute deviation to standard deviation, for a normal distribution. */
const deviationOfMad = 1.4826;

interface DayValue {
	readonly day: number;
	readonly value: number;
	readonly sinceMs: number;
}

/**
 * Jumps of the 30-day counter between UTC days (the last reading of each), and of the all-time counter its falls and where
 * it was counted anew, in order of time, one a day. Over several days without a reading the bound grows with the root of their
 * number, as chance does. A jump is a fact about the counter, not yet a fault: a release does it, and so does
 * a counter that catches up, was rolled back, or was counted anew.
 */
export function findJumps(readings: readonly Reading[]): readonly Jump[] {
	const jumps = new Map<number, Jump>();
	const recountedDays = new Set(
		measureDownloads(readings).flatMap(({ kind, toDay: day }) => (kind === "recounted" ? [day] : [])),
	);
	for (const [day, jump] of findBreaks(listDays(readings, "downloadsAllTime"), recountedDays)) {
		jumps.set(day, jump);
	}
	const days = listDays(readings, "downloads30d");
	const bound = findBound(days);
	for (const [from, to] of pairUp(days)) {
		const ratio = to.value / Math.max(from.value, 1);
		const isNoticeable = Math.max(from.value, to.value) >= leastDownloads;
		const size = Math.abs(Math.log(Math.max(to.value, 1) / Math.max(from.value, 1)));
		if (isNoticeable && size >= Math.log(bound) * Math.sqrt(to.day - from.day) - 1e-9) {
			jumps.set(to.day, { atMs: to.sinceMs, ratio });
		}
	}
	return [...jumps.values()].sort((a, b) => a.atMs - b.atMs);
}

function findBreaks(
	days: readonly DayValue[],
	recountedDays: ReadonlySet<number>,
): readonly (readonly [number, Jump])[] {
	return pairUp(days).flatMap(([from, to]) => {
		const ratio = to.value / Math.max(from.value, 1);
		const isRecounted = recountedDays.has(to.day) && ratio >= leastJump;
		return to.value < from.value * rolledBackTo || isRecounted
			? [[to.day, { atMs: to.sinceMs, ratio }] as const]
			: [];
	});
}

function findBound(days: readonly DayValue[]): number {
	const changes = pairUp(days)
		.filter(([from, to]) => to.day - from.day === 1 && from.value >= leastDownloads && to.value > 0)
		.map(([from, to]) => Math.log(to.value / from.value));
	const middle = findMedian(changes);
	if (middle === undefined || changes.length < leastChanges) {
		return surelyJumped;
	}
	const mad = findMedian(changes.map((change) => Math.abs(change - middle))) ?? 0;
	const bound = Math.exp(Math.abs(middle) + spreads * deviationOfMad * mad);
	return Math.min(surelyJumped, Math.max(leastJump, bound));
}

function listDays(
	readings: readonly Reading[],
	counter: "downloads30d" | "downloadsAllTime",
): readonly DayValue[] {
	const days: DayValue[] = [];
	for (const reading of [...readings].sort((a, b) => a.readAtMs - b.readAtMs)) {
		const value = reading[counter];
		if (value === undefined) {
			continue;
		}
		const day = toDay(reading.readAtMs);
		const last = days.at(-1);
		if (last?.day === day) {
			days[days.length - 1] = {
				day,
				value,
				sinceMs: last.value === value ? last.sinceMs : reading.readAtMs,
			};
		} else {
			days.push({ day, value, sinceMs: reading.readAtMs });
		}
	}
	return days;
}

function pairUp(days: readonly DayValue[]): readonly (readonly [DayValue, DayValue])[] {
	return days.slice(1).flatMap((to, index) => {
		const from = days[index];
		return from === undefined ? [] : [[from, to] as const];
	});
}
