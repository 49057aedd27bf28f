import type { Architecture, KvGroup } from "../../model/model.ts";
import { cleanText } from "./cleanText.ts";
import type { ConfigFacts } from "./mapConfig.ts";

type Metadata = Readonly<Record<string, unknown>>;

const mostLayers = 10_000;

/**
 * Reads the shape of a transformer from the metadata of a GGUF file, whose keys begin with the architecture's name
 * (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, 2026-08). Heads that differ by layer, and windows by layer,
 * are told one by one there. `undefined` when nothing is told.
 */
export function mapGgufHeader(metadata: Metadata, tensorNames: readonly string[]): ConfigFacts | undefined {
	const raw = metadata["general.architecture"];
	const name = typeof raw === "string" ? cleanText(raw, 64) : "";
	if (name === "") {
		return undefined;
	}
	const read = (key: string): number | undefined => toCount(metadata[`${name}.${key}`]);
	const blocks = read("block_count");
	const layers = blocks === undefined ? undefined : blocks - (read("nextn_predict_layers") ?? 0);
	const heads = read("attention.head_count") ?? toLargest(metadata[`${name}.attention.head_count`]);
	const hiddenSize = read("embedding_length");
	const headDim =
		read("attention.key_length") ?? (hiddenSize && heads ? Math.floor(hiddenSize / heads) : undefined);
	const valueHeadDim = read("attention.value_length");
	const latent = read("attention.kv_lora_rank");
	const kvHeads = read("attention.head_count_kv");
	const vocabulary = metadata["tokenizer.ggml.tokens"];
	const shape = {
		layers,
		hiddenSize,
		heads,
		kvHeads: kvHeads ?? (Array.isArray(metadata[`${name}.attention.head_count_kv`]) ? undefined : heads),
		headDim,
		valueHeadDim: latent === undefined && valueHeadDim !== headDim ? valueHeadDim : undefined,
		vocabSize: Array.isArray(vocabulary) && vocabulary.length > 0 ? vocabulary.length : undefined,
		hasTiedEmbeddings: tensorNames.length > 0 ? !tensorNames.includes("output.weight") : undefined,
		feedForwardSize: read("feed_forward_length") ?? toLargest(metadata[`${name}.feed_forward_length`]),
		expertFeedForwardSize: read("expert_feed_forward_length"),
		experts: read("expert_count"),
		expertsPerToken: read("expert_used_count"),
		slidingWindow: read("attention.sliding_window"),
		fullAttentionInterval: read("full_attention_interval"),
		sharedKvLayers: read("attention.shared_kv_layers"),
		mlaCacheSize: latent === undefined ? undefined : latent + (read("rope.dimension_count") ?? 0),
		kvGroups:
			layers === undefined || latent !== undefined ? undefined : readGroups(metadata, name, layers, headDim),
	};
	const known = Object.entries(shape).filter(([, value]) => value !== undefined);
	const architecture: Architecture = { name, ...Object.fromEntries(known) };
	const context = read("context_length");
	return {
		architecture,
		...(context === undefined
			? {}
			: { contextLength: { value: context, basis: "read", from: "ggufHeader" } }),
	};
}

/** Layers by shape, where heads or windows are told layer by layer. Layers that read the cache of others keep none. */
function readGroups(
	metadata: Metadata,
	name: string,
	layers: number,
	headDim: number | undefined,
): readonly KvGroup[] | undefined {
	const heads = metadata[`${name}.attention.head_count_kv`];
	const pattern = metadata[`${name}.attention.sliding_window_pattern`];
	const window = toCount(metadata[`${name}.attention.sliding_window`]);
	const slides = Array.isArray(pattern) && window !== undefined;
	if (headDim === undefined || layers > mostLayers || !(Array.isArray(heads) || slides)) {
		return undefined;
	}
	const own = layers - (toCount(metadata[`${name}.attention.shared_kv_layers`]) ?? 0);
	const slidingDim = toCount(metadata[`${name}.attention.key_length_swa`]) ?? headDim;
	const groups = new Map<string, KvGroup>();
	for (let layer = 0; layer < own; layer++) {
		const kvHeads = toCount(Array.isArray(heads) ? heads[layer] : heads) ?? 0;
		const isSliding = slides && pattern[layer] === true;
		if (kvHeads > 0) {
			const shape = { kvHeads, headDim: isSliding ? slidingDim : headDim };
			const key = `${kvHeads} ${isSliding}`;
			groups.set(key, {
				...shape,
				layers: (groups.get(key)?.layers ?? 0) + 1,
				...(isSliding && { slidingWindow: window }),
			});
		}
	}
	return groups.size === 0 ? undefined : [...groups.values()];
}

/** A positive whole number; numbers of 64 bits come as bigints. */
function toCount(value: unknown): number | undefined {
	const number = typeof value === "bigint" ? Number(value) : value;
	return typeof number === "number" && Number.isSafeInteger(number) && number > 0 && number <= 1e9
		? number
		: undefined;
}

function toLargest(value: unknown): number | undefined {
	const counts = Array.isArray(value)
		? value.slice(0, mostLayers).flatMap((each) => toCount(each) ?? [])
		: [];
	return counts.length === 0 ? undefined : Math.max(...counts);
}
