import { dayMs, toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { findMedian } from "./median.ts";

/**
 * What lies between two readings of the all-time counter. `counted`: its difference is what was downloaded.
 * `late`: it stood still or fell for some days and caught up, so that only the sum is known. `stalled`: it
 * stood still, and what was downloaded never came. `rolledBack`: it fell and stayed down. `recounted`: it rose
 * by more than was downloaded. `unread`: nobody looked for longer than `longestSpanDays`.
 */
export type SpanKind = "counted" | "late" | "stalled" | "rolledBack" | "recounted" | "unread";

/** Downloads of the days after `fromDay` up to and with `toDay`, both in days since the epoch, UTC. */
export interface DownloadSpan {
	readonly fromDay: number;
	readonly toDay: number;
	readonly kind: SpanKind;
	/** Downloads a day on average; `undefined` for `stalled`, `rolledBack` and `recounted`: not known. */
	readonly perDay?: number;
}

/** Longer without a reading, and a mean says little of its days: a holiday without the editor is none yet. */
export const longestSpanDays = 7;

/** Days on either side of a span that tell what is usual there. */
const usualWithinDays = 14;

/** So many downloads are to be expected where none came: no longer chance (e⁻¹⁰). */
const surelyExpected = 10;

/** A counter that rises so many times the usual, and above what 30 days have, was counted anew. */
const recountFactor = 5;

/** The 30-day counter's window. */
const windowDays = 30;

/** A day whose last reading is so much earlier than that of other days is not over. */
const earlierMs = 6 * 3_600_000;

interface DayCount {
	readonly day: number;
	readonly allTime: number;
	readonly last30d?: number;
}

interface Step {
	readonly from: DayCount;
	readonly to: DayCount;
	readonly days: number;
	readonly gained: number;
}

/**
 * Downloads per day from differences of the all-time counter, in order, without holes between the first and
 * the last reading that has it. Readings may come in any order and several a day: a UTC day counts with its
 * highest value, since a counter that only grows is read late or from a cache where it is lower; the last day does
 * not count where others were read several times and to a later hour, since it is not over. The rules
 * for its faults, where `usual` is the median of the days within two weeks:
 * - A fall that a later step makes good (by more than half, beyond the usual) was a faulty reading: it is
 *   left out, and the span across it is `late`. Any other fall is `rolledBack`.
 * - Days on which it did not move are `late` when the next step brings the usual for at least half of them,
 *   and `stalled` otherwise. Where the 30-day counter moved and fewer than 10 downloads were to be expected,
 *   nothing was downloaded, which is `counted` as 0.
 * - No span has more than the 30 days that contain it; one above that and above 5 times the usual is
 *   `recounted`.
 */
export function measureDownloads(readings: readonly Reading[]): readonly DownloadSpan[] {
	const { counts, faultyDays } = dropFaults(countDays(dropUnfinishedDay(readings)));
	const steps = stepThrough(counts);
	const spans: DownloadSpan[] = [];
	for (let index = 0; index < steps.length; index++) {
		const step = steps[index];
		if (step === undefined) {
			break;
		}
		if (step.gained !== 0 || isTrueZero(step)) {
			spans.push(judgeStep(step, findUsual(steps, step), faultyDays));
			continue;
		}
		let end = index;
		while (steps[end + 1]?.gained === 0) {
			end++;
		}
		const still = steps[end] ?? step;
		const next = steps[end + 1];
		const stillDays = still.to.day - step.from.day;
		const usual = next === undefined ? undefined : findUsual(steps, next);
		const isLate =
			next !== undefined &&
			next.gained > 0 &&
			(usual === undefined || next.gained >= usual * (next.days + stillDays / 2));
		if (isLate) {
			spans.push(nameSpan("late", step.from.day, next.to.day, next.gained));
			end++;
		} else {
			spans.push({ fromDay: step.from.day, toDay: still.to.day, kind: "stalled" });
		}
		index = end;
	}
	return spans;
}

function dropUnfinishedDay(readings: readonly Reading[]): readonly Reading[] {
	const lastMs = new Map<number, number>();
	let known = 0;
	for (const { readAtMs, downloadsAllTime } of readings) {
		const day = toDay(readAtMs);
		if (downloadsAllTime !== undefined) {
			known++;
			lastMs.set(day, Math.max(readAtMs, lastMs.get(day) ?? Number.NEGATIVE_INFINITY));
		}
	}
	const unfinished = Math.max(...lastMs.keys());
	const hourMs = (day: number): number => (lastMs.get(day) ?? 0) - day * dayMs;
	const usualMs = findMedian([...lastMs.keys()].filter((day) => day !== unfinished).map(hourMs));
	const isOver = known < 2 * lastMs.size || usualMs === undefined || hourMs(unfinished) > usualMs - earlierMs;
	return isOver ? readings : readings.filter(({ readAtMs }) => toDay(readAtMs) !== unfinished);
}

function countDays(readings: readonly Reading[]): readonly DayCount[] {
	const byDay = new Map<number, DayCount>();
	for (const { readAtMs, downloadsAllTime, downloads30d } of [...readings].sort(
		(a, b) => a.readAtMs - b.readAtMs,
	)) {
		const day = toDay(readAtMs);
		const known = byDay.get(day);
		if (downloadsAllTime !== undefined) {
			const last30d = downloads30d ?? known?.last30d;
			byDay.set(day, {
				day,
				allTime: Math.max(downloadsAllTime, known?.allTime ?? 0),
				...(last30d === undefined ? {} : { last30d }),
			});
		}
	}
	return [...byDay.values()].sort((a, b) => a.day - b.day);
}

function stepThrough(counts: readonly DayCount[]): Step[] {
	return counts.slice(1).flatMap((to, index) => {
		const from = counts[index];
		return from === undefined
			? []
			: [{ from, to, days: to.day - from.day, gained: to.allTime - from.allTime }];
	});
}

/** Without readings that were lower than the one before and were made good by a step beyond the usual. */
function dropFaults(counts: readonly DayCount[]): {
	readonly counts: readonly DayCount[];
	readonly faultyDays: ReadonlySet<number>;
} {
	const steps = stepThrough(counts);
	const faultyDays = new Set<number>();
	for (let index = 0; index < steps.length; index++) {
		const fall = steps[index];
		if (fall === undefined || fall.gained >= 0) {
			continue;
		}
		const usual = findUsual(steps, fall) ?? 0;
		for (let next = index + 1; next < steps.length; next++) {
			const rise = steps[next];
			if (rise === undefined || rise.to.day - fall.from.day > longestSpanDays) {
				break;
			}
			const isMadeGood =
				rise.to.allTime >= fall.from.allTime && rise.gained >= usual * rise.days - fall.gained / 2;
			if (isMadeGood) {
				for (const faulty of steps.slice(index, next)) {
					faultyDays.add(faulty.to.day);
				}
				index = next;
				break;
			}
		}
	}
	return { counts: counts.filter(({ day }) => !faultyDays.has(day)), faultyDays };
}

function isTrueZero({ from, to, days }: Step): boolean {
	return (
		from.last30d !== undefined &&
		to.last30d !== undefined &&
		from.last30d !== to.last30d &&
		(Math.max(from.last30d, to.last30d) / windowDays) * days < surelyExpected
	);
}

/** Median downloads per day of the other steps nearby that gained something. */
function findUsual(steps: readonly Step[], step: Step): number | undefined {
	return findMedian(
		steps
			.filter(
				(other) =>
					other !== step &&
					other.gained > 0 &&
					other.days <= longestSpanDays &&
					other.to.day >= step.from.day - usualWithinDays &&
					other.from.day <= step.to.day + usualWithinDays,
			)
			.map(({ gained, days }) => gained / days),
	);
}

function judgeStep(step: Step, usual: number | undefined, faultyDays: ReadonlySet<number>): DownloadSpan {
	const { from, to, days, gained } = step;
	if (gained < 0) {
		return { fromDay: from.day, toDay: to.day, kind: "rolledBack" };
	}
	const most = days <= windowDays ? (to.last30d ?? gained) : gained;
	if (gained > most && usual !== undefined && gained > usual * days * recountFactor) {
		return { fromDay: from.day, toDay: to.day, kind: "recounted" };
	}
	let isFaulty = false;
	for (let day = from.day + 1; day < to.day; day++) {
		isFaulty ||= faultyDays.has(day);
	}
	const kind = days > longestSpanDays ? "unread" : isFaulty ? "late" : "counted";
	return nameSpan(kind, from.day, to.day, Math.min(gained, most));
}

function nameSpan(kind: SpanKind, fromDay: number, untilDay: number, downloads: number): DownloadSpan {
	return { fromDay, toDay: untilDay, kind, perDay: downloads / (untilDay - fromDay) };
}
