import { type Vendor, vendors } from "../../hardware/target.ts";
import { type ComputeShape, countComputeBytes, countPromptPoolBytes } from "../computeBuffer.ts";
import { countKvBytes, type KvLayers, readKvLayers } from "../kvLayers.ts";
import { countMlxBytes } from "../overhead.ts";
import * as overheads from "../overheads.json";
import { countRecurrentBytes } from "../recurrentState.ts";
import { findAccelerator } from "../speed/accelerator.ts";
import type { Configuration } from "./configuration.ts";
import * as kvTypes from "./kvTypes.json";
import { readEmbeddingBits, readQuantizationBits } from "./quantizationBits.ts";
import { readDevices } from "./readDevices.ts";

/** Bytes by part; a part that cannot be told is absent, and then so is the total. */
export interface MemoryEstimate {
	readonly weightsBytes?: number;
	readonly kvBytes?: number;
	readonly totalBytes?: number;
}

const elementBytes: ReadonlyMap<string, number> = new Map(Object.entries(kvTypes.bytesPerElement));

const vendorsByBackend: readonly (readonly [RegExp, Vendor])[] = [
	[/^cpu/, "cpu"],
	[/cuda|nvidia|cublas/, "nvidia"],
	[/rocm|\bhip/, "amd"],
	[/vulkan|sycl|oneapi/, "intel"],
	[/metal|mlx|\bmps\b/, "apple"],
];

/**
 * What a configuration takes: the file, the cache as its runtime allocates it, the compute buffer and what the
 * runtime itself holds on the device. An input embedding that is not the output's too stays on the host.
 */
export function estimateMemory(configuration: Configuration): MemoryEstimate {
	const { architecture, contextTokens, isEncoder } = configuration;
	const weightsBytes = readWeightsBytes(configuration);
	const groups = isEncoder ? [] : architecture && readKvLayers(architecture);
	const kvBytes =
		groups && contextTokens !== undefined ? countCache(groups, contextTokens, configuration) : undefined;
	const beside =
		weightsBytes !== undefined && contextTokens !== undefined
			? countBeside(configuration, weightsBytes, contextTokens)
			: undefined;
	const state = architecture ? countRecurrentBytes(architecture, configuration.sequences) : 0;
	const isTotalKnown = weightsBytes !== undefined && kvBytes !== undefined && beside !== undefined;
	return {
		...(weightsBytes !== undefined && { weightsBytes }),
		...(kvBytes !== undefined && { kvBytes }),
		...(isTotalKnown && { totalBytes: weightsBytes + kvBytes + state + beside }),
	};
}

/** Bytes of the file, else parameters × the width that the label names. */
export function readWeightsBytes(configuration: Configuration): number | undefined {
	const { fileBytes, parameters, quantization } = configuration;
	const bits = quantization === undefined ? undefined : readQuantizationBits(quantization);
	return (
		fileBytes ??
		(parameters !== undefined && bits !== undefined ? Math.round((parameters * bits) / 8) : undefined)
	);
}

function countCache(
	groups: readonly KvLayers[],
	contextTokens: number,
	configuration: Configuration,
): number | undefined {
	const { keyType = "f16", valueType = "f16", sequences, isUnifiedCache, runtime = "" } = configuration;
	const { microBatchTokens, hasFlashAttention, backend = "", architecture } = configuration;
	const keyBytes = elementBytes.get(keyType);
	const valueBytes = elementBytes.get(valueType);
	if (keyBytes === undefined || valueBytes === undefined) {
		return undefined;
	}
	const bytes = countKvBytes(groups, {
		contextTokens,
		keyBytes,
		valueBytes,
		...(sequences !== undefined && { sequences }),
		...(isUnifiedCache !== undefined && { isUnified: isUnifiedCache }),
		...(microBatchTokens !== undefined && { microBatchTokens }),
		keepsFullWindows: configuration.keepsFullWindows === true || runtime.includes("vllm"),
	});
	// ik_llama.cpp on a processor without flash attention keeps MLA's values (the latent without positions) transposed too.
	const keepsLatentValues = runtime.startsWith("ik_") && backend === "cpu" && hasFlashAttention === false;
	const latent = architecture?.mlaCacheSize;
	return keepsLatentValues && latent !== undefined
		? bytes * ((2 * latent - kvTypes.latentPositions) / latent)
		: bytes;
}

