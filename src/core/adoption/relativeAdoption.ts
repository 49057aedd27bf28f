import { findParameterBucket, type ParameterBucket } from "../catalog/parameterBuckets.ts";
import type { Model } from "../model/model.ts";
import type { AdoptionResult } from "./adoptionFigure.ts";
import { dayMs } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import type { AdoptionFlag } from "./flags.ts";
import { findMedian } from "./median.ts";

/** Days after release at which models are compared. */
export const comparedDays = [7, 14, 30, 60, 90, 180, 365] as const;

/** The cohort: so many of the most downloaded models of the size, at least `leastCohort` of them known. */
const cohortSize = 10;
const leastCohort = 3;

/** Ages differ by at most this part, or three days for young models, within a same-age cohort. */
const ageTolerance = 0.25;
const leastAgeToleranceDays = 3;

/** A reading this far from the day asked for is interpolated no more. */
const longestGapDays = 14;

/** A model with its readings, ascending by time. */
export interface ModelHistory {
	readonly model: Model;
	readonly readings: readonly Reading[];
}

/**
 * Relative adoption as the ATOM project defines it (https://atomproject.ai, 2026): cumulative downloads at day t after
 * release ÷ the median at the same t of the 10 most downloaded models of the size bucket; t is the largest of 7,
 * 14, 30, 60, 90, 180 and 365 that the model's age and readings reach. Above 1: on the way to its class's top ten.
 * For text generation only. Where the cohort's histories do not reach back to t, models of the same size that
 * are now about as old stand in: cumulative downloads now over the median of the 10 most downloaded of them,
 * which the cohort names `sameAge`. The model itself is not of its cohort.
 */
export function computeRelativeAdoption(
	own: ModelHistory,
	others: readonly ModelHistory[],
	nowMs: number,
	flags: readonly AdoptionFlag[] = [],
): AdoptionResult {
	const { model } = own;
	const bucket = findParameterBucket(model.parameters?.total.value);
	if (model.task !== "text-generation") {
		return { reason: "otherTask" };
	}
	if (model.createdAtMs === undefined) {
		return { reason: "noCreationDate" };
	}
	if (bucket === undefined) {
		return { reason: "noSize" };
	}
	if (nowMs - model.createdAtMs < comparedDays[0] * dayMs) {
		return { reason: "tooYoung" };
	}
	const rivals = others.filter((each) => isRival(each.model, model, bucket));
	return (
		compareAtDay(own, rivals, bucket, flags) ??
		compareAtAge(own, rivals, bucket, nowMs, flags) ?? { reason: "noCohort" }
	);
}

/**
 * Cumulative downloads at a day after release, between two readings on a straight line; release itself is a reading of
 * 0. `undefined` beyond the last reading, and where the readings around are more than two weeks from the day.
 */
export function findDownloadsAtDay({ model, readings }: ModelHistory, day: number): number | undefined {
	const { createdAtMs } = model;
	if (createdAtMs === undefined) {
		return undefined;
	}
	const atMs = createdAtMs + day * dayMs;
	let beforeMs = createdAtMs;
	let before = 0;
	for (const { readAtMs, downloadsAllTime } of readings) {
		if (downloadsAllTime === undefined || readAtMs < createdAtMs) {
			continue;
		}
		if (readAtMs >= atMs) {
			const isNear = readAtMs - atMs <= longestGapDays * dayMs && atMs - beforeMs <= longestGapDays * dayMs;
			const part = readAtMs === beforeMs ? 1 : (atMs - beforeMs) / (readAtMs - beforeMs);
			return isNear || readAtMs === atMs ? before + (downloadsAllTime - before) * part : undefined;
		}
		beforeMs = readAtMs;
		before = downloadsAllTime;
	}
	return undefined;
}

function compareAtDay(
	own: ModelHistory,
	rivals: readonly ModelHistory[],
	bucket: ParameterBucket,
	flags: readonly AdoptionFlag[],
): AdoptionResult | undefined {
	const top = mostDownloaded(rivals);
	for (const day of [...comparedDays].reverse()) {
		const value = findDownloadsAtDay(own, day);
		const cohort = top.flatMap((rival) => findDownloadsAtDay(rival, day) ?? []);
		const median = findMedian(cohort);
		if (value !== undefined && median !== undefined && median > 0 && cohort.length >= leastCohort) {
			return {
				figure: {
					value: value / median,
					basis: "computed",
					from: "ownReadings",
					asOfMs: (own.model.createdAtMs ?? 0) + day * dayMs,
					cohort: { kind: "mostDownloaded", size: cohort.length, bucket },
					flags,
				},
			};
		}
	}
	return undefined;
}

function compareAtAge(
	own: ModelHistory,
	rivals: readonly ModelHistory[],
	bucket: ParameterBucket,
	nowMs: number,
	flags: readonly AdoptionFlag[],
): AdoptionResult | undefined {
	const value = own.model.counters.downloadsAllTime;
	if (value === undefined) {
		return { reason: "noDownloads" };
	}
	const age = ageDays(own.model, nowMs);
	const tolerance = Math.max(leastAgeToleranceDays, age * ageTolerance);
	const peers = rivals.filter(({ model }) => Math.abs(ageDays(model, nowMs) - age) <= tolerance);
	const cohort = mostDownloaded(peers).flatMap(({ model }) => model.counters.downloadsAllTime ?? []);
	const median = findMedian(cohort);
	return median === undefined || median <= 0 || cohort.length < leastCohort
		? undefined
		: {
				figure: {
					value: value / median,
					basis: "estimated",
					from: "knownModels",
					asOfMs: own.model.readAtMs,
					cohort: { kind: "sameAge", size: cohort.length, bucket },
					flags,
				},
			};
}

function isRival(model: Model, own: Model, bucket: ParameterBucket): boolean {
	return (
		model.repoId !== own.repoId &&
		model.task === "text-generation" &&
		model.createdAtMs !== undefined &&
		findParameterBucket(model.parameters?.total.value) === bucket
	);
}

function mostDownloaded(histories: readonly ModelHistory[]): readonly ModelHistory[] {
	return histories
		.filter(({ model }) => model.counters.downloadsAllTime !== undefined)
		.sort((a, b) => (b.model.counters.downloadsAllTime ?? 0) - (a.model.counters.downloadsAllTime ?? 0))
		.slice(0, cohortSize);
}

/** Age when its counters were read: an old reading is of a younger model. */
function ageDays(model: Model, nowMs: number): number {
	return (Math.min(nowMs, model.readAtMs) - (model.createdAtMs ?? 0)) / dayMs;
}
