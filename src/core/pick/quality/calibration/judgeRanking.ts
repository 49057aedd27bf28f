import { hashText } from "../../../fit/calibration/hashText.ts";
import type { Model } from "../../../model/model.ts";
import { rankValues } from "../normalScores.ts";
import { drawToPlaces, type PlaceDoubts, readPlaceDoubt, type UncertainAbility } from "../poolPlaces.ts";
import type { HeldOut } from "./crossValidate.ts";
import { computeNdcg, computeSpearman } from "./rankMeasures.ts";

/** Ways to rank, ours first. */
export const rankings = ["ours", "parametersAndRecency", "downloads", "likes", "trending"] as const;

export type Ranking = (typeof rankings)[number];

/** How near a ranking comes to a benchmark's. */
export interface RankQuality {
	readonly ndcg: number;
	readonly spearman: number;
}

/** Fewer models are no ranking. */
const fewestModels = 8;

/**
 * Judges rankings by a benchmark that none of them has seen, over its models with a row of the Hub that tells date, size
 * and counters; `undefined` where there are too few. `abilities` are ours, in the order of the models.
 */
export function judgeRanking(
	heldOut: HeldOut,
	abilities: readonly UncertainAbility[],
	rows: ReadonlyMap<string, Model>,
	placeDoubts: PlaceDoubts,
): Readonly<Record<Ranking, RankQuality>> | undefined {
	// In an order that says nothing, which ties keep.
	const pool = heldOut.models
		.flatMap((evaluated, at) => {
			const row = rows.get(evaluated.repoId.toLowerCase());
			const { logSize, year } = evaluated.traits;
			const isKnown = row !== undefined && logSize !== undefined && year !== undefined;
			return isKnown ? [{ evaluated, row, logSize, year, at }] : [];
		})
		.sort((a, b) => hashText(a.evaluated.repoId) - hashText(b.evaluated.repoId));
	if (pool.length < fewestModels) {
		return undefined;
	}
	const truth = pool.map(({ at }) => heldOut.truth[at] ?? 0);
	const judge = (scores: readonly number[]): RankQuality => ({
		ndcg: computeNdcg(scores, truth),
		spearman: computeSpearman(scores, truth),
	});
	const ours = drawToPlaces(
		pool.flatMap(({ at }) => abilities[at] ?? []),
		pool,
		readPlaceDoubt(placeDoubts, heldOut.series.task),
	);
	const sizes = rankValues(pool.map(({ logSize }) => logSize));
	const years = rankValues(pool.map(({ year }) => year));
	const readCounter = (read: (counters: Model["counters"]) => number | undefined) =>
		judge(pool.map(({ row }) => read(row.counters) ?? 0));
	return {
		ours: judge(ours),
		parametersAndRecency: judge(sizes.map((size, i) => size + (years[i] ?? 0))),
		downloads: readCounter(({ downloads30d }) => downloads30d),
		likes: readCounter(({ likes }) => likes),
		trending: readCounter(({ trendingScore }) => trendingScore),
	};
}

/** The mean over benchmarks, so that none counts more for having more models; NaN of none. */
export function averageQuality(
	judged: readonly Readonly<Record<Ranking, RankQuality>>[],
	ranking: Ranking,
): RankQuality {
	const mean = (read: (quality: RankQuality) => number) =>
		judged.reduce((sum, each) => sum + read(each[ranking]), 0) / judged.length;
	return { ndcg: mean(({ ndcg }) => ndcg), spearman: mean(({ spearman }) => spearman) };
}
