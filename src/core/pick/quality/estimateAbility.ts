import { solveSymmetric } from "../../fit/calibration/solveSymmetric.ts";
import { type Kinship, relateModels, relateTasks, sumVariance } from "./kinship.ts";
import type { QualityTask } from "./qualityTask.ts";
import type { Traits } from "./traits.ts";

/** A result of a model in a task, less what the prior expected. */
export interface Residual {
	readonly traits: Traits;
	readonly task: QualityTask;
	readonly value: number;
	/** Benchmarks that it is the mean of. */
	readonly benchmarks: number;
}

/** Residuals by what kin share, to find those that speak for a model. */
export type ResidualIndex = ReadonlyMap<string, readonly Residual[]>;

/** Results beyond these change nothing that can be seen. */
const mostRelated = 16;
const leastRelated = 0.004;

export function indexResiduals(residuals: readonly Residual[]): ResidualIndex {
	const index = new Map<string, Residual[]>();
	let of: Traits | undefined;
	let keys: readonly string[] = [];
	for (const residual of residuals) {
		// A model's results follow one another.
		if (residual.traits !== of) {
			of = residual.traits;
			keys = listKeys(of);
		}
		for (const key of keys) {
			const known = index.get(key);
			if (known === undefined) {
				index.set(key, [residual]);
			} else {
				known.push(residual);
			}
		}
	}
	return index;
}

function listKeys({ identity, line, origin, maker, stem }: Traits): readonly string[] {
	return [`i:${identity}`, `l:${line}`, `o:${origin}`, `s:${stem}`, ...(maker === "" ? [] : [`m:${maker}`])];
}

/** What results say about a model's ability for a task beyond the prior. */
export interface Ability {
	/** To be added to the prior. */
	readonly value: number;
	/** Variance that is left. */
	readonly variance: number;
	/** Results that were read, the most related first. */
	readonly related: readonly Residual[];
}

/**
 * The best linear prediction (kriging, https://en.wikipedia.org/wiki/Kriging) of a model's residual from its own and its
 * kin's: near ones count more, many of one kind do not count as many times, and few are shrunk to the prior.
 */
export function estimateAbility(
	traits: Traits,
	task: QualityTask,
	index: ResidualIndex,
	kinship: Kinship,
): Ability {
	const related = findRelated(traits, task, index, kinship);
	const total = sumVariance(kinship);
	if (related.length === 0) {
		return { value: 0, variance: total, related: [] };
	}
	const matrix = related.map(({ residual: a }, i) =>
		Float64Array.from({ length: related.length }, (_, j) => {
			const b = related[j]?.residual;
			if (b === undefined || j > i) {
				return 0;
			}
			const covariance = relateModels(a.traits, b.traits, kinship) * relateTasks(a.task, b.task, kinship);
			return i === j
				? covariance + (kinship.noises[a.task] ?? kinship.noises.others) / a.benchmarks
				: covariance;
		}),
	);
	const weights = solveSymmetric(
		matrix,
		Float64Array.from(related, ({ covariance }) => covariance),
	);
	const explained = related.reduce((sum, { covariance }, i) => sum + covariance * (weights[i] ?? 0), 0);
	return {
		value: related.reduce((sum, { residual }, i) => sum + residual.value * (weights[i] ?? 0), 0),
		variance: Math.max(0, total - explained),
		related: related.map(({ residual }) => residual),
	};
}

interface Related {
	readonly residual: Residual;
	readonly covariance: number;
}

function findRelated(
	traits: Traits,
	task: QualityTask,
	index: ResidualIndex,
	kinship: Kinship,
): readonly Related[] {
	const seen = new Set<Residual>();
	const related: Related[] = [];
	for (const key of listKeys(traits)) {
		for (const residual of index.get(key) ?? []) {
			if (seen.has(residual)) {
				continue;
			}
			seen.add(residual);
			const covariance =
				relateModels(traits, residual.traits, kinship) * relateTasks(task, residual.task, kinship);
			if (covariance > leastRelated) {
				related.push({ residual, covariance });
			}
		}
	}
	return related
		.sort((a, b) => b.covariance - a.covariance || compareNames(a.residual, b.residual))
		.slice(0, mostRelated);
}

function compareNames(a: Residual, b: Residual): number {
	return (
		compareText(a.traits.maker, b.traits.maker) ||
		compareText(a.traits.identity, b.traits.identity) ||
		compareText(a.task, b.task)
	);
}

function compareText(one: string, other: string): number {
	return one === other ? 0 : one < other ? -1 : 1;
}
