/** A measured figure beside its budget, as `npm run bench` prints it, one a line. */
export interface BenchFigure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	/** The largest value that is within budget. */
	readonly budget: number;
	readonly within: boolean;
}

/** A group of figures that are measured together. */
export interface Bench {
	/** What its figures' names begin with; `npm run bench -- NAME…` runs those alone. */
	readonly name: string;
	/** Figures as they are measured; throws with a message for people when one cannot be. */
	readonly measure: () => AsyncIterable<BenchFigure>;
}

/** A figure that must not be larger than its budget; `value` is rounded to `digits` after the point. */
export function makeFigure(
	name: string,
	value: number,
	unit: string,
	budget: number,
	digits = 2,
): BenchFigure {
	return { name, value: Number(value.toFixed(digits)), unit, budget, within: value <= budget };
}

/** The middle of some measurements, which must not be empty. */
export function findMedian(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
