import {
	acceleratorKey,
	type DecodeCase,
	listDecodeTerms,
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

/** Where a group has no band of its own. */
const widestBand: Band = { low: 0.45, high: 2 };

/**
 * What a model says of a case; for an accelerator or a runtime that it has no measurements of, from its kind at the
 * mean, and wider.
 */
export function estimateDecode(decode: DecodeCase, { constants, bands }: DecodeModel): DecodeEstimate {
	const seconds = sumDecodeTerms(listDecodeTerms(decode), (key) => constants.get(key));
	const isKnown =
		constants.has(acceleratorKey(decode.accelerator, decode.backend)) &&
		constants.has(runtimeKey(decode.runtime));
	const { low, high } = bands.get(nameBand(decode, isKnown)) ?? widestBand;
	return { tokensPerSecond: 1 / seconds, low: low / seconds, high: high / seconds };
}

/** The group whose errors are alike: mixtures, small and other dense models, on accelerators that were measured or not. */
export function nameBand({ load }: DecodeCase, isKnown: boolean): string {
	const isSmall = load.activeParameters < smallBelowParameters;
	const size = load.isMixture ? "mixture" : isSmall ? "small" : "dense";
	return `${size}:${isKnown ? "known" : "new"}`;
}
