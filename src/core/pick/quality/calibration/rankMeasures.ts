import { rankValues } from "../normalScores.ts";

const places = 10;

/**
 * NDCG@10 (Järvelin and Kekäläinen 2002): the best model of the truth is worth 10, the tenth 1, others nothing, each
 * divided by the logarithm of the place that the scores give it; of the most that could be had. Ties keep the order
 * given, so hand in an order that says nothing.
 */
export function computeNdcg(scores: readonly number[], truth: readonly number[]): number {
	const last = truth.length - 1;
	const gains = rankValues(truth).map((rank) => Math.max(0, places - (last - rank)));
	const byScore = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
	const ideal = discount([...gains].sort((a, b) => b - a));
	return ideal === 0 ? 0 : discount(byScore.map((i) => gains[i] ?? 0)) / ideal;
}

function discount(gains: readonly number[]): number {
	return gains.slice(0, places).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

/** Spearman's correlation of two lists, from −1 to 1; 0 where one of them does not vary. */
export function computeSpearman(a: readonly number[], b: readonly number[]): number {
	return correlate(rankValues(a), rankValues(b));
}

function correlate(a: readonly number[], b: readonly number[]): number {
	const meanA = a.reduce((sum, each) => sum + each, 0) / a.length;
	const meanB = b.reduce((sum, each) => sum + each, 0) / b.length;
	let [both, ofA, ofB] = [0, 0, 0];
	for (let i = 0; i < a.length; i++) {
		const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
		both += x * y;
		ofA += x * x;
		ofB += y * y;
	}
	return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
