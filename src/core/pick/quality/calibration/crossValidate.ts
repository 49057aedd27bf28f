import { hashText } from "../../../fit/calibration/hashText.ts";
import { estimateAbility, indexResiduals, type Residual } from "../estimateAbility.ts";
import type { Kinship } from "../kinship.ts";
import type { PlaceDoubts, UncertainAbility } from "../poolPlaces.ts";
import { type PriorCoefficients, predictPrior, readPackingLoss } from "../prior.ts";
import type { EvaluationSeries } from "./evaluationSeries.ts";
import { fitPrior, type PriorPenalties, readPenalty } from "./fitPrior.ts";
import { type Evaluated, linkBenchmarks, type TaskScore } from "./linkBenchmarks.ts";

/** Everything that calibration decides. */
export interface QualitySettings {
	readonly kinship: Kinship;
	readonly penalties: PriorPenalties;
	readonly placeDoubts: PlaceDoubts;
}

/** Predicted abilities of a benchmark's models, none of which were read from it. */
export interface HeldOut {
	readonly series: EvaluationSeries;
	readonly models: readonly Evaluated[];
	readonly truth: readonly number[];
	/** With the models' results elsewhere. */
	readonly scores: readonly UncertainAbility[];
	/** With other models' results alone: whole lines are held out too. Takes seconds. */
	readonly predictUnseen: () => readonly UncertainAbility[];
}

const folds = 5;
/** Another suite is a second opinion on a task where it judges so many models, and this share of the benchmark's. */
const fewestModels = 20;
const fewestShare = 0.5;

/**
 * Predicts each benchmark from the others: from other suites where one of them is a second opinion on the task, else also
 * from other series of its suite that do not sum it up; never from a run of the same test by anyone.
 */
export function* crossValidate(
	series: readonly EvaluationSeries[],
	models: ReadonlyMap<string, Evaluated>,
	settings: QualitySettings,
	choose: (series: EvaluationSeries) => boolean,
): Generator<HeldOut> {
	const bySplit = new Map<string, { fitted: Fitted; findUnseen: () => readonly Fitted[] }>();
	for (const held of series) {
		if (held.isAggregate || !choose(held)) {
			continue;
		}
		const isAlone = !series.some((other) => isSecondOpinion(other, held));
		const evidence = series.filter(
			(each) =>
				!each.tests.some((test) => held.tests.includes(test)) &&
				!each.isAggregate &&
				(each.suite !== held.suite || isAlone),
		);
		const key = evidence.map(({ benchmark }) => benchmark).join("\n");
		let split = bySplit.get(key);
		if (split === undefined) {
			const scores = linkBenchmarks(evidence, models, (name) => readPenalty(name, settings.penalties));
			const findUnseen = keepFirst(() =>
				Array.from({ length: folds }, (_, fold) =>
					fitScores(
						scores.filter(({ model }) => foldOf(model) !== fold),
						settings,
					),
				),
			);
			split = { fitted: fitScores(scores, settings), findUnseen };
			bySplit.set(key, split);
		}
		const entries = [...held.values].flatMap(([id, value]) => {
			const model = models.get(id);
			return model === undefined ? [] : [{ model, value }];
		});
		const { fitted, findUnseen } = split;
		yield {
			series: held,
			models: entries.map(({ model }) => model),
			truth: entries.map(({ value }) => value),
			scores: entries.map(({ model }) => predict(model, held, fitted, settings)),
			predictUnseen: () =>
				entries.map(({ model }) => predict(model, held, findUnseen()[foldOf(model)] ?? fitted, settings)),
		};
	}
}

function keepFirst<T extends object>(make: () => T): () => T {
	let kept: T | undefined;
	return () => {
		kept ??= make();
		return kept;
	};
}

function isSecondOpinion(other: EvaluationSeries, held: EvaluationSeries): boolean {
	const isOther = other.task === held.task && other.suite !== held.suite;
	const fewest = Math.max(fewestModels, fewestShare * held.values.size);
	return isOther && !other.isAggregate && other.values.size >= fewest;
}

interface Fitted {
	readonly coefficients: PriorCoefficients;
	readonly index: ReturnType<typeof indexResiduals>;
}

function foldOf({ traits }: Evaluated): number {
	return hashText(traits.line) % folds;
}

function fitScores(scores: readonly TaskScore[], { penalties }: QualitySettings): Fitted {
	const coefficients = fitPrior(scores, penalties);
	const residuals = scores.map(
		({ model, task, score, benchmarks }): Residual => ({
			traits: model.traits,
			task,
			value: score + readPackingLoss(model.traits) - predictPrior(model.features, task, coefficients),
			benchmarks: benchmarks.length,
		}),
	);
	return { coefficients, index: indexResiduals(residuals) };
}

function predict(
	{ traits, features }: Evaluated,
	{ task }: EvaluationSeries,
	fitted: Fitted,
	settings: QualitySettings,
): UncertainAbility {
	const { value, variance } = estimateAbility(traits, task, fitted.index, settings.kinship);
	return {
		ability: predictPrior(features, task, fitted.coefficients) + value - readPackingLoss(traits),
		variance,
	};
}
