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
	const speed = keepPlausible(estimateSpeed(configuration));
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
	const { name, count } = readDevices(configuration.accelerator ?? "");
	const decode = readDecodeCase({ ...configuration, accelerator: name });
	if (decode) {
		return exceedsMemory(configuration, count) ? undefined : estimateOn(decode, count);
	}
	const load = readDecodeLoad(configuration);
	const processor = findProcessor(configuration.accelerator ?? "");
	return load && processor && estimateProcessorDecode(load, processor);
}

/** Of several, llama.cpp gives each whole layers, and vLLM an equal part of all. */
function estimateOn(decode: DecodeCase, deviceCount: number): DecodeEstimate | undefined {
	const kind = deviceCount === 1 ? "device" : decode.backend === "vllm" ? "tensors" : "layers";
	const cases = Array.from({ length: deviceCount }, () => ({ decode, share: 1 / deviceCount }));
	const placement = { kind, deviceCount, hostBytes: 0 } as const;
	return estimatePlacedDecode(cases, placement, readDecodeModel(), usualDesktop);
}

/** More than the device has: some of it runs elsewhere. Sizes are named roughly (GB or GiB), so only what is clearly so. */
function exceedsMemory(configuration: Configuration, deviceCount: number): boolean {
	const { memoryGB = Number.POSITIVE_INFINITY } = configuration;
	return (readWeightsBytes(configuration) ?? 0) > memoryGB * deviceCount * largestGB;
}
