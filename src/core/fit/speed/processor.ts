import facts from "./accelerators.json";
import type { DecodeLoad } from "./decodeLoad.ts";
import type { DecodeEstimate } from "./decodeModel.ts";
import shares from "./processorShares.json";

/** A processor's memory and how much of its bandwidth decoding gets. */
export interface Processor {
	readonly name: string;
	readonly bandwidthGBs: number;
	/** Share of the bandwidth. */
	readonly share: number;
}

/** The processor's memory of that name, from our own table; `undefined` for one that is not in it. */
export function findProcessor(name: string): Processor | undefined {
	const row = facts.processors.find(([known]) => known === name);
	const bandwidthGBs = row?.[1];
	const share = shares.kinds.find(({ words }) => words.some((word) => name.includes(word)))?.share;
	return typeof bandwidthGBs === "number" && share !== undefined ? { name, bandwidthGBs, share } : undefined;
}

/**
 * Tokens a second on a processor: what is read over the share of the bandwidth that it gets. The range is that of
 * processors with such memory. Source and date: `processorShares.json`.
 */
export function estimateProcessorDecode(
	{ weightBytes, kvBytes }: DecodeLoad,
	{ bandwidthGBs, share }: Processor,
): DecodeEstimate {
	const tokensPerSecond = (bandwidthGBs * 1e9 * share) / (weightBytes + kvBytes);
	return { tokensPerSecond, low: tokensPerSecond * shares.low, high: tokensPerSecond * shares.high };
}
