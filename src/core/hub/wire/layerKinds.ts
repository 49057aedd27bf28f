import type { Architecture, KvGroup, RecurrentLayers } from "../../model/model.ts";

/** A configuration as it was parsed, not yet checked. */
export type Config = Readonly<Record<string, unknown>>;

/** Sizes of a layer's cache, and the window of those that slide. */
interface CacheShape {
	readonly kvHeads: number | undefined;
	readonly headDim: number | undefined;
	readonly slidingWindow: number | undefined;
}

type LayerKinds = Pick<
	Architecture,
	"fullAttentionInterval" | "attentionLayers" | "sharedKvLayers" | "kvGroups"
>;

/**
 * Which layers keep a cache, and of what shape: `full_attention_interval`, `sliding_window_pattern`, the counts of
 * `layer_types` and of `hybrid_override_pattern` (`*` is attention), layers that read the cache of others
 * (`num_kv_shared_layers`), and other sizes of full layers (`global_head_dim`, `num_global_key_value_heads`).
 * Configuration classes of https://github.com/huggingface/transformers, 2026-08.
 */
export function readLayerKinds(config: Config, shape: CacheShape): LayerKinds {
	const shared = readCount(config, ["num_kv_shared_layers"]);
	const told = {
		...(shared !== undefined && { sharedKvLayers: shared }),
	};
	const types = config["layer_types"];
	const interval = readCount(config, ["full_attention_interval", "sliding_window_pattern"]);
	if (!Array.isArray(types)) {
		const attentionLayers = countHybridAttention(config);
		return {
			...told,
			...(interval !== undefined && { fullAttentionInterval: interval }),
			...(attentionLayers !== undefined && { attentionLayers }),
		};
	}
	const own = types.slice(0, Math.max(0, types.length - (shared ?? 0)));
	const full = own.filter((type) => type === "full_attention").length;
	const sliding = own.filter((type) => type === "sliding_attention" || type === "chunked_attention").length;
	if (full === 0 || full === own.length) {
		return told;
	}
	if (sliding === 0) {
		const step = interval ?? findInterval(own.length, full);
		return step === undefined ? { ...told, attentionLayers: full } : { ...told, fullAttentionInterval: step };
	}
	const groups = readGroups(config, shape, full, sliding);
	const step = interval ?? findInterval(own.length, full);
	const isUneven = shared !== undefined || hasOtherSizes(config) || step === undefined;
	return isUneven && groups
		? { ...told, kvGroups: groups }
		: { ...told, fullAttentionInterval: step ?? own.length };
}

/** A positive whole number under the first of several keys that has one. */
export function readCount(config: Config, keys: readonly string[]): number | undefined {
	for (const key of keys) {
		const value = config[key];
		if (typeof value === "number" && Number.isSafeInteger(value) && value > 0 && value <= 1e9) {
			return value;
		}
	}
	return undefined;
}

/** One layer in so many, where that gives exactly as many. */
function findInterval(layers: number, full: number): number | undefined {
	const interval = Math.floor(layers / full);
	return Math.floor(layers / interval) === full ? interval : undefined;
}

function hasOtherSizes(config: Config): boolean {
	return readCount(config, ["global_head_dim", "num_global_key_value_heads"]) !== undefined;
}

function readGroups(
	config: Config,
	{ kvHeads, headDim, slidingWindow }: CacheShape,
	full: number,
	sliding: number,
): readonly KvGroup[] | undefined {
	if (kvHeads === undefined || headDim === undefined || slidingWindow === undefined) {
		return undefined;
	}
	return [
		{
			layers: full,
			kvHeads: readCount(config, ["num_global_key_value_heads"]) ?? kvHeads,
			headDim: readCount(config, ["global_head_dim"]) ?? headDim,
		},
		{ layers: sliding, kvHeads, headDim, slidingWindow },
	];
}

function countHybridAttention(config: Config): number | undefined {
	const pattern = config["hybrid_override_pattern"];
	const layers = typeof pattern === "string" ? pattern.split("*").length - 1 : 0;
	return layers > 0 ? layers : undefined;
}

/**
 * Layers that keep a state: gated delta nets (`linear_*`), Mamba 2 (`mamba_*`) and short convolutions
 * (`conv_L_cache`), as many as have no attention. `undefined` where their number or sizes are not told.
 */
export function readRecurrent(config: Config, kinds: LayerKinds): RecurrentLayers | undefined {
	const layers = countRecurrentLayers(config, kinds);
	const short = readCount(config, ["conv_L_cache"]);
	const hiddenSize = readCount(config, ["hidden_size"]);
	if (layers === undefined) {
		return undefined;
	}
	if (short !== undefined) {
		return hiddenSize === undefined
			? undefined
			: { layers, innerSize: hiddenSize, stateSize: 0, groups: 0, convolution: short };
	}
	const heads = readCount(config, ["linear_num_value_heads", "mamba_num_heads"]);
	const headDim = readCount(config, ["linear_value_head_dim", "mamba_head_dim"]);
	const stateSize = readCount(config, ["linear_key_head_dim", "ssm_state_size"]);
	const groups = readCount(config, ["linear_num_key_heads", "n_groups"]);
	const convolution = readCount(config, ["linear_conv_kernel_dim", "conv_kernel"]);
	return heads && headDim && stateSize && groups && convolution
		? { layers, innerSize: heads * headDim, stateSize, groups, convolution }
		: undefined;
}

function countRecurrentLayers(config: Config, { fullAttentionInterval }: LayerKinds): number | undefined {
	const types = config["layer_types"];
	const pattern = config["hybrid_override_pattern"];
	const all = readCount(config, ["num_hidden_layers"]);
	if (typeof pattern === "string") {
		return pattern.split("M").length - 1 || undefined;
	}
	if (Array.isArray(types)) {
		return types.filter((type) => ["linear_attention", "conv", "mamba"].includes(type)).length || undefined;
	}
	return all !== undefined && fullAttentionInterval
		? all - Math.floor(all / fullAttentionInterval)
		: undefined;
}
