import type { Model } from "../model/model.ts";
import { relations } from "../model/relation.ts";
import type { Derivatives, Reading } from "./derivatives.ts";
import { counterWindowDays } from "./momentum.ts";
import { StallFinder } from "./stalls.ts";
import { findStandstills } from "./standstills.ts";

const dayMs = 86_400_000;

/**
 * What a reader of the counters must know. `new`: under 7 days old, so that a 0 is not a 0. `shortHistory`:
 * younger than the 30 days that the counter looks back. `ciNoiseSuspected`: downloads that look like test
 * runs. `stalledCounter`: own readings show that the Hub's counter stands still, while those of others do not.
 */
export type AdoptionFlag = "new" | "shortHistory" | "ciNoiseSuspected" | "stalledCounter";

const newDays = 7;

/** Fewer downloads than this in 30 days need no explanation. */
const noticeableDownloads30d = 1_000;

/** So many downloads without a single like or derivative are not people, whatever the size of the model. */
const implausibleDownloads30d = 10_000;

/** Test fixtures are this small; the smallest models in wide use (11 M) are not. */
const tinyParameters = 10_000_000;

/** Fixtures are liked now and then; a model in use has far more than one like for a thousand downloads. */
const fixtureDownloadsPerLike = 1_000;

/** Fixtures of the libraries' own test suites, by owner or by name. */
const fixturePattern =
	/^[^/]*(?:internal-testing|tiny-random)[^/]*\/|(?:^|[/_.-])(?:tiny-random|dummy|fixture|unit-?test|ci-?test)(?:$|[_.-])/i;

/**
 * Flags in a fixed order. `derivatives` and `readings` may be unknown: a flag that would need them is then
 * not raised, and an unknown count of likes or derivatives is never taken for none. `neighbors` are readings of other
 * models, asked for only where the counter stands still.
 */
export function findFlags(
	model: Model,
	derivatives: Derivatives | undefined,
	nowMs: number,
	readings: readonly Reading[] = [],
	neighbors: Iterable<readonly Reading[]> = [],
): readonly AdoptionFlag[] {
	const flags: AdoptionFlag[] = [];
	if (model.createdAtMs !== undefined) {
		const ageDays = (nowMs - model.createdAtMs) / dayMs;
		if (ageDays < newDays) {
			flags.push("new");
		} else if (ageDays < counterWindowDays) {
			flags.push("shortHistory");
		}
	}
	if (looksLikeTestRuns(model, derivatives)) {
		flags.push("ciNoiseSuspected");
	}
	if (isStalled(readings, neighbors)) {
		flags.push("stalledCounter");
	}
	return flags;
}

/** Whether a model's downloads look like test runs: of a fixture, or of what nobody likes or builds on. */
export function looksLikeTestRuns(
	model: Pick<Model, "repoId" | "counters" | "parameters" | "derivativeCounts">,
	derivatives: Derivatives | undefined,
): boolean {
	const { downloads30d, likes } = model.counters;
	if (downloads30d === undefined || likes === undefined || downloads30d < noticeableDownloads30d) {
		return false;
	}
	if (fixturePattern.test(model.repoId)) {
		return likes * fixtureDownloadsPerLike <= downloads30d;
	}
	if (likes > 0 || countDerivatives(model, derivatives) !== 0) {
		return false;
	}
	const parameters = model.parameters?.total.value;
	return downloads30d >= implausibleDownloads30d || (parameters !== undefined && parameters < tinyParameters);
}

/** Direct children of all relations; `undefined` unless every relation was read from the Hub. */
function countDerivatives(
	model: Pick<Model, "derivativeCounts">,
	derivatives: Derivatives | undefined,
): number | undefined {
	let sum = 0;
	for (const relation of relations) {
		const listed = derivatives?.byRelation[relation]?.count;
		const read = derivatives?.scope === "hub" || listed !== 0 ? listed : undefined;
		const count = model.derivativeCounts?.[relation] ?? read;
		if (count === undefined) {
			return undefined;
		}
		sum += count;
	}
	return sum;
}

/**
 * A popular counter that has not moved for two days or more, up to the last reading, while its neighbors did. Where none of
 * them was read at that time, its standing still tells enough: a popular one is refreshed about daily.
 */
function isStalled(readings: readonly Reading[], neighbors: Iterable<readonly Reading[]>): boolean {
	const newest = readings.at(-1);
	if (newest?.downloads30d === undefined || newest.downloads30d < noticeableDownloads30d) {
		return false;
	}
	const still = findStandstills(readings).filter(({ toMs }) => toMs === newest.readAtMs);
	if (still.length === 0) {
		return false;
	}
	const series = new Map([["", readings]]);
	for (const others of neighbors) {
		series.set(String(series.size), others);
	}
	const finder = new StallFinder(series);
	return still.some((standstill) => finder.areOthersMoving("", standstill) ?? true);
}