function countBeside(
	configuration: Configuration,
	weightsBytes: number,
	contextTokens: number,
): number | undefined {
	const { runtime = "", backend = "", counts = "device", architecture = {} } = configuration;
	const { hiddenSize } = architecture;
	if (runtime.includes("mlx") || backend === "mlx") {
		return countMlxBytes(architecture, contextTokens);
	}
	if (hiddenSize === undefined) {
		return undefined;
	}
	const vocabSize = architecture.vocabSize ?? overheads.vocabulary;
	const shape: ComputeShape = { ...architecture, hiddenSize, vocabSize };
	const microBatchTokens = Math.min(configuration.microBatchTokens ?? overheads.microBatch, contextTokens);
	const hasFlashAttention = configuration.hasFlashAttention ?? true;
	const compute = countComputeBytes(shape, { contextTokens, microBatchTokens, hasFlashAttention });
	const isOnProcessor = backend.startsWith("cpu");
	if (counts === "buffers") {
		const onHost = isOnProcessor ? 0 : countHostBytes(hiddenSize, contextTokens, microBatchTokens);
		return compute + onHost + countUnpackedLatent(configuration, contextTokens, isOnProcessor);
	}
	const vendor = readVendor(configuration);
	const pool = vendor === "amd" ? countPromptPoolBytes(shape) * guessPromptShare(contextTokens) : 0;
	const onHost = isOnProcessor ? 0 : countHostEmbedding(configuration, weightsBytes, hiddenSize);
	const contexts = overheads.context[vendor].bytes * readDevices(configuration.accelerator ?? "").length;
	return compute + contexts + pool - onHost;
}

/** Whose driver holds a context: the backend's, else that of the accelerator, which backends of several makers run on. */
function readVendor({ backend = "", vendor, accelerator = "", memoryGB }: Configuration): Vendor {
	const own = vendorsByBackend.find(([pattern]) => pattern.test(backend))?.[1];
	const [device = ""] = readDevices(accelerator);
	const told = vendor ?? findAccelerator(device, memoryGB)?.vendor;
	return own ?? vendors.find((name) => name === told) ?? (backend.includes("vllm") ? "nvidia" : "cpu");
}

/**
 * With flash attention, ik_llama.cpp unpacks MLA's latent to the whole keys and values of a layer: f16, on a processor
 * f32. https://github.com/ikawrakow/ik_llama.cpp, src/llama-build-context.cpp (-mla 3), 2026-08, and its logged buffers.
 */
function countUnpackedLatent(
	{ runtime = "", hasFlashAttention, architecture = {} }: Configuration,
	contextTokens: number,
	isOnProcessor: boolean,
): number {
	const { mlaCacheSize, heads = 0 } = architecture;
	const isUnpacked = mlaCacheSize !== undefined && runtime.startsWith("ik_") && hasFlashAttention === true;
	const elements = isUnpacked ? heads * contextTokens * kvTypes.unpackedLatent : 0;
	return elements * (isOnProcessor ? kvTypes.bytesPerElement.f32 : kvTypes.bytesPerElement.f16);
}

/** The host's part of the compute buffers: the mask, and rows in and out. */
function countHostBytes(hiddenSize: number, contextTokens: number, microBatchTokens: number): number {
	return contextTokens * microBatchTokens * 2 + hiddenSize * microBatchTokens * 8;
}

/** Where it is not told whether the output uses the input's table, either is as likely. */
function countHostEmbedding(configuration: Configuration, weightsBytes: number, hiddenSize: number): number {
	const { architecture, parameters, quantization } = configuration;
	const { hasTiedEmbeddings, vocabSize } = architecture ?? {};
	if (hasTiedEmbeddings || parameters === undefined) {
		return 0;
	}
	const bits = readEmbeddingBits(quantization, (weightsBytes * 8) / parameters);
	const bytes = ((vocabSize ?? overheads.vocabulary) * hiddenSize * bits) / 8;
	return hasTiedEmbeddings === undefined ? bytes / 2 : bytes;
}

/**
 * How likely a prompt was evaluated, where only the context is told: llama-bench generates 128 or 1,024 tokens
 * without one, reads prompts of 512 or 2,048, and does either at other lengths.
 */
function guessPromptShare(contextTokens: number): number {
	const share = [...kvTypes.promptShares].find(({ tokens }) => tokens === contextTokens)?.share;
	return share ?? kvTypes.unknownPromptShare;
}
