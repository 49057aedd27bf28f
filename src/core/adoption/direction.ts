import type { Model } from "../model/model.ts";
import type { Reading } from "./derivatives.ts";
import { computeMomentum, counterWindowDays } from "./momentum.ts";

const dayMs = 86_400_000;

/**
 * Where a model's downloads are heading. `new`: younger than the 30 days that the counter looks back, so that
 * it can only rise. `unknown`: counters are missing, or so small that a direction would be chance.
 */
export type Direction = "rising" | "steady" | "falling" | "new" | "unknown";

/**
 * Downloads per day now over downloads per day before: from here on rising, and from its inverse down
 * falling. Half again as much is more than counters waver from day to day; over 911 recorded models with at
 * least 1,000 downloads in 30 days it gives 26 % rising, 37 % steady, 37 % falling.
 */
export const risingFrom = 1.5;

/** The inverse of `risingFrom`: growing and shrinking by the same factor count the same. */
export const fallingTo = 1 / risingFrom;

/**
 * Below this many downloads in 30 days, now and on average, chance decides (the base that growth asks for a
 * week).
 */
const leastDownloads30d = 100;

/** Own readings judge when they are at least this far apart: counters are refreshed daily, and lag. */
const leastSpanDays = 7;

/** Readings further back than the counter's window say nothing about its change. */
const largestSpanDays = counterWindowDays;

/** Judges by own readings where there are enough, else by momentum. */
export function judgeDirection(model: Model, readings: readonly Reading[], nowMs: number): Direction {
	if (model.createdAtMs !== undefined && nowMs - model.createdAtMs < counterWindowDays * dayMs) {
		return "new";
	}
	const ratio = compareReadings(readings) ?? compareWithLife(model, nowMs);
	if (ratio === undefined) {
		return "unknown";
	}
	return ratio >= risingFrom ? "rising" : ratio <= fallingTo ? "falling" : "steady";
}

function compareWithLife(model: Model, nowMs: number): number | undefined {
	const momentum = computeMomentum(model, nowMs)?.value;
	const now = model.counters.downloads30d;
	if (momentum === undefined || now === undefined) {
		return undefined;
	}
	const usual = momentum > 0 ? now / momentum : Number.POSITIVE_INFINITY;
	return Math.max(now, usual) < leastDownloads30d ? undefined : momentum;
}

/**
 * Downloads per day between the oldest reading within the window and the newest one, over the mean of the 30
 * days before the former. Where the cumulative counter was not read, from the 30-day counter alone: what it
 * gained in `span` days is what came in less what left, and what left is taken to be the mean.
 */
function compareReadings(readings: readonly Reading[]): number | undefined {
	const dated = readings.filter((reading) => reading.downloads30d !== undefined);
	const newest = dated.at(-1);
	if (newest?.downloads30d === undefined) {
		return undefined;
	}
	const earliestMs = newest.readAtMs - largestSpanDays * dayMs;
	const base = dated.find((reading) => reading.readAtMs >= earliestMs);
	if (base?.downloads30d === undefined) {
		return undefined;
	}
	const spanDays = (newest.readAtMs - base.readAtMs) / dayMs;
	if (spanDays < leastSpanDays || base.downloads30d < leastDownloads30d) {
		return undefined;
	}
	const usualPerDay = base.downloads30d / counterWindowDays;
	if (newest.downloadsAllTime !== undefined && base.downloadsAllTime !== undefined) {
		const came = newest.downloadsAllTime - base.downloadsAllTime;
		if (came > 0) {
			return came / spanDays / usualPerDay;
		}
	}
	const gained = newest.downloads30d - base.downloads30d;
	return gained === 0 ? undefined : Math.max(0, 1 + gained / spanDays / usualPerDay);
}
