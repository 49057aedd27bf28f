import {
	acceleratorKey,
	type DecodeCase,
	listDecodeTerms,
	readMeasuredBackend,
	runtimeKey,
	sumDecodeTerms,
} from "./decodeTerms.ts";

/** Constants by name, and how far measurements were from what they gave, by group, as factors. */
export interface DecodeModel {
	readonly constants: ReadonlyMap<string, number>;
	readonly bands: ReadonlyMap<string, Band>;
}

/** Factors on an estimate between which 4 of 5 measurements lie. */
export interface Band {
	readonly low: number;
	readonly high: number;
}

/** Tokens a second of one sequence, without speculation. */
export interface DecodeEstimate {
	readonly tokensPerSecond: number;
	readonly low: number;
	readonly high: number;
}

/** Active parameters below which what each layer costs decides, and estimates are worse. */
const smallBelowParameters = 3e9;

/** A backend that was measured on one accelerator tells nothing of how they differ. */
const fewestAccelerators = 2;

const measuredCounts = new WeakMap<DecodeModel["constants"], Map<string, number>>();

/** Where a group has no band of its own. */
const widestBand: Band = { low: 0.45, high: 2 };

/**
 * What a model says of a case; for an accelerator or a runtime that it has no measurements of, from its kind at the
 * mean, and wider; widest for a backend that hardly anything was measured of. Never faster than the memory is.
 */
export function estimateDecode(decode: DecodeCase, { constants, bands }: DecodeModel): DecodeEstimate {
	const { load, accelerator } = decode;
	const leastSeconds = (load.weightBytes + load.kvBytes) / (accelerator.bandwidthGBs * 1e9);
	const summed = sumDecodeTerms(listDecodeTerms(decode), (key) => constants.get(key));
	const seconds = Math.max(summed, leastSeconds);
	const isKnown =
		constants.has(acceleratorKey(decode.accelerator, decode.backend)) &&
		constants.has(runtimeKey(decode.runtime));
	const isMeasured = countAccelerators(decode.backend, constants) >= fewestAccelerators;
	const { low, high } = (isMeasured ? bands.get(nameBand(decode, isKnown)) : undefined) ?? widestBand;
	return {
		tokensPerSecond: 1 / seconds,
		low: low / seconds,
		high: Math.min(high / seconds, 1 / leastSeconds),
	};
}

function countAccelerators(backend: string, constants: DecodeModel["constants"]): number {
	let counts = measuredCounts.get(constants);
	if (!counts) {
		counts = new Map();
		for (const key of constants.keys()) {
			const measured = readMeasuredBackend(key);
			if (measured !== undefined) {
				counts.set(measured, (counts.get(measured) ?? 0) + 1);
			}
		}
		measuredCounts.set(constants, counts);
	}
	return counts.get(backend) ?? 0;
}

/** The group whose errors are alike: mixtures, small and other dense models, on accelerators that were measured or not. */
export function nameBand({ load }: DecodeCase, isKnown: boolean): string {
	const isSmall = load.activeParameters < smallBelowParameters;
	const size = load.isMixture ? "mixture" : isSmall ? "small" : "dense";
	return `${size}:${isKnown ? "known" : "new"}`;
}
