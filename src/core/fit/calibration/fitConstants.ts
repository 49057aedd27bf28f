import { type DecodeCase, type DecodeTerms, type Factor, listDecodeTerms } from "../speed/decodeTerms.ts";
import priors from "./priors.json";
import { solveSymmetric } from "./solveSymmetric.ts";

/** A case and what was measured. */
export interface DecodeSample {
	readonly decode: DecodeCase;
	readonly tokensPerSecond: number;
}

/** One sample's parts at the present constants: their seconds' shares, and the log of the whole. */
interface Evaluation {
	readonly logSeconds: number;
	/** Derivative of the log of the seconds by each constant that matters. */
	readonly slopes: ReadonlyMap<number, number>;
}

const deviations: ReadonlyMap<string, number> = new Map(Object.entries(priors.deviations));
const means: ReadonlyMap<string, number> = new Map(Object.entries(priors.means));

const { rounds, noise, outlierFrom, fewRows, crowdPower, damping, longestStep, convergedStep } = priors;

/**
 * Constants that make the terms meet the measurements: least squares of the log error by Gauss and Newton's method,
 * errors beyond a bound counted linearly (Huber), each constant held to its prior mean as strongly as its kind varies
 * (`priors.json`), so that what has few measurements stays with its family and backend. Many measurements of one
 * accelerator count less each. The same samples give the same constants.
 */
export function fitConstants(samples: readonly DecodeSample[]): ReadonlyMap<string, number> {
	const terms = samples.map(({ decode }) => listDecodeTerms(decode));
	const keys = [...new Set(terms.flatMap(listKeys))];
	const indexes = new Map(keys.map((key, index) => [key, index]));
	const prior = keys.map((key) => means.get(key) ?? 0);
	const stiffness = keys.map((key) => 1 / readDeviation(key) ** 2);
	const weights = weighSamples(samples);
	const values = Float64Array.from(prior);
	for (let round = 0; round < rounds; round++) {
		const matrix = keys.map(() => new Float64Array(keys.length));
		const right = new Float64Array(keys.length);
		terms.forEach((each, at) => {
			const { logSeconds, slopes } = evaluate(each, indexes, values);
			const error = -Math.log(samples[at]?.tokensPerSecond ?? 1) - logSeconds;
			const weight = (weights[at] ?? 1) / Math.max(1, Math.abs(error) / (outlierFrom * noise)) / noise ** 2;
			addSample(matrix, right, slopes, weight, error);
		});
		keys.forEach((_, i) => {
			const row = matrix[i];
			if (row) {
				row[i] = ((row[i] ?? 0) + (stiffness[i] ?? 0)) * (1 + damping);
			}
			right[i] = (right[i] ?? 0) - (stiffness[i] ?? 0) * ((values[i] ?? 0) - (prior[i] ?? 0));
		});
		const step = solveSymmetric(matrix, right);
		let longest = 0;
		step.forEach((change, i) => {
			const bounded = Math.max(-longestStep, Math.min(longestStep, change));
			values[i] = (values[i] ?? 0) + bounded;
			longest = Math.max(longest, Math.abs(bounded));
		});
		if (longest < convergedStep) {
			break;
		}
	}
	return new Map(keys.map((key, index) => [key, values[index] ?? 0]));
}

function listKeys({ parts, whole }: DecodeTerms): string[] {
	return [...parts.flatMap(({ factors }) => factors), ...whole].map(([key]) => key);
}

/** That of the longest beginning of its name that there is one for: `backend:weights:cuda`, `backend:weights`, `backend`. */
function readDeviation(key: string): number {
	for (let name = key; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(":")))) {
		const deviation = deviations.get(name);
		if (deviation !== undefined) {
			return deviation;
		}
	}
	throw new RangeError(`priors.json does not say how much constants like "${key}" vary.`);
}

function weighSamples(samples: readonly DecodeSample[]): readonly number[] {
	const counts = new Map<string, number>();
	for (const { decode } of samples) {
		counts.set(decode.accelerator.name, (counts.get(decode.accelerator.name) ?? 0) + 1);
	}
	return samples.map(({ decode }) =>
		Math.min(1, (fewRows / (counts.get(decode.accelerator.name) ?? 1)) ** crowdPower),
	);
}

function evaluate(
	{ parts, whole }: DecodeTerms,
	indexes: ReadonlyMap<string, number>,
	values: Float64Array,
): Evaluation {
	const add = (factors: readonly Factor[]): number =>
		factors.reduce((sum, [key, scale]) => sum + (values[indexes.get(key) ?? -1] ?? 0) * scale, 0);
	const seconds = parts.map((part) => part.seconds * Math.exp(add(part.factors)));
	const total = seconds.reduce((sum, part) => sum + part, 0);
	const slopes = new Map<number, number>();
	const addSlopes = (factors: readonly Factor[], share: number): void => {
		for (const [key, scale] of factors) {
			const index = indexes.get(key) ?? -1;
			slopes.set(index, (slopes.get(index) ?? 0) + share * scale);
		}
	};
	parts.forEach(({ factors }, at) => {
		addSlopes(factors, (seconds[at] ?? 0) / total);
	});
	addSlopes(whole, 1);
	return { logSeconds: Math.log(total) + add(whole), slopes };
}

function addSample(
	matrix: readonly Float64Array[],
	right: Float64Array,
	slopes: ReadonlyMap<number, number>,
	weight: number,
	error: number,
): void {
	const entries = [...slopes];
	for (const [i, slope] of entries) {
		right[i] = (right[i] ?? 0) + weight * slope * error;
		const row = matrix[i];
		for (const [j, other] of entries) {
			if (row && j <= i) {
				row[j] = (row[j] ?? 0) + weight * slope * other;
			}
		}
	}
}
