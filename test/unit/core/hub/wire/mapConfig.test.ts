import assert from "node:assert/strict";
import { mapConfig } from "../../../../../src/core/hub/wire/mapConfig.ts";

describe("mapConfig", () => {
	it("reads the common keys, and what transformers derives where they are missing", () => {
		const facts = mapConfig({
			model_type: "llama",
			num_hidden_layers: 32,
			hidden_size: 4096,
			num_attention_heads: 32,
			max_position_embeddings: 4096,
		});
		assert.deepEqual(facts?.architecture, {
			name: "llama",
			layers: 32,
			hiddenSize: 4096,
			heads: 32,
			kvHeads: 32,
			headDim: 128,
		});
		assert.equal(facts?.contextLength?.value, 4096);
	});

	it("reads the older keys, and one head for all where queries share it", () => {
		const facts = mapConfig({ n_layer: 12, n_embd: 768, n_head: 12, n_positions: 1024, multi_query: true });
		assert.deepEqual(facts?.architecture, {
			layers: 12,
			hiddenSize: 768,
			heads: 12,
			kvHeads: 1,
			headDim: 64,
		});
		assert.equal(facts?.contextLength?.value, 1024);
	});

	it("looks into the text part of a multimodal model", () => {
		const inner = { model_type: "gemma3_text", num_hidden_layers: 34, sliding_window: 1024 };
		const facts = mapConfig({
			model_type: "gemma3",
			text_config: { ...inner, layer_types: [...Array(5).fill("sliding_attention"), "full_attention"] },
		});
		assert.deepEqual(facts?.architecture, {
			name: "gemma3",
			layers: 34,
			slidingWindow: 1024,
			fullAttentionInterval: 6,
		});
	});

	it("reads experts by any of their names, and the latent cache", () => {
		for (const key of ["num_experts", "n_routed_experts", "num_local_experts"]) {
			assert.equal(mapConfig({ [key]: 64, num_experts_per_tok: 6 })?.architecture.experts, 64);
		}
		const facts = mapConfig({ kv_lora_rank: 512, qk_rope_head_dim: 64 });
		assert.equal(facts?.architecture.mlaCacheSize, 576);
	});

	it("counts layers exactly: Gemma 3 1B keeps 4 of 26 at full length, LFM2 has attention in 6 of 16", () => {
		const sliding = (length: number, every: number) =>
			Array.from({ length }, (_, at) => ((at + 1) % every === 0 ? "full_attention" : "sliding_attention"));
		const gemma = mapConfig({
			num_hidden_layers: 26,
			num_key_value_heads: 1,
			head_dim: 256,
			sliding_window: 512,
			layer_types: sliding(26, 6),
		});
		assert.equal(gemma?.architecture.fullAttentionInterval, 6);
		const convolutions = [2, 5, 8, 10, 12, 14];
		const lfm2 = mapConfig({
			num_hidden_layers: 16,
			layer_types: Array.from({ length: 16 }, (_, at) =>
				convolutions.includes(at) ? "full_attention" : "conv",
			),
		});
		assert.equal(lfm2?.architecture.attentionLayers, 6);
		assert.equal(lfm2?.architecture.fullAttentionInterval, undefined);
		const nemotron = mapConfig({ num_hidden_layers: 8, hybrid_override_pattern: "M-M*-MM*" });
		assert.equal(nemotron?.architecture.attentionLayers, 2);
	});

	it("reads the state of layers without attention: Qwen3-Next", () => {
		const facts = mapConfig({
			num_hidden_layers: 48,
			full_attention_interval: 4,
			linear_num_value_heads: 32,
			linear_value_head_dim: 128,
			linear_key_head_dim: 128,
			linear_num_key_heads: 16,
			linear_conv_kernel_dim: 4,
		});
		assert.deepEqual(facts?.architecture.recurrent, {
			layers: 36,
			innerSize: 4096,
			stateSize: 128,
			groups: 16,
			convolution: 4,
		});
	});

	it("reads caches that differ by layer, and layers that keep none: Gemma 4 E4B", () => {
		const facts = mapConfig({
			model_type: "gemma4",
			text_config: {
				num_hidden_layers: 42,
				num_key_value_heads: 2,
				head_dim: 256,
				global_head_dim: 512,
				num_kv_shared_layers: 18,
				sliding_window: 512,
				layer_types: Array.from({ length: 42 }, (_, at) =>
					(at + 1) % 6 === 0 ? "full_attention" : "sliding_attention",
				),
			},
		});
		assert.deepEqual(facts?.architecture.kvGroups, [
			{ layers: 4, kvHeads: 2, headDim: 512 },
			{ layers: 20, kvHeads: 2, headDim: 256, slidingWindow: 512 },
		]);
	});

	it("tells nothing of what tells nothing", () => {
		for (const json of [null, [], "x", {}, { num_hidden_layers: "many" }, { use_cache: true }]) {
			assert.equal(mapConfig(json), undefined);
		}
		assert.deepEqual(
			mapConfig({ model_type: "x", sliding_window: 9, use_sliding_window: false })?.architecture,
			{
				name: "x",
			},
		);
	});
});
