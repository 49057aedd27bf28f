import { dayMs, toDay } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { type AdoptionFlag, looksLikeTestRuns } from "./flags.ts";
import { computeGrowth, type Growth } from "./growth.ts";
import { findJumps, type Jump } from "./jumps.ts";
import { computeMomentum, counterWindowDays } from "./momentum.ts";
import { StallFinder } from "./stalls.ts";
import type { Stall } from "./standstills.ts";

/** A model's dated readings, in any order, and what else is known of it. */
export interface ReadingSeries {
	readonly repoId: string;
	readonly readings: readonly Reading[];
	readonly createdAtMs?: number;
}

/** What a series of readings tells of a model. */
export interface SeriesReport {
	readonly repoId: string;
	/** UTC days with a reading. */
	readonly days: number;
	readonly stalls: readonly Stall[];
	readonly jumps: readonly Jump[];
	/** See `computeGrowth`; `undefined`: not defined. */
	readonly growth?: Growth;
	/** Downloads a day in the last 30 days over those since release; needs the date of release. */
	readonly momentum?: number;
	readonly flags: readonly AdoptionFlag[];
}

/** Growth looks at so many days. */
const fullHistoryDays = 28;

const newDays = 7;

const noDerivatives = { finetune: 0, adapter: 0, merge: 0, quantized: 0 };

/**
 * A report for each series, in their order; the others are each one's neighbors. All figures are as of a series' own
 * last reading. Flags: `new` and by age `shortHistory` only where the date of release is known;
 * `shortHistory` also where the readings span under 28 days; `stalledCounter` where there is a stall;
 * `ciNoiseSuspected` by name, downloads and likes alone: a series does not tell derivatives, and is judged as if
 * there were none.
 */
export function reportSeries(series: readonly ReadingSeries[]): readonly SeriesReport[] {
	const finder = new StallFinder(new Map(series.map(({ repoId, readings }) => [repoId, readings])));
	return series.map((each) => describeSeries(each, finder.find(each.repoId)));
}

function describeSeries(series: ReadingSeries, stalls: readonly Stall[]): SeriesReport {
	const readings = [...series.readings].sort((a, b) => a.readAtMs - b.readAtMs);
	const growth = computeGrowth(readings);
	const lastMs = readings.at(-1)?.readAtMs ?? 0;
	const momentum = computeMomentum({ counters: findLatest(readings), ...pickDate(series) }, lastMs);
	return {
		repoId: series.repoId,
		days: new Set(readings.map(({ readAtMs }) => toDay(readAtMs))).size,
		stalls,
		jumps: findJumps(readings),
		...(growth === undefined ? {} : { growth }),
		...(momentum === undefined ? {} : { momentum: momentum.value }),
		flags: listFlags(series, readings, stalls),
	};
}

function listFlags(
	series: ReadingSeries,
	readings: readonly Reading[],
	stalls: readonly Stall[],
): readonly AdoptionFlag[] {
	const firstMs = readings[0]?.readAtMs ?? 0;
	const lastMs = readings.at(-1)?.readAtMs ?? 0;
	const ageDays =
		series.createdAtMs === undefined ? Number.POSITIVE_INFINITY : (lastMs - series.createdAtMs) / dayMs;
	const flags: AdoptionFlag[] = [];
	if (ageDays < newDays) {
		flags.push("new");
	} else if (ageDays < counterWindowDays || toDay(lastMs) - toDay(firstMs) < fullHistoryDays) {
		flags.push("shortHistory");
	}
	const judged = { repoId: series.repoId, counters: findLatest(readings), derivativeCounts: noDerivatives };
	if (looksLikeTestRuns(judged, undefined)) {
		flags.push("ciNoiseSuspected");
	}
	if (stalls.length > 0) {
		flags.push("stalledCounter");
	}
	return flags;
}

/** The last known value of each counter. */
function findLatest(readings: readonly Reading[]): Omit<Reading, "readAtMs"> {
	const counters = ["downloads30d", "downloadsAllTime", "likes"] as const;
	return Object.fromEntries(
		counters.flatMap((counter) => {
			const value = readings.flatMap((reading) => reading[counter] ?? []).at(-1);
			return value === undefined ? [] : [[counter, value]];
		}),
	);
}

function pickDate({ createdAtMs }: ReadingSeries): { createdAtMs?: number } {
	return createdAtMs === undefined ? {} : { createdAtMs };
}
