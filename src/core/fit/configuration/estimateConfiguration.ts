import type { DecodeEstimate } from "../speed/decodeModel.ts";
import type { DecodeCase } from "../speed/decodeTerms.ts";
import { estimatePlacedDecode } from "../speed/placedDecode.ts";
import { estimateProcessorDecode, findProcessor, usualDesktop } from "../speed/processor.ts";
import { readDecodeModel } from "../speed/readDecodeModel.ts";
import type { Configuration } from "./configuration.ts";
import { estimateMemory, readWeightsBytes } from "./estimateMemory.ts";
import { readDecodeCase, readDecodeLoad } from "./readDecodeCase.ts";
import { readDevices } from "./readDevices.ts";

/** What we say of a configuration; what we decline to say is `null`. Tokens a second, bytes. */
export interface Estimate {
	readonly decodeTps: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly bytes: number | null;
	readonly weightsBytes: number | null;
	readonly kvBytes: number | null;
}

/** Beyond these, what is said of the configuration cannot be so. */
const leastTps = 0.001;
const mostTps = 20_000;
const mostBytes = 1e15;

/** A tenth more than a GB in bytes, and so a little more than a GiB. */
const largestGB = 1.1e9;

/** Says nothing of anything. */
export const noEstimate: Estimate = {
	decodeTps: null,
	low: null,
	high: null,
	bytes: null,
	weightsBytes: null,
	kvBytes: null,
};

/**
 * Speed and memory of a configuration. The cache is that of the context it is allocated for; where only the depth of
 * a timed run is told, of that.
 */
export function estimateConfiguration(configuration: Configuration): Estimate {
	const speed = configuration.isEncoder ? undefined : keepPlausible(estimateSpeed(configuration));
	const contextTokens = configuration.contextTokens ?? (configuration.depthTokens || undefined);
	const memory = estimateMemory({ ...configuration, ...(contextTokens !== undefined && { contextTokens }) });
	const round = (bytes: number | undefined): number | null =>
		bytes === undefined || !(bytes <= mostBytes) ? null : Math.round(bytes);
	return {
		decodeTps: speed?.tokensPerSecond ?? null,
		low: speed?.low ?? null,
		high: speed?.high ?? null,
		bytes: round(memory.totalBytes),
		weightsBytes: round(memory.weightsBytes),
		kvBytes: round(memory.kvBytes),
	};
}

function keepPlausible(speed: DecodeEstimate | undefined): DecodeEstimate | undefined {
	return speed && speed.low >= leastTps && speed.high <= mostTps ? speed : undefined;
}

function estimateSpeed(configuration: Configuration): DecodeEstimate | undefined {
	const names = readDevices(configuration.accelerator ?? "");
	const { memoryGB: _one, ...without } = configuration;
	const known = new Set(names).size === 1 ? configuration : without;
	const decodes = names.flatMap((accelerator) => readDecodeCase({ ...known, accelerator }) ?? []);
	if (decodes.length === names.length) {
		return exceedsMemory(configuration, decodes) ? undefined : estimateOn(decodes);
	}
	const load = readDecodeLoad(configuration);
	const processor = findProcessor(configuration.accelerator ?? "");
	return load && processor && estimateProcessorDecode(load, processor);
}

/** Of several, llama.cpp gives each whole layers, the larger more of them, and vLLM an equal part of all. */
function estimateOn(decodes: readonly DecodeCase[]): DecodeEstimate | undefined {
	const deviceCount = decodes.length;
	const kind = deviceCount === 1 ? "device" : decodes[0]?.backend === "vllm" ? "tensors" : "layers";
	const sizes = decodes.map(({ accelerator }) => Math.max(1, ...accelerator.memoryGB));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	const cases = decodes.map((decode, at) => ({ decode, share: (sizes[at] ?? 0) / total }));
	const placement = { kind, deviceCount, hostBytes: 0 } as const;
	return estimatePlacedDecode(cases, placement, readDecodeModel(), usualDesktop);
}

/**
 * More than the devices have: some of it runs elsewhere. Sizes are named roughly (GB or GiB), so only what is clearly
 * so; of devices that differ, those that they are sold with.
 */
function exceedsMemory(configuration: Configuration, decodes: readonly DecodeCase[]): boolean {
	const isOfOneKind = new Set(decodes.map(({ accelerator }) => accelerator.name)).size === 1;
	const sold = decodes.map(
		({ accelerator }) => Math.max(...accelerator.memoryGB, 0) || Number.POSITIVE_INFINITY,
	);
	const memoryGB = isOfOneKind
		? (configuration.memoryGB ?? Number.POSITIVE_INFINITY) * decodes.length
		: sold.reduce((sum, size) => sum + size, 0);
	return (readWeightsBytes(configuration) ?? 0) > memoryGB * largestGB;
}
