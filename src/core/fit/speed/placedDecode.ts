import type { Placement } from "../verdict.ts";
import { type DecodeEstimate, type DecodeModel, estimateDecode } from "./decodeModel.ts";
import type { DecodeCase } from "./decodeTerms.ts";
import * as facts from "./placedDecode.json";
import { type Processor, readBytesPerSecond } from "./processor.ts";

/** What is decoded on each device that holds a part, and how much of the whole each holds. */
export interface PlacedCase {
	readonly decode: DecodeCase;
	/** Share of the layers; of all devices together 1. */
	readonly share: number;
}

/** Seconds of a token, least and most. */
interface Seconds {
	readonly usual: number;
	readonly least: number;
	readonly most: number;
}

/**
 * Tokens a second of what is laid out over several memories. Layers on several cards take turns, so that they are no
 * faster than one; equal parts are read at once, and are put together twice a layer; what lies in the system's memory
 * is read there, of experts the chosen ones alone. Sources and dates: `placedDecode.json`.
 */
export function estimatePlacedDecode(
	cases: readonly PlacedCase[],
	placement: Placement,
	model: DecodeModel,
	processor: Processor,
): DecodeEstimate | undefined {
	const [first] = cases;
	if (!first) {
		return undefined;
	}
	switch (placement.kind) {
		case "device":
			return estimateDecode(first.decode, model);
		case "layers":
			return readEstimate(
				widen(
					add(cases.map(({ decode, share }) => multiply(readSeconds(estimateDecode(decode, model)), share))),
					facts.layers,
				),
			);
		case "tensors":
			return readEstimate(widen(estimateTensors(cases, model), facts.tensors));
		case "experts":
		case "partial":
			return readEstimate(estimateOffloaded(cases, placement, model, processor));
	}
}

/** The slowest part, and putting the parts together after attention and after the feed-forward part. */
function estimateTensors(cases: readonly PlacedCase[], model: DecodeModel): Seconds {
	const parts = cases.map(({ decode }) =>
		readSeconds(estimateDecode(shrink(decode, 1 / cases.length), model)),
	);
	const slowest = parts.reduce((a, b) => (a.usual > b.usual ? a : b));
	const joining = (cases[0]?.decode.load.layers ?? 0) * 2 * facts.secondsPerJoin;
	return add([slowest, { usual: joining, least: joining, most: joining }]);
}

/** The devices in turn, each its share of what they hold, and the processor. */
function estimateOffloaded(
	cases: readonly PlacedCase[],
	{ kind, hostBytes }: Placement,
	model: DecodeModel,
	processor: Processor,
): Seconds {
	return add(
		cases.map(({ decode, share }) =>
			multiply(estimateBesideHost(decode, { kind, hostBytes }, model, processor), share),
		),
	);
}

function estimateBesideHost(
	decode: DecodeCase,
	{ kind, hostBytes }: Pick<Placement, "kind" | "hostBytes">,
	model: DecodeModel,
	processor: Processor,
): Seconds {
	const { load } = decode;
	const isByExperts = kind === "experts";
	const share = Math.min(1, hostBytes / (isByExperts ? load.expertBytes : load.weightBytes + load.kvBytes));
	const hostReadBytes = isByExperts
		? load.expertReadBytes * share
		: (load.weightBytes + load.kvBytes) * share;
	const onDevice = isByExperts
		? { ...decode, load: { ...load, weightBytes: load.weightBytes - hostReadBytes } }
		: shrink(decode, 1 - share, true);
	const usual =
		hostReadBytes / readBytesPerSecond(processor) + load.layers * share * facts.secondsPerHostLayer;
	return add([
		readSeconds(estimateDecode(onDevice, model)),
		{ usual, least: usual / processor.high, most: usual / processor.low },
	]);
}

/** A part of what a token moves and computes, and of its layers too where they are elsewhere. */
function shrink(decode: DecodeCase, share: number, withLayers = false): DecodeCase {
	const { load } = decode;
	return {
		...decode,
		load: {
			...load,
			weightBytes: load.weightBytes * share,
			kvBytes: load.kvBytes * share,
			weightOps: load.weightOps * share,
			attentionOps: load.attentionOps * share,
			layers: withLayers ? load.layers * share : load.layers,
		},
	};
}

function readSeconds({ tokensPerSecond, low, high }: DecodeEstimate): Seconds {
	return { usual: 1 / tokensPerSecond, least: 1 / high, most: 1 / low };
}

function readEstimate({ usual, least, most }: Seconds): DecodeEstimate {
	return { tokensPerSecond: 1 / usual, low: 1 / most, high: 1 / least };
}

function add(parts: readonly Seconds[]): Seconds {
	const sum = (read: (part: Seconds) => number) => parts.reduce((total, part) => total + read(part), 0);
	return {
		usual: sum((part) => part.usual),
		least: sum((part) => part.least),
		most: sum((part) => part.most),
	};
}

function multiply({ usual, least, most }: Seconds, factor: number): Seconds {
	return { usual: usual * factor, least: least * factor, most: most * factor };
}

/** What few measured: the range is made wider by factors on the speed. */
function widen(
	{ usual, least, most }: Seconds,
	{ low, high }: { readonly low: number; readonly high: number },
): Seconds {
	return { usual, least: least / high, most: most / low };
}
