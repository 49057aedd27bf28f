import { estimateAbility, indexResiduals, type ResidualIndex } from "./estimateAbility.ts";
import evidenceTable from "./evidence.json" with { type: "json" };
import { decodeEvidence, type Evidence } from "./evidence.ts";
import type { Kinship } from "./kinship.ts";
import { rankValues, toNormalScores } from "./normalScores.ts";
import { listFeatures, type PriorCoefficients, predictPrior } from "./prior.ts";
import qualityModel from "./qualityModel.json" with { type: "json" };
import type { QualityTask } from "./qualityTask.ts";
import { readTraits, type TraitSource, type Traits } from "./traits.ts";

/**
 * What a score rests on, the firmest first:
 * - `task`: the model's own results for the task,
 * - `otherTasks`: its own results for other tasks,
 * - `family`: results of its kin: the base model, other sizes and generations, other models of its maker,
 * - `prior`: its size, release and name alone.
 */
export type QualityBasis =
	| { readonly kind: "task" | "otherTasks"; readonly benchmarks: number }
	| { readonly kind: "family"; readonly models: number }
	| { readonly kind: "prior" };

/** How good a model is expected to be for a task. */
export interface QualityScore {
	/** Larger is better; comparable only among the models that were asked about together. */
	readonly score: number;
	/** In standard deviations of the models that were evaluated, whoever else is asked about. */
	readonly ability: number;
	readonly basis: QualityBasis;
}

/** What `scoreModels` reads: the table and what calibration decided. */
export interface QualityKnowledge {
	readonly evidence: readonly Evidence[];
	readonly coefficients: PriorCoefficients;
	readonly kinship: Kinship;
	/** What size and release among the models asked about count, in standard deviations of their abilities. */
	readonly poolWeight: number;
}

let shipped: QualityKnowledge | undefined;

/** The table and the constants that are shipped: see their `source` and `asOf`. */
export function loadQualityKnowledge(): QualityKnowledge {
	shipped ??= { evidence: decodeEvidence(evidenceTable.models), ...qualityModel };
	return shipped;
}

/**
 * Scores models for a task by independent evaluations of them and of their kin, and where there are none by what size,
 * release and name tell (`prior.ts`). Downloads, likes and attention do not count. The same models give the same scores
 * in any order.
 */
export function scoreModels(
	models: readonly TraitSource[],
	task: QualityTask,
	knowledge: QualityKnowledge,
): readonly QualityScore[] {
	const index = indexEvidence(knowledge);
	const traits = models.map(readTraits);
	const estimates = traits.map((each) => {
		const { value, related } = estimateAbility(each, task, index, knowledge.kinship);
		const own = related.filter((residual) => residual.traits.identity === each.identity);
		return {
			ability: predictPrior(listFeatures(each), task, knowledge.coefficients) + value,
			basis: describeBasis(
				own.filter((residual) => residual.task === task),
				own,
				new Set(related.map((residual) => residual.traits.identity)).size,
			),
		};
	});
	const abilities = estimates.map(({ ability }) => ability);
	const places = placeInPool(traits);
	const spread = measureSpread(abilities) * knowledge.poolWeight;
	return estimates.map((estimate, i) => ({
		...estimate,
		score: estimate.ability + spread * (places[i] ?? 0),
	}));
}

const indexes = new WeakMap<QualityKnowledge, ResidualIndex>();

function indexEvidence(knowledge: QualityKnowledge): ResidualIndex {
	const known = indexes.get(knowledge);
	if (known !== undefined) {
		return known;
	}
	const index = indexResiduals(
		knowledge.evidence.flatMap(({ model, scores }) => {
			const traits = readTraits(model);
			const features = listFeatures(traits);
			return scores.map(({ task, score, benchmarks }) => ({
				traits,
				task,
				benchmarks,
				value: score - predictPrior(features, task, knowledge.coefficients),
			}));
		}),
	);
	indexes.set(knowledge, index);
	return index;
}

function describeBasis(
	ofTask: readonly { readonly benchmarks: number }[],
	own: readonly { readonly benchmarks: number }[],
	kin: number,
): QualityBasis {
	const count = (results: typeof own) => results.reduce((sum, { benchmarks }) => sum + benchmarks, 0);
	if (ofTask.length > 0) {
		return { kind: "task", benchmarks: count(ofTask) };
	}
	if (own.length > 0) {
		return { kind: "otherTasks", benchmarks: count(own) };
	}
	return kin > 0 ? { kind: "family", models: kin } : { kind: "prior" };
}

/** Rank by size plus rank by release, as normal scores; unknown ones stand in the middle. */
function placeInPool(traits: readonly Traits[]): readonly number[] {
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
