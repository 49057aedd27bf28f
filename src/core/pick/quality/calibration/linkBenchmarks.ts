import { toNormalScores } from "../normalScores.ts";
import { type Features, predictPrior } from "../prior.ts";
import { findDomain, type QualityTask } from "../qualityTask.ts";
import type { TraitSource, Traits } from "../traits.ts";
import type { EvaluationSeries } from "./evaluationSeries.ts";
import { fitRidge, type Observation } from "./ridge.ts";

/** A model that was evaluated. */
export interface Evaluated {
	readonly repoId: string;
	readonly model: TraitSource;
	readonly traits: Traits;
	readonly features: Features;
}

/** Mean result of a model over the benchmarks of a task, on one scale for all pools of models. */
export interface TaskScore {
	readonly model: Evaluated;
	readonly task: QualityTask;
	readonly score: number;
	readonly benchmarks: readonly EvaluationSeries[];
}

const rounds = 6;
/** How firmly a benchmark's scale is held at 1, and a model's ability at what its traits say, in results. */
const slopeHold = 12;
const abilityHold = 1.5;

interface Link {
	readonly series: EvaluationSeries;
	readonly models: readonly Evaluated[];
	readonly scores: readonly number[];
	offset: number;
	slope: number;
}

/**
 * Brings benchmarks onto one scale. Within a benchmark results are normal scores; but the middle of a pool of the newest
 * large models is not that of a pool of merges of small ones. So each benchmark has an offset and a slope, found by turns
 * with the models' abilities in the domain (as in linear equating with common items), which lean on their traits where
 * few results are known.
 */
export function linkBenchmarks(
	series: readonly EvaluationSeries[],
	models: ReadonlyMap<string, Evaluated>,
	penalty: (name: string) => number,
): readonly TaskScore[] {
	const links = series.flatMap((each): Link[] => {
		const entries = [...each.values].flatMap(([id, value]) => {
			const model = models.get(id);
			return model === undefined ? [] : [{ model, value }];
		});
		return entries.length < 4
			? []
			: [
					{
						series: each,
						models: entries.map(({ model }) => model),
						scores: toNormalScores(entries.map(({ value }) => value)),
						offset: 0,
						slope: 1,
					},
				];
	});
	const domains = new Set(links.map(({ series: { task } }) => findDomain(task)));
	for (const domain of domains) {
		linkDomain(
			links.filter((link) => findDomain(link.series.task) === domain),
			penalty,
		);
	}
	return averageByTask(links);
}

function linkDomain(links: readonly Link[], penalty: (name: string) => number): void {
	const task = links[0]?.series.task;
	if (task === undefined) {
		return;
	}
	const suiteSizes = countBy(links, (link) => link.series.suite);
	// Series of a suite share its models, so that together they count as the root of their number.
	const weigh = (link: Link) => 1 / Math.sqrt(suiteSizes.get(link.series.suite) ?? 1);
	for (let round = 0; round < rounds; round++) {
		const sums = new Map<Evaluated, { value: number; weight: number }>();
		for (const link of links) {
			link.models.forEach((model, i) => {
				const sum = sums.get(model) ?? { value: 0, weight: 0 };
				const weight = weigh(link) * link.slope;
				sum.value += weight * ((link.scores[i] ?? 0) - link.offset);
				sum.weight += weight * link.slope;
				sums.set(model, sum);
			});
		}
		const observations = [...sums].map(
			([{ traits, features }, { value, weight }]): Observation => ({
				features,
				value: value / weight,
				weight: Math.min(1, weight) * (traits.flags.has("merged") || traits.flags.has("others") ? 0.1 : 1),
			}),
		);
		const coefficients = Object.fromEntries(fitRidge(observations, penalty));
		const abilities = new Map(
			[...sums].map(([model, { value, weight }]) => {
				const prior = predictPrior(model.features, task, coefficients);
				return [model, (value + abilityHold * prior) / (weight + abilityHold)];
			}),
		);
		for (const link of links) {
			fitLink(link, abilities);
		}
	}
}

/** The line through abilities and scores, its slope held near 1. */
function fitLink(link: Link, abilities: ReadonlyMap<Evaluated, number>): void {
	const known = link.models.map((model) => abilities.get(model) ?? 0);
	const meanAbility = known.reduce((sum, each) => sum + each, 0) / known.length;
	const meanScore = link.scores.reduce((sum, each) => sum + each, 0) / known.length;
	let [both, squares] = [slopeHold, slopeHold];
	known.forEach((ability, i) => {
		both += (ability - meanAbility) * ((link.scores[i] ?? 0) - meanScore);
		squares += (ability - meanAbility) ** 2;
	});
	link.slope = Math.max(0.7, Math.min(1.6, both / squares));
	link.offset = meanScore - link.slope * meanAbility;
}

function averageByTask(links: readonly Link[]): readonly TaskScore[] {
	const sums = new Map<
		string,
		{ model: Evaluated; task: QualityTask; sum: number; benchmarks: EvaluationSeries[] }
	>();
	for (const { series, models, scores, offset, slope } of links) {
		models.forEach((model, i) => {
			const key = `${series.task} ${model.repoId}`;
			const known = sums.get(key) ?? { model, task: series.task, sum: 0, benchmarks: [] };
			known.sum += ((scores[i] ?? 0) - offset) / slope;
			known.benchmarks.push(series);
			sums.set(key, known);
		});
	}
	return [...sums.values()].map(({ model, task, sum, benchmarks }) => ({
		model,
		task,
		score: sum / benchmarks.length,
		benchmarks,
	}));
}

function countBy<T>(items: readonly T[], read: (item: T) => string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) {
		counts.set(read(item), (counts.get(read(item)) ?? 0) + 1);
	}
	return counts;
}
