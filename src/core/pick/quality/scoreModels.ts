import * as v from "valibot";
import type { Model } from "../../model/model.ts";
import type { StatedResult } from "../../model/statedResult.ts";
import { alignCopies } from "./alignCopies.ts";
import { estimateAbility, indexResiduals, type ResidualIndex } from "./estimateAbility.ts";
import { decodeEvidence, type Evidence } from "./evidence.ts";
import type { Kinship } from "./kinship.ts";
import { type BaseIndex, indexBases, markBases } from "./markBases.ts";
import { drawToPlaces, type PlaceDoubts, readPlaceDoubt, type UncertainAbility } from "./poolPlaces.ts";
import { listFeatures, type PriorCoefficients, predictPrior, readPackingLoss } from "./prior.ts";
import qualityModel from "./qualityModel.json" with { type: "json" };
import type { QualityTask } from "./qualityTask.ts";
import { readStated } from "./statedEvidence.ts";
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
	/** What its repository states that counted, the nearest to the task first; absent: nothing did. */
	readonly stated?: readonly StatedResult[];
}

/** What `scoreModels` reads: the table and what calibration decided. */
export interface QualityKnowledge {
	readonly evidence: readonly Evidence[];
	readonly coefficients: PriorCoefficients;
	readonly kinship: Kinship;
	readonly placeDoubts: PlaceDoubts;
}

/** What of a model its score is read from. */
export type ScoredModel = TraitSource & Pick<Model, "statedResults">;

const tableSchema = v.object({ models: v.record(v.string(), v.array(v.string())) });

/** The constants that are shipped, with `evidence.json`, which is handed in for its size. Throws where it is not that table. */
export function openQualityKnowledge(table: unknown): QualityKnowledge {
	return { evidence: decodeEvidence(v.parse(tableSchema, table).models), ...qualityModel };
}

/**
 * Scores models for a task by independent evaluations of them and of their kin, and where there are none by what size,
 * release and name tell (`prior.ts`). Downloads, likes and attention do not count. The same models give the same scores
 * in any order.
 */
export function scoreModels(
	models: readonly ScoredModel[],
	task: QualityTask,
	knowledge: QualityKnowledge,
): readonly QualityScore[] {
	const prepared = prepare(knowledge);
	const aligned = alignCopies(models.map(readTraits), prepared.evaluated);
	const traits = markBases(aligned, prepared.bases);
	const estimates = traits.map((each) => estimateOne(each, task, knowledge, prepared));
	const stated = models.some(({ statedResults = [] }) => statedResults.length > 0)
		? readStated(
				models.map(({ statedResults = [] }, i) => {
					const own = traits[i] ?? readTraits({ repoId: "" });
					const basis = estimates[i]?.basis;
					return {
						identity: own.identity,
						results: statedResults,
						ownBenchmarks: basis?.kind === "task" ? basis.benchmarks : 0,
						expected: estimates[i]?.ability ?? 0,
					};
				}),
				task,
			)
		: [];
	const known = estimates.map(({ ability, variance }, i) => ({
		ability: ability + (stated[i]?.value ?? 0),
		variance,
	}));
	const scores = drawToPlaces(known, traits, readPlaceDoubt(knowledge.placeDoubts, task));
	return estimates.map(({ basis }, i) => {
		const ability = known[i]?.ability ?? 0;
		const results = stated[i]?.results ?? [];
		return {
			basis,
			ability,
			score: scores[i] ?? ability,
			...(results.length > 0 ? { stated: results } : {}),
		};
	});
}

type Estimate = UncertainAbility & Pick<QualityScore, "basis">;

/** What is made of a table once, and what was asked already: the same models are ranked again and again. */
interface Prepared {
	readonly index: ResidualIndex;
	/** By identity. */
	readonly evaluated: ReadonlyMap<string, Traits>;
	readonly bases: BaseIndex;
	readonly estimates: Map<string, Estimate>;
}

const preparations = new WeakMap<QualityKnowledge, Prepared>();
const mostEstimates = 20_000;

function prepare(knowledge: QualityKnowledge): Prepared {
	const known = preparations.get(knowledge);
	if (known !== undefined) {
		return known;
	}
	const evaluated = new Map<string, Traits>();
	const residuals = knowledge.evidence.flatMap(({ model, scores }) => {
		const traits = readTraits(model);
		if (!evaluated.has(traits.identity)) {
			evaluated.set(traits.identity, traits);
		}
		const features = listFeatures(traits);
		return scores.map(({ task, score, benchmarks }) => ({
			traits,
			task,
			benchmarks,
			value: score + readPackingLoss(traits) - predictPrior(features, task, knowledge.coefficients),
		}));
	});
	const prepared = {
		index: indexResiduals(residuals),
		evaluated,
		bases: indexBases(evaluated.values()),
		estimates: new Map<string, Estimate>(),
	};
	preparations.set(knowledge, prepared);
	return prepared;
}

function estimateOne(
	traits: Traits,
	task: QualityTask,
	{ coefficients, kinship }: QualityKnowledge,
	{ index, estimates }: Prepared,
): Estimate {
	const { maker, identity, origin, logSize, logActiveShare, year, flags } = traits;
	const key = [task, maker, identity, origin, logSize, logActiveShare, year, ...flags].join(" ");
	const known = estimates.get(key);
	if (known !== undefined) {
		return known;
	}
	const { value, variance, related } = estimateAbility(traits, task, index, kinship);
	const own = related.filter((residual) => residual.traits.identity === identity);
	const estimate = {
		ability: predictPrior(listFeatures(traits), task, coefficients) + value - readPackingLoss(traits),
		variance,
		basis: describeBasis(
			own.filter((residual) => residual.task === task),
			own,
			new Set(related.map((residual) => residual.traits.identity)).size,
		),
	};
	if (estimates.size >= mostEstimates) {
		estimates.clear();
	}
	estimates.set(key, estimate);
	return estimate;
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
