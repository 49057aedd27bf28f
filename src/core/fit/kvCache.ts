import type { Figure } from "../model/figure.ts";
import type { Architecture, Model } from "../model/model.ts";
import shapes from "./kvShapes.json";
import { findTypicalShape } from "./typicalShape.ts";

/** f16, the default of every runtime. */
const bytesPerElement = 2;

/** llama.cpp allocates the cache in cells of 256 tokens, and a micro-batch of 512 beside a sliding window. */
const cellTokens = 256;
const microBatchTokens = 512;

const generativeTasks: ReadonlySet<string> = new Set(shapes.generativeTasks);
const slidingIntervals = Object.entries(shapes.slidingIntervals);

/**
 * Whether a model of this task keeps a KV cache that grows with the context. Encoders, rerankers, diffusion and
 * audio models do not (or keep one that is small and bounded). Without a task: a model that tells a context or comes
 * as GGUF is taken for a decoder.
 */
export function hasKvCache(model: Model): boolean {
	return model.task === undefined
		? model.contextLength !== undefined || model.formats.includes("gguf")
		: generativeTasks.has(model.task);
}

/** The context that is judged: what was asked for, or the model's own limit where that is less. In tokens, at least 1. */
export function limitContext(model: Model, contextTokens: number): number {
	const limit = model.contextLength?.value ?? Number.POSITIVE_INFINITY;
	return Math.max(1, Math.min(contextTokens, limit > 0 ? limit : Number.POSITIVE_INFINITY));
}

/**
 * Bytes of the f16 KV cache of one sequence at a context length: computed where the architecture tells layers and
 * heads (MHA, GQA, MLA, sliding windows, layers without attention), else estimated from what is usual for so many
 * parameters. Rules: llama.cpp's allocation, src/llama-kv-cache*.cpp of 2026-08, one slot. The recurrent state of
 * hybrid models is not in it: it does not grow, and is a few dozen MB.
 */
export function estimateKvCache(model: Model, contextTokens: number, parameters: number): Figure {
	const cells = pad(contextTokens);
	const computed = model.architecture && computeKvCache(model.architecture, cells);
	if (computed) {
		return computed;
	}
	const typical = findTypicalShape(parameters);
	return {
		value: typical.bytesPerToken * cells,
		low: typical.low * cells,
		high: typical.high * cells,
		basis: "estimated",
		from: "typicalArchitecture",
	};
}

function computeKvCache(architecture: Architecture, cells: number): Figure | undefined {
	const { layers, heads, hiddenSize, mlaCacheSize, slidingWindow } = architecture;
	if (layers === undefined) {
		return undefined;
	}
	const name = architecture.name?.toLowerCase().replace(/[^a-z0-9]/g, "") ?? "";
	const interval =
		architecture.fullAttentionInterval ??
		(slidingWindow === undefined ? undefined : slidingIntervals.find(([key]) => name.startsWith(key))?.[1]);
	const fullLayers = interval !== undefined && interval > 0 ? Math.floor(layers / interval) : layers;
	if (mlaCacheSize !== undefined) {
		return {
			value: fullLayers * mlaCacheSize * bytesPerElement * cells,
			basis: "computed",
			from: "architecture",
		};
	}
	const kvHeads = architecture.kvHeads ?? heads;
	const headDim =
		architecture.headDim ?? (hiddenSize !== undefined && heads ? hiddenSize / heads : undefined);
	if (kvHeads === undefined || headDim === undefined) {
		return undefined;
	}
	// Without a known pattern a window is not counted on: some runtimes keep every layer at full length.
	const slidingLayers = slidingWindow === undefined ? 0 : layers - fullLayers;
	const slidingCells = Math.min(cells, pad((slidingWindow ?? 0) + microBatchTokens));
	const value = (fullLayers * cells + slidingLayers * slidingCells) * kvHeads * headDim * 2 * bytesPerElement;
	// Configurations without `num_key_value_heads` mean as many as heads, but a partial reading looks the same.
	const isExact =
		architecture.kvHeads !== undefined && !shapes.unevenLayers.some((key) => name.startsWith(key));
	return isExact
		? { value, basis: "computed", from: "architecture" }
		: { value, low: value / 8, high: value, basis: "estimated", from: "architecture" };
}

function pad(tokens: number): number {
	return Math.ceil(tokens / cellTokens) * cellTokens;
}
