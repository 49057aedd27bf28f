import type { Architecture } from "../model/model.ts";
import * as shapes from "./kvShapes.json";

/** Layers that keep a KV cache of one shape. Sizes in elements a token and layer. */
export interface KvLayers {
	readonly layers: number;
	readonly keySize: number;
	/** 0 where keys and values are kept as one (MLA). */
	readonly valueSize: number;
	/** In tokens; absent: the whole context. */
	readonly window?: number;
}

/** How a runtime lays out a cache. What is left out is llama.cpp's default for one sequence. */
export interface KvSetup {
	readonly contextTokens: number;
	/** Bytes an element; f16 where left out. */
	readonly keyBytes?: number;
	readonly valueBytes?: number;
	/** Sequences at once; they share the context unless `isUnified` is false, which gives each its part. */
	readonly sequences?: number;
	readonly isUnified?: boolean;
	/** Sliding layers keep the whole context (vLLM beside full layers, `--swa-full`). */
	readonly keepsFullWindows?: boolean;
	/** Tokens evaluated at once, kept beside a window. */
	readonly microBatchTokens?: number;
}

/** llama.cpp allocates the cache in cells of 256 tokens, and a micro-batch of 512 beside a sliding window. */
const cellTokens = 256;
const defaultMicroBatchTokens = 512;

/** f16, the default of every runtime. */
const halfBytes = 2;

/** Legacy conversions of MLA keep whole heads: keys of 192 (128 + 64 for positions), values of 128. */
const legacyLatentKey = 192;
const legacyLatentValue = 128;

const ownLayers = Object.entries(shapes.ownLayers);
const plainNames = new Map<string, string>();
const slidingIntervals = Object.entries(shapes.slidingIntervals);

/**
 * The layers of a transformer that keep a cache, grouped by shape; `undefined` where the architecture does not tell.
 * A window without a known pattern is not counted on: some runtimes keep every layer at full length.
 */
export function readKvLayers(architecture: Architecture): readonly KvLayers[] | undefined {
	const { heads, hiddenSize, mlaCacheSize, slidingWindow, kvGroups, attentionLayers } = architecture;
	if (kvGroups) {
		return kvGroups.map(({ layers, kvHeads, headDim, slidingWindow: window }) => ({
			layers,
			keySize: kvHeads * headDim,
			valueSize: kvHeads * headDim,
			...(window !== undefined && { window }),
		}));
	}
	if (architecture.layers === undefined) {
		return undefined;
	}
	const layers = countOwnLayers(architecture, architecture.layers);
	const interval = architecture.fullAttentionInterval ?? findInterval(architecture);
	const fullLayers = attentionLayers ?? (interval ? Math.floor(layers / interval) : layers);
	if (mlaCacheSize !== undefined) {
		return [{ layers: fullLayers, keySize: mlaCacheSize, valueSize: 0 }];
	}
	const kvHeads = architecture.kvHeads ?? heads;
	const headDim =
		architecture.headDim ?? (hiddenSize !== undefined && heads ? hiddenSize / heads : undefined);
	if (kvHeads === undefined || headDim === undefined) {
		return undefined;
	}
	const isLegacyLatent = headDim === legacyLatentKey && kvHeads === heads;
	const valueDim = architecture.valueHeadDim ?? (isLegacyLatent ? legacyLatentValue : headDim);
	const shape = { keySize: kvHeads * headDim, valueSize: kvHeads * valueDim };
	const full = { layers: fullLayers, ...shape };
	return slidingWindow === undefined || fullLayers >= layers
		? [full]
		: [full, { layers: layers - fullLayers, ...shape, window: slidingWindow }];
}

/** Whether a name says that heads differ by layer in a way that the other fields do not tell. */
export function hasUnevenLayers({ name, kvGroups, sharedKvLayers }: Architecture): boolean {
	const plain = simplify(name);
	return (
		!kvGroups && sharedKvLayers === undefined && shapes.unevenLayers.some((key) => plain.startsWith(key))
	);
}

/**
 * Bytes of the cache as llama.cpp allocates it: whole cells of 256 tokens; a sliding layer keeps its window for every
 * sequence and one micro-batch. src/llama-kv-cache*.cpp of https://github.com/ggml-org/llama.cpp, 2026-08.
 */
export function countKvBytes(groups: readonly KvLayers[], setup: KvSetup): number {
	const { keyBytes = halfBytes, valueBytes = halfBytes, sequences = 1, isUnified = true } = setup;
	const { contextTokens, keepsFullWindows = false, microBatchTokens = defaultMicroBatchTokens } = setup;
	const streams = isUnified ? 1 : sequences;
	const sharing = isUnified ? sequences : 1;
	const cells = pad(Math.ceil(contextTokens / streams));
	let bytes = 0;
	for (const { layers, keySize, valueSize, window } of groups) {
		const kept =
			window === undefined || keepsFullWindows
				? cells
				: Math.min(cells, pad(window * sharing + microBatchTokens));
		bytes += layers * (keySize * keyBytes + valueSize * valueBytes) * kept * streams;
	}
	return bytes;
}

function countOwnLayers({ name, sharedKvLayers }: Architecture, layers: number): number {
	const plain = simplify(name);
	const own = ownLayers.find(([key]) => plain.startsWith(key))?.[1] ?? layers;
	return sharedKvLayers === undefined ? Math.min(layers, own) : Math.max(0, layers - sharedKvLayers);
}

function findInterval({ name, slidingWindow }: Architecture): number | undefined {
	const plain = simplify(name);
	return slidingWindow === undefined
		? undefined
		: slidingIntervals.find(([key]) => plain.startsWith(key))?.[1];
}

/** Kept by name, of which there are few: this is asked for every model of a catalog. */
function simplify(name = ""): string {
	let plain = plainNames.get(name);
	if (plain === undefined) {
		plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
		plainNames.set(name, plain);
	}
	return plain;
}

function pad(tokens: number): number {
	return Math.ceil(tokens / cellTokens) * cellTokens;
}
