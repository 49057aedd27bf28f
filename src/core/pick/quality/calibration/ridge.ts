import { solveSymmetric } from "../../../fit/calibration/solveSymmetric.ts";

/** One observation of a linear model: features that are not 0 by name, what was seen, and what it counts. */
export interface Observation {
	readonly features: readonly (readonly [string, number])[];
	readonly value: number;
	readonly weight: number;
}

/**
 * Coefficients that minimize weighted squares plus a penalty on squared coefficients (ridge regression, Hoerl and
 * Kennard 1970), in the order in which their names appear.
 */
export function fitRidge(
	observations: readonly Observation[],
	readPenalty: (name: string) => number,
): ReadonlyMap<string, number> {
	const names = new Map<string, number>();
	for (const { features } of observations) {
		for (const [name] of features) {
			if (!names.has(name)) {
				names.set(name, names.size);
			}
		}
	}
	const matrix = Array.from({ length: names.size }, () => new Float64Array(names.size));
	const right = new Float64Array(names.size);
	for (const [name, i] of names) {
		add(matrix[i], i, readPenalty(name));
	}
	for (const { features, value, weight } of observations) {
		const places = features.map(([name, amount]) => [names.get(name) ?? 0, amount] as const);
		for (const [i, amount] of places) {
			add(right, i, weight * amount * value);
			for (const [j, other] of places) {
				if (j <= i) {
					add(matrix[i], j, weight * amount * other);
				}
			}
		}
	}
	const solution = solveSymmetric(matrix, right);
	return new Map([...names].map(([name, i]) => [name, solution[i] ?? 0]));
}

function add(row: Float64Array | undefined, index: number, value: number): void {
	if (row !== undefined) {
		row[index] = (row[index] ?? 0) + value;
	}
}
