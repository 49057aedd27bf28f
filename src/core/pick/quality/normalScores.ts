/**
 * Values as standard deviations of a normal distribution, by their ranks (Blom 1958): (rank − 3/8) / (n + 1/4), ties
 * share their mean. Whatever the unit or the outliers, no benchmark has more to say than another.
 */
export function toNormalScores(values: readonly number[]): readonly number[] {
	return rankValues(values).map((rank) => invertNormal((rank + 0.625) / (values.length + 0.25)));
}

/** Ranks from 0, ties share their mean. */
export function rankValues(values: readonly number[]): readonly number[] {
	const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
	const ranks = new Array<number>(values.length).fill(0);
	let first = 0;
	while (first < order.length) {
		let next = first;
		while (next < order.length && values[order[next] ?? 0] === values[order[first] ?? 0]) {
			next += 1;
		}
		for (let i = first; i < next; i++) {
			ranks[order[i] ?? 0] = (first + next - 1) / 2;
		}
		first = next;
	}
	return ranks;
}

/**
 * The normal distribution's quantile of a probability between 0 and 1, to about 0.00045 (Abramowitz and Stegun 1964,
 * 26.2.23, https://personal.math.ubc.ca/~cbm/aands/page_933.htm).
 */
export function invertNormal(probability: number): number {
	const tail = Math.min(probability, 1 - probability);
	const t = Math.sqrt(-2 * Math.log(tail));
	const distance =
		t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
	return probability < 0.5 ? -distance : distance;
}
