import { dayMs, toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import {
	type DownloadCounter,
	findStandstills,
	type Stall,
	type Standstill,
	uniteStalls,
} from "./standstills.ts";

/** Days of movement that half of the neighbors must show while a counter stands still; 2 but for hours. */
const leastMovedDays = 1.9;

/** Readings that belong together are minutes or a few hours apart. */
const toleranceMs = 3 * 3_600_000;

/** A pair of readings further apart tells little of either day. */
const longestPairMs = 45 * dayMs;

/** A hundred neighbors tell what thousands would; the liveliest are asked first. */
const mostNeighbors = 256;

/** When a neighbor was read, and when it moved. */
interface Neighbor {
	readonly key: string;
	readonly times: Float64Array;
	/** 1 where a reading differs from the one before. */
	readonly moved: Uint8Array;
	/** Share of days on which it moved. */
	readonly liveliness: number;
}

/** A stall, with the readings before and after it between which the counter began and ceased to stand still. */
interface Bounds extends Stall {
	readonly beforeMs: number;
	readonly afterMs: number;
}

interface Witness {
	readonly movedDays: number;
	readonly weight: number;
}

/**
 * Tells stalled counters from a Hub that did not refresh any: a counter is stalled that does not move for two
 * days or more while its neighbors, the same counter of the other models read at that time, do; where one has only
 * the other counter of downloads, that. Where there are no neighbors it cannot be told, and none is found.
 *
 * The neighbors move when half of them (weighted median) moved on two days within the time. A neighbor weighs
 * as much as it usually moves, and the less the shorter the part of the time is that its own readings lie in
 * (to the fourth power): one that is read at other hours sees other refreshes. A move between two readings
 * counts for as many days as lie between them, at least one, by the part that falls into the time; a day less where
 * the counter itself began or ceased to stand still between those two, since one refresh explains both.
 */
export class StallFinder {
	readonly #series: ReadonlyMap<string, readonly Reading[]>;
	readonly #neighbors: Readonly<Record<DownloadCounter, readonly Neighbor[]>>;

	/** Readings by model, in any order. */
	constructor(series: ReadonlyMap<string, readonly Reading[]>) {
		this.#series = series;
		this.#neighbors = {
			downloads30d: listNeighbors(series, ["downloads30d", "downloadsAllTime"]),
			downloadsAllTime: listNeighbors(series, ["downloadsAllTime", "downloads30d"]),
		};
	}

	/** Stalls of a model's counters in order of time. */
	find(key: string): readonly Stall[] {
		const still = findStandstills(this.#series.get(key) ?? []);
		return uniteStalls(still.filter((standstill) => this.areOthersMoving(key, standstill) === true));
	}

	/** Whether the neighbors move while a model's counter stands still; `undefined`: none was read at that time. */
	areOthersMoving(key: string, standstill: Standstill): boolean | undefined {
		const bounds = findBounds(this.#series.get(key) ?? [], standstill);
		const witnesses: Witness[] = [];
		for (const neighbor of this.#neighbors[standstill.counter]) {
			const witness = neighbor.key === key ? undefined : hearWitness(neighbor, bounds);
			if (witness !== undefined) {
				witnesses.push(witness);
			}
			if (witnesses.length === mostNeighbors) {
				break;
			}
		}
		const total = witnesses.reduce((sum, { weight }) => sum + weight, 0);
		let moving = 0;
		for (const { movedDays, weight } of witnesses) {
			moving += movedDays >= leastMovedDays ? weight : 0;
		}
		return total > 0 ? moving >= total / 2 : undefined;
	}
}

/** The liveliest first, each by the first of the counters that was read twice. */
function listNeighbors(
	series: ReadonlyMap<string, readonly Reading[]>,
	counters: readonly DownloadCounter[],
): readonly Neighbor[] {
	return [...series]
		.flatMap(([key, readings]) => {
			const isRead = (counter: DownloadCounter): boolean =>
				readings.filter((reading) => reading[counter] !== undefined).length > 1;
			const counter = counters.find(isRead);
			return counter === undefined ? [] : [watchMoves(key, readings, counter)];
		})
		.filter(({ liveliness }) => liveliness > 0)
		.sort((a, b) => b.liveliness - a.liveliness || b.times.length - a.times.length);
}

function watchMoves(key: string, readings: readonly Reading[], counter: DownloadCounter): Neighbor {
	const known = readings
		.filter((reading) => reading[counter] !== undefined)
		.sort((a, b) => a.readAtMs - b.readAtMs);
	const moved = new Uint8Array(known.length);
	const days = new Set<number>();
	const movedDays = new Set<number>();
	known.forEach((reading, index) => {
		const before = known[index - 1];
		const day = toDay(reading.readAtMs);
		if (before !== undefined && day !== toDay(known[0]?.readAtMs ?? 0)) {
			days.add(day);
		}
		if (before !== undefined && before[counter] !== reading[counter]) {
			moved[index] = 1;
			movedDays.add(day);
		}
	});
	return {
		key,
		times: Float64Array.from(known, ({ readAtMs }) => readAtMs),
		moved,
		liveliness: days.size === 0 ? 0 : Math.min(1, movedDays.size / days.size),
	};
}

function findBounds(readings: readonly Reading[], { fromMs, toMs }: Stall): Bounds {
	let beforeMs = Number.NEGATIVE_INFINITY;
	let afterMs = Number.POSITIVE_INFINITY;
	for (const { readAtMs } of readings) {
		if (readAtMs < fromMs) {
			beforeMs = Math.max(beforeMs, readAtMs);
		} else if (readAtMs > toMs) {
			afterMs = Math.min(afterMs, readAtMs);
		}
	}
	return { fromMs, toMs, beforeMs, afterMs };
}

function hearWitness({ times, moved, liveliness }: Neighbor, bounds: Bounds): Witness | undefined {
	const { fromMs, toMs } = bounds;
	let movedDays = 0;
	let firstMs = Number.POSITIVE_INFINITY;
	let lastMs = Number.NEGATIVE_INFINITY;
	for (let index = findFirstFrom(times, fromMs - toleranceMs); index < times.length; index++) {
		const atMs = times[index] ?? 0;
		const beforeMs = times[index - 1];
		if (atMs <= toMs + toleranceMs) {
			firstMs = Math.min(firstMs, atMs);
			lastMs = Math.max(lastMs, atMs);
		}
		if (beforeMs !== undefined && moved[index] === 1 && atMs - beforeMs <= longestPairMs) {
			movedDays += countMovedDays(beforeMs, atMs, bounds);
		}
		if (atMs >= toMs) {
			break;
		}
	}
	const covered = Math.min(1, Math.max(0, lastMs - firstMs) / (toMs - fromMs));
	const weight = liveliness ** 2 * covered ** 4;
	return weight > 0 ? { movedDays, weight } : undefined;
}

/** Days that a neighbor's move between two of its readings counts for. */
function countMovedDays(fromMs: number, toMs: number, bounds: Bounds): number {
	const length = toMs - fromMs;
	const shared = Math.min(toMs, bounds.toMs) - Math.max(fromMs, bounds.fromMs);
	if (length <= 0 || shared <= 0) {
		return 0;
	}
	const hasBegun = fromMs <= bounds.beforeMs && toMs >= bounds.fromMs;
	const hasCeased = fromMs <= bounds.toMs && toMs >= bounds.afterMs;
	const days = Math.max(1, Math.round(length / dayMs)) - (hasBegun ? 1 : 0) - (hasCeased ? 1 : 0);
	return (shared / length) * Math.max(0, days);
}

function findFirstFrom(times: Float64Array, fromMs: number): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[middle] ?? 0) < fromMs) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
