import { dayMs, toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";

/** A time in which a counter showed the same value: its first and its last reading that did. */
export interface Stall {
	readonly fromMs: number;
	readonly toMs: number;
}

/** A counter of downloads. */
export type DownloadCounter = "downloads30d" | "downloadsAllTime";

/** A time in which one counter showed the same value. */
export interface Standstill extends Stall {
	readonly counter: DownloadCounter;
}

/** From one UTC day to the next but one, or longer: less is a refresh that was missed. */
const leastStallDays = 2;

/** So many downloads are to be expected where none came: no longer chance (e⁻¹⁰). */
const surelyExpected = 10;

const windowDays = 30;

/** The 30-day counter may be a refresh behind, or ahead. */
const windowTolerance = 2;

/** Increments that differ by less are the same. */
const sameIncrement = 1e-6;

/**
 * Times of two UTC days or more in which a counter did not move, whatever others did, counter by counter. The
 * all-time counter's word counts where it is known:
 * - Where it stood still although the 30-day counter moved, and fewer than 10 downloads were to be expected,
 *   there were none, which is no stall.
 * - Where it grew by the same amount each day, and the 30-day counter shows 30 times that, it rightly stands still.
 */
export function findStandstills(readings: readonly Reading[]): readonly Standstill[] {
	const sorted = [...readings].sort((a, b) => a.readAtMs - b.readAtMs);
	return [
		...listStandstills(sorted, "downloads30d", (run) => !growsEvenly(run)),
		...listStandstills(sorted, "downloadsAllTime", (run) => !isTrulyQuiet(run)),
	];
}

function listStandstills(
	sorted: readonly Reading[],
	counter: DownloadCounter,
	isStill: (run: readonly Reading[]) => boolean,
): readonly Standstill[] {
	return findRuns(sorted, counter).flatMap((run) => {
		const fromMs = run[0]?.readAtMs ?? 0;
		const toMs = run.at(-1)?.readAtMs ?? 0;
		return toDay(toMs) - toDay(fromMs) >= leastStallDays && isStill(run) ? [{ counter, fromMs, toMs }] : [];
	});
}

/** Stalls in order, those that overlap as one. */
export function uniteStalls(stalls: readonly Stall[]): readonly Stall[] {
	const united: Stall[] = [];
	for (const stall of [...stalls].sort((a, b) => a.fromMs - b.fromMs)) {
		const last = united.at(-1);
		if (last !== undefined && stall.fromMs < last.toMs) {
			united[united.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, stall.toMs) };
		} else {
			united.push({ fromMs: stall.fromMs, toMs: stall.toMs });
		}
	}
	return united;
}

/** Readings in a row with the same value; those without one do not interrupt it. */
function findRuns(sorted: readonly Reading[], counter: DownloadCounter): readonly (readonly Reading[])[] {
	const runs: Reading[][] = [];
	let value: number | undefined;
	for (const reading of sorted) {
		if (reading[counter] === undefined) {
			continue;
		}
		if (reading[counter] === value) {
			runs.at(-1)?.push(reading);
		} else {
			runs.push([reading]);
			value = reading[counter];
		}
	}
	return runs;
}

function growsEvenly(run: readonly Reading[]): boolean {
	const perDay: number[] = [];
	let last: Reading | undefined;
	for (const reading of run) {
		if (reading.downloadsAllTime === undefined) {
			continue;
		}
		if (last?.downloadsAllTime !== undefined && toDay(reading.readAtMs) > toDay(last.readAtMs)) {
			const days = toDay(reading.readAtMs) - toDay(last.readAtMs);
			perDay.push((reading.downloadsAllTime - last.downloadsAllTime) / days);
		}
		last = reading;
	}
	const [first] = perDay;
	return (
		first !== undefined &&
		first > 0 &&
		perDay.length > 1 &&
		perDay.every((each) => Math.abs(each - first) <= first * sameIncrement) &&
		Math.abs((run[0]?.downloads30d ?? 0) - first * windowDays) <= first * windowTolerance
	);
}

function isTrulyQuiet(run: readonly Reading[]): boolean {
	const windows = run.flatMap(({ downloads30d }) => downloads30d ?? []);
	const most = Math.max(...windows);
	const days = ((run.at(-1)?.readAtMs ?? 0) - (run[0]?.readAtMs ?? 0)) / dayMs;
	return new Set(windows).size > 1 && (most / windowDays) * days < surelyExpected;
}
