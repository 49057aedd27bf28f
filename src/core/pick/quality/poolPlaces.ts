import { rankValues, toNormalScores } from "./normalScores.ts";
import type { QualityTask } from "./qualityTask.ts";
import type { Traits } from "./traits.ts";

/**
 * What size and release among the models asked about count, by task, in standard deviations of their abilities: more
 * where the evidence says little of a task of its own (chat, function calling), less where it says much.
 */
export type PoolWeights = Partial<Readonly<Record<QualityTask, number>>> & { readonly others: number };

/** The weight for a task. */
export function readPoolWeight(weights: PoolWeights, task: QualityTask): number {
	return weights[task] ?? weights.others;
}

/**
 * Abilities, with the place that size and release give each model among the others: what is known of a few models of a
 * pool counts less than in proportion to how far the pool is spread, and the place makes up for it out of sample.
 * `weight` is in standard deviations of the abilities.
 */
export function addPlaces(
	abilities: readonly number[],
	traits: readonly Pick<Traits, "logSize" | "year">[],
	weight: number,
): readonly number[] {
	const places = placeInPool(traits);
	const spread = measureSpread(abilities) * weight;
	return abilities.map((ability, i) => ability + spread * (places[i] ?? 0));
}

/** Rank by size plus rank by release, as normal scores; unknown ones stand in the middle. */
function placeInPool(traits: readonly Pick<Traits, "logSize" | "year">[]): readonly number[] {
	const sizes = rankKnown(traits.map(({ logSize }) => logSize));
	const years = rankKnown(traits.map(({ year }) => year));
	return toNormalScores(sizes.map((size, i) => size + (years[i] ?? 0)));
}

function rankKnown(values: readonly (number | undefined)[]): readonly number[] {
	const ranks = rankValues(values.filter((value) => value !== undefined));
	const most = Math.max(1, ranks.length - 1);
	let next = 0;
	return values.map((value) => (value === undefined ? 0.5 : (ranks[next++] ?? 0) / most));
}

function measureSpread(values: readonly number[]): number {
	const mean = values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
	return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, values.length));
}
