import { rankValues, toNormalScores } from "./normalScores.ts";
import type { QualityTask } from "./qualityTask.ts";
import type { Traits } from "./traits.ts";

/** What is known of a model's ability, and the variance that is left. */
export interface UncertainAbility {
	readonly ability: number;
	readonly variance: number;
}

/**
 * How much size and release among the models asked about are to be doubted, by task, as the variance of an ability that is
 * told by them alone: little for general work, which grows with both in any pool of models; much for the others, where it
 * counts more what a model was made for.
 */
export type PlaceDoubts = Partial<Readonly<Record<QualityTask, number>>> & { readonly others: number };

/** The variance for a task. */
export function readPlaceDoubt(doubts: PlaceDoubts, task: QualityTask): number {
	return doubts[task] ?? doubts.others;
}

/**
 * Abilities, each drawn to the place that size and release give the model among the others, by how little else is known of
 * it: both are weighed by the inverse of their variance. The prior's terms are those of all pools together; how far size and
 * release reach within one pool, their ranks tell better.
 */
export function drawToPlaces(
	known: readonly UncertainAbility[],
	traits: readonly Pick<Traits, "logSize" | "year">[],
	doubt: number,
): readonly number[] {
	const places = placeInPool(traits);
	const abilities = known.map(({ ability }) => ability);
	const mean = average(abilities);
	const spread = Math.sqrt(average(abilities.map((each) => (each - mean) ** 2)));
	return known.map(({ ability, variance }, i) => {
		const share = variance / (variance + doubt);
		return ability + share * (mean + spread * (places[i] ?? 0) - ability);
	});
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

function average(values: readonly number[]): number {
	return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
}
