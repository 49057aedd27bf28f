import type { Model } from "../model/model.ts";

const dayMs = 86_400_000;
const daysToHalve = 7;

/**
 * The order of "trending" over readings of different days: the logarithm of the Hub's trending score, which is about the
 * likes of the last seven days, halved for each week since it was read. Without that, what trended half a year ago, in
 * the catalog that the extension carries, would stand above what trends today. Only differences mean something.
 * `undefined` where no score is known.
 */
export function measureAttention(model: Pick<Model, "counters" | "readAtMs">): number | undefined {
	const { trendingScore } = model.counters;
	if (trendingScore === undefined) {
		return undefined;
	}
	return Math.log2(1 + Math.max(0, trendingScore)) + Math.floor(model.readAtMs / dayMs) / daysToHalve;
}
