/** Errors of some estimates against what was measured, as shares. */
export interface ErrorSummary {
	readonly count: number;
	readonly median: number;
	readonly p90: number;
}

/** Pairs of an estimate and what was measured, both above 0. */
export type Pair = readonly [estimated: number, measured: number];

/** Budgets are tried at these factors of what was measured: near enough that it matters. */
const budgetFactors = [0.85, 0.9, 0.95, 0.98, 1.02, 1.05, 1.1, 1.15];

/** The median and the 90th percentile of the absolute share by which estimates are off; NaN of none. */
export function summarizeErrors(pairs: readonly Pair[]): ErrorSummary {
	const errors = pairs
		.map(([estimated, measured]) => Math.abs(estimated / measured - 1))
		.sort((a, b) => a - b);
	return { count: errors.length, median: readQuantile(errors, 0.5), p90: readQuantile(errors, 0.9) };
}

/** The value below which a share of sorted values lies, between neighbors in proportion; NaN of none. */
export function readQuantile(sorted: readonly number[], share: number): number {
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)] ?? Number.NaN;
	const above = sorted[Math.ceil(at)] ?? Number.NaN;
	return below + (above - below) * (at - Math.floor(at));
}

/** Of verdicts on budgets near what is needed, the share that is wrong, and that wrongly says "fits". */
export function judgeVerdicts(pairs: readonly Pair[]): {
	readonly wrong: number;
	readonly wronglyFits: number;
} {
	let [wrong, wronglyFits] = [0, 0];
	for (const [estimated, measured] of pairs) {
		for (const factor of budgetFactors) {
			const saysFits = estimated <= measured * factor;
			wrong += Number(saysFits !== factor >= 1);
			wronglyFits += Number(saysFits && factor < 1);
		}
	}
	const verdicts = pairs.length * budgetFactors.length;
	return { wrong: wrong / verdicts, wronglyFits: wronglyFits / verdicts };
}
