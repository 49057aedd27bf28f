import facts from "./accelerators.json";
import type { DecodeLoad } from "./decodeLoad.ts";
import type { DecodeEstimate } from "./decodeModel.ts";
import names from "./processorNames.json";
import shares from "./processorShares.json";

/** A processor's memory and how much of its bandwidth decoding gets. */
export interface Processor {
	readonly name: string;
	readonly bandwidthGBs: number;
	/** Share of the bandwidth, and factors on it for the range. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/** Where nothing is known of a machine's memory: a desktop with two channels, with the range of those that were measured. */
export const usualDesktop: Processor = { name: "", ...shares.usualDesktop };

/**
 * The memory of a processor, by its own name or the processor's as systems tell it, from our own tables; `undefined`
 * for one that is not in them. How fast the memory really is, is not told: hence the range.
 */
export function findProcessor(name: string): Processor | undefined {
	const row = facts.processors.find(([known]) => known === name) ?? findByPattern(name);
	const [known, bandwidthGBs] = row ?? [];
	if (typeof known !== "string" || typeof bandwidthGBs !== "number") {
		return undefined;
	}
	const kind = shares.kinds.find(({ words }) => words.some((word) => known.includes(word)));
	return (
		kind && { name: known, bandwidthGBs, share: kind.share, low: kind.low ?? shares.low, high: shares.high }
	);
}

/** Bytes a second that decoding gets. */
export function readBytesPerSecond({ bandwidthGBs, share }: Processor): number {
	return bandwidthGBs * 1e9 * share;
}

/**
 * Tokens a second on a processor: what is read over the share of the bandwidth that it gets. The range is that of
 * processors with such memory. Source and date: `processorShares.json`.
 */
export function estimateProcessorDecode(
	{ weightBytes, kvBytes }: DecodeLoad,
	processor: Processor,
): DecodeEstimate {
	const tokensPerSecond = readBytesPerSecond(processor) / (weightBytes + kvBytes);
	return {
		tokensPerSecond,
		low: tokensPerSecond * processor.low,
		high: tokensPerSecond * processor.high,
	};
}

function findByPattern(name: string): (typeof facts.processors)[number] | undefined {
	const plain = name.replace(/\((?:R|TM)\)/gi, "");
	const memory = names.names.find(([pattern = ""]) => new RegExp(pattern, "i").test(plain))?.[1];
	return facts.processors.find(([known]) => known === memory);
}
