import { mapModel } from "../../../hub/wire/mapModel.ts";
import type { Model } from "../../../model/model.ts";
import { indexBases, markBases } from "../markBases.ts";
import { listFeatures } from "../prior.ts";
import { readTraits, type Traits } from "../traits.ts";
import { type EvaluationSeries, parseEvaluations } from "./evaluationSeries.ts";
import type { Evaluated } from "./linkBenchmarks.ts";

/** Independent results, and the models that they are of as far as they are known. */
export interface EvaluationFacts {
	readonly series: readonly EvaluationSeries[];
	/** By the repository id that the results name. */
	readonly evaluated: ReadonlyMap<string, Evaluated>;
	/** Rows of the Hub by repository id in lower case. */
	readonly rows: ReadonlyMap<string, Model>;
}

/** A leaderboard of more models is one that anybody enters. */
const crowdSize = 1000;

/**
 * Brings together a file of evaluations (`parseEvaluations`) and rows of the Hub, later rows of a model instead of earlier
 * ones. Ids are compared without regard to case; a model without a row is what its name tells.
 */
export function joinEvaluationFacts(evaluations: unknown, hubRows: readonly unknown[]): EvaluationFacts {
	const series = parseEvaluations(evaluations);
	const rows = new Map(
		hubRows.flatMap((row) => {
			const model = mapModel(row, 0);
			return model === undefined ? [] : [[model.repoId.toLowerCase(), model] as const];
		}),
	);
	const ids = new Set(series.flatMap(({ values }) => [...values.keys()]));
	const few = new Set(series.flatMap(({ values }) => (values.size < crowdSize ? [...values.keys()] : [])));
	const known = [...ids].flatMap((repoId) => {
		const model = rows.get(repoId.toLowerCase()) ?? mapModel({ id: repoId }, 0);
		const traits = model === undefined ? undefined : readTraits(model);
		return model === undefined || traits === undefined || (isFromCrowd(traits) && !few.has(repoId))
			? []
			: { repoId, model, traits };
	});
	const marked = markBases(
		known.map(({ traits }) => traits),
		indexBases(known.map(({ traits }) => traits)),
	);
	const evaluated = new Map(
		known.map(({ repoId, model, traits: own }, i) => {
			const traits = marked[i] ?? own;
			return [repoId, { repoId, model, traits, features: listFeatures(traits) }] as const;
		}),
	);
	return { series: series.map((each) => leaveOutThinkers(each, evaluated)), evaluated, rows };
}

/** Merges and tunes of others' models, which crowd the largest leaderboard, say little of anything but themselves. */
function isFromCrowd({ flags }: Traits): boolean {
	return flags.has("merged") || flags.has("others") || flags.has("uncensored");
}

/**
 * On the crowded leaderboard (https://huggingface.co/docs/leaderboards/open_llm_leaderboard/about), closed in March 2025,
 * models that think before they answer fall below the ones they were made from, against what all other suites find. Without
 * them, other suites' order of reasoning and chat is predicted better by 0.016 and 0.008 (Spearman, 2026-11-21).
 */
function leaveOutThinkers(
	series: EvaluationSeries,
	evaluated: ReadonlyMap<string, Evaluated>,
): EvaluationSeries {
	return series.values.size < crowdSize
		? series
		: {
				...series,
				values: new Map(
					[...series.values].filter(([id]) => !evaluated.get(id)?.traits.flags.has("reasoning")),
				),
			};
}
