import type { DecodeCase } from "../speed/decodeTerms.ts";
import { estimatePrefill, type PrefillModel, prefillKey } from "../speed/prefill.ts";
import { readQuantile } from "./judgePredictions.ts";

/** A case and how fast its prompt was read, in tokens a second. */
export interface PrefillSample {
	readonly decode: DecodeCase;
	readonly tokensPerSecond: number;
}

/** Faster than any unit computes: the prompt was not read again, but found in the cache. */
const mostShare = 6;

/** Tried for mixtures and for attention. */
const triedShares = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56, 0.8, 1];

/** Share left out at either end of a band. */
const endShare = 0.1;

const noBand = { low: 1, high: 1 };

/** Samples whose prompt was really read. */
export function keepReadPrompts(samples: readonly PrefillSample[]): readonly PrefillSample[] {
	return samples.filter(
		({ decode, tokensPerSecond }) =>
			(tokensPerSecond * decode.load.weightOps) / (decode.accelerator.tflops * 1e12) < mostShare,
	);
}

/** A model of samples: the shares at which accelerators are at the median of their family, each counted once. */
export function fitPrefillModel(samples: readonly PrefillSample[]): PrefillModel {
	let best: { model: PrefillModel; error: number } | undefined;
	for (const mixture of triedShares) {
		for (const attention of triedShares) {
			const model = fitShares(samples, mixture, attention);
			const error = findMedianOf(
				groupBy(samples, nameAccelerator).map((own) =>
					findMedianOf(own.map((sample) => Math.abs(readLogError(sample, model)))),
				),
				(errors) => errors.reduce((sum, each) => sum + each, 0) / errors.length,
			);
			if (!best || error < best.error) {
				best = { model, error };
			}
		}
	}
	const model = best?.model ?? fitShares(samples, 1, 1);
	return { ...model, bands: measureBands(samples, model.mixture, model.attention) };
}

/** What is said of each accelerator by the others: measured over estimated, where anything is said. */
export function leaveOutAccelerators(
	samples: readonly PrefillSample[],
	mixture: number,
	attention: number,
): readonly { readonly sample: PrefillSample; readonly factor: number }[] {
	return groupBy(samples, nameAccelerator).flatMap((own) => {
		const others = samples.filter((sample) => !own.includes(sample));
		const model = fitShares(others, mixture, attention);
		return own.flatMap((sample) => {
			const estimate = estimatePrefill(sample.decode, model, 1);
			return estimate ? [{ sample, factor: sample.tokensPerSecond / estimate.tokensPerSecond }] : [];
		});
	});
}

function fitShares(samples: readonly PrefillSample[], mixture: number, attention: number): PrefillModel {
	const keys = [...new Set(samples.map(({ decode }) => prefillKey(decode)))];
	const bands = { dense: noBand, mixture: noBand };
	const whole: PrefillModel = {
		shares: Object.fromEntries(keys.map((key) => [key, 1])),
		mixture,
		attention,
		bands,
	};
	const shares = keys.map((key) => {
		const own = samples.filter(({ decode }) => prefillKey(decode) === key);
		const medians = groupBy(own, nameAccelerator).map((each) =>
			findMedianOf(each.map((sample) => readLogError(sample, whole))),
		);
		return [key, Math.exp(findMedianOf(medians))] as const;
	});
	return { ...whole, shares: Object.fromEntries(shares) };
}

function measureBands(
	samples: readonly PrefillSample[],
	mixture: number,
	attention: number,
): PrefillModel["bands"] {
	const left = leaveOutAccelerators(samples, mixture, attention);
	const measure = (isMixture: boolean) => {
		const factors = left
			.filter(({ sample }) => sample.decode.load.isMixture === isMixture)
			.map(({ factor }) => factor)
			.sort((a, b) => a - b);
		return factors.length > 0
			? {
					low: Math.min(1, readQuantile(factors, endShare)),
					high: Math.max(1, readQuantile(factors, 1 - endShare)),
				}
			: noBand;
	};
	return { dense: measure(false), mixture: measure(true) };
}

function readLogError({ decode, tokensPerSecond }: PrefillSample, model: PrefillModel): number {
	return Math.log(tokensPerSecond / (estimatePrefill(decode, model, 1)?.tokensPerSecond ?? Number.NaN));
}

function nameAccelerator({ decode }: PrefillSample): string {
	return `${decode.accelerator.name}:${decode.backend}`;
}

function findMedianOf(
	values: readonly number[],
	choose = (sorted: readonly number[]) => readQuantile(sorted, 0.5),
): number {
	return choose([...values].sort((a, b) => a - b));
}

function groupBy(
	samples: readonly PrefillSample[],
	readKey: (sample: PrefillSample) => string,
): readonly (readonly PrefillSample[])[] {
	const groups = new Map<string, PrefillSample[]>();
	for (const sample of samples) {
		const key = readKey(sample);
		groups.set(key, [...(groups.get(key) ?? []), sample]);
	}
	return [...groups.values()];
}
