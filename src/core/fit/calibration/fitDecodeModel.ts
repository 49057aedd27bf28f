import { type Band, type DecodeModel, estimateDecode, nameBand } from "../speed/decodeModel.ts";
import { type DecodeSample, fitConstants } from "./fitConstants.ts";
import { hashText } from "./hashText.ts";

/** A sample and the name of its architecture, whose other rows are left out with it. */
export interface NamedSample extends DecodeSample {
	readonly id: string;
	readonly architecture: string;
}

/** A sample and what a model that had not seen it said. */
export interface Prediction {
	readonly sample: NamedSample;
	readonly tokensPerSecond: number;
}

/** Parts that samples are left out in, by what they have in common. */
const acceleratorFolds = 12;
const architectureFolds = 8;

/** Share left out at either end of a band: less than 80 % would ask, as rows of one machine are off together. */
const endShare = 0.05;

/** Fewer errors than these say nothing about a group. */
const leastErrors = 12;

/**
 * A model of some samples: its constants from all of them, its bands from the errors on what was left out in turn:
 * whole accelerators for those that are new, whole architectures for those that are known.
 */
export function fitDecodeModel(samples: readonly NamedSample[]): DecodeModel {
	const constants = fitConstants(samples);
	const errors = new Map<string, number[]>();
	const note = (predictions: readonly Prediction[], isKnown: boolean): void => {
		for (const { sample, tokensPerSecond } of predictions) {
			const group = nameBand(sample.decode, isKnown);
			errors.set(group, [...(errors.get(group) ?? []), sample.tokensPerSecond / tokensPerSecond]);
		}
	};
	note(
		leaveOut(samples, ({ decode }) => decode.accelerator.name, acceleratorFolds),
		false,
	);
	note(
		leaveOut(samples, ({ architecture }) => architecture, architectureFolds),
		true,
	);
	const bands = [...errors].filter(([, factors]) => factors.length >= leastErrors);
	return { constants, bands: new Map(bands.map(([group, factors]) => [group, measureBand(factors)])) };
}

/** What is said of every sample by a fit to those that share nothing with it: groups by a key, in so many parts. */
export function leaveOut(
	samples: readonly NamedSample[],
	readKey: (sample: NamedSample) => string,
	folds: number,
): readonly Prediction[] {
	const foldOf = (sample: NamedSample): number => hashText(readKey(sample)) % folds;
	return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
		const left = samples.filter((sample) => foldOf(sample) === fold);
		return left.length === 0
			? []
			: predict(
					left,
					samples.filter((sample) => foldOf(sample) !== fold),
				);
	});
}

/** What a fit to some samples says of others. */
function predict(samples: readonly NamedSample[], seen: readonly NamedSample[]): readonly Prediction[] {
	const model: DecodeModel = { constants: fitConstants(seen), bands: new Map() };
	return samples.map((sample) => ({
		sample,
		tokensPerSecond: estimateDecode(sample.decode, model).tokensPerSecond,
	}));
}

function measureBand(factors: readonly number[]): Band {
	const sorted = [...factors].sort((a, b) => a - b);
	const read = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 1;
	return { low: Math.min(1, read(endShare)), high: Math.max(1, read(1 - endShare)) };
}
