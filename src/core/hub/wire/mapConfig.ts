import type { Figure } from "../../model/figure.ts";
import type { Architecture } from "../../model/model.ts";
import { cleanText } from "./cleanText.ts";
import { type Config, readCount, readLayerKinds, readRecurrent } from "./layerKinds.ts";
import { isRecord } from "./wireRow.ts";

/** What a `config.json` tells. */
export interface ConfigFacts {
	readonly architecture: Architecture;
	/** Tokens. */
	readonly contextLength?: Figure;
}

/** Where multimodal configurations keep the language model's. */
const innerKeys = ["text_config", "llm_config", "language_config", "text_model_config", "thinker_config"];

/**
 * Reads the shape of a transformer from its `config.json`, whose keys have several names
 * (https://huggingface.co/docs/transformers/main_classes/configuration, 2026-08). Where `num_key_value_heads` is missing,
 * every head has its own, and `head_dim` is hidden size ÷ heads, as transformers has it. `undefined` when nothing is told.
 */
export function mapConfig(json: unknown): ConfigFacts | undefined {
	if (!isRecord(json)) {
		return undefined;
	}
	const config = findTextConfig(json, 0);
	const name = readName(json) ?? readName(config);
	const architecture: Architecture = { ...(name === undefined ? {} : { name }), ...readShape(config) };
	const context = readCount(config, [
		"max_position_embeddings",
		"n_positions",
		"max_seq_len",
		"max_sequence_length",
		"seq_length",
		"n_ctx",
	]);
	if (Object.keys(architecture).length === 0 && context === undefined) {
		return undefined;
	}
	return {
		architecture,
		...(context === undefined ? {} : { contextLength: { value: context, basis: "read", from: "config" } }),
	};
}

function findTextConfig(config: Config, depth: number): Config {
	const inner = innerKeys.map((key) => config[key]).find(isRecord);
	return inner === undefined || depth > 2 ? config : findTextConfig(inner, depth + 1);
}

function readName(config: Config): string | undefined {
	const name = config["model_type"];
	const clean = typeof name === "string" ? cleanText(name, 64) : "";
	return clean === "" ? undefined : clean;
}

function readShape(config: Config): Architecture {
	const hiddenSize = readCount(config, ["hidden_size", "n_embd", "d_model", "dim"]);
	const heads = readCount(config, ["num_attention_heads", "n_head", "num_heads", "n_heads"]);
	const isMultiQuery = config["multi_query"] === true;
	const kvHeads =
		readCount(config, ["num_key_value_heads", "num_kv_heads", "multi_query_group_num", "n_kv_heads"]) ??
		(isMultiQuery ? 1 : heads);
	const headDim = readCount(config, ["head_dim", "kv_channels", "d_kv"]) ?? divide(hiddenSize, heads);
	const latent = readCount(config, ["kv_lora_rank"]);
	const slidingWindow =
		config["use_sliding_window"] === false
			? undefined
			: readCount(config, ["sliding_window", "attention_chunk_size"]);
	const kinds = readLayerKinds(config, { kvHeads, headDim, slidingWindow });
	const shape = {
		layers: readCount(config, ["num_hidden_layers", "n_layer", "num_layers", "n_layers"]),
		hiddenSize,
		heads,
		kvHeads,
		headDim,
		experts: readCount(config, ["num_experts", "n_routed_experts", "num_local_experts", "moe_num_experts"]),
		expertsPerToken: readCount(config, [
			"num_experts_per_tok",
			"num_experts_per_token",
			"experts_per_token",
			"moe_topk",
			"moe_k",
			"top_k_experts",
		]),
		valueHeadDim: latent === undefined ? readCount(config, ["v_head_dim"]) : undefined,
		vocabSize: readCount(config, ["vocab_size"]),
		hasTiedEmbeddings: readFlag(config, "tie_word_embeddings"),
		feedForwardSize: readCount(config, ["intermediate_size", "ffn_dim", "n_inner", "d_ff"]),
		expertFeedForwardSize: readCount(config, ["moe_intermediate_size", "expert_intermediate_size"]),
		slidingWindow,
		...kinds,
		recurrent: readRecurrent(config, kinds),
		mlaCacheSize: latent === undefined ? undefined : latent + (readCount(config, ["qk_rope_head_dim"]) ?? 0),
	};
	return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
}

function readFlag(config: Config, key: string): boolean | undefined {
	const value = config[key];
	return typeof value === "boolean" ? value : undefined;
}

function divide(hiddenSize: number | undefined, heads: number | undefined): number | undefined {
	return hiddenSize !== undefined && heads !== undefined && hiddenSize % heads === 0
		? hiddenSize / heads
		: undefined;
}
