/** Spearman's rank correlation of pairs, ties sharing their mean rank: −1 to 1. */
export function correlateRanks(pairs: readonly (readonly [number, number])[]): number {
	const a = rank(pairs.map(([x]) => x));
	const b = rank(pairs.map(([, y]) => y));
	const mean = (pairs.length + 1) / 2;
	let product = 0;
	let squaresA = 0;
	let squaresB = 0;
	a.forEach((rankA, i) => {
		const offA = rankA - mean;
		const offB = (b[i] ?? mean) - mean;
		product += offA * offB;
		squaresA += offA ** 2;
		squaresB += offB ** 2;
	});
	return product / Math.sqrt(squaresA * squaresB);
}

function rank(values: readonly number[]): number[] {
	const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
	const ranks: number[] = [];
	for (let from = 0; from < order.length; ) {
		let to = from;
		while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) {
			to++;
		}
		for (const i of order.slice(from, to + 1)) {
			ranks[i] = (from + to) / 2 + 1;
		}
		from = to + 1;
	}
	return ranks;
}
