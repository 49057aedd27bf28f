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
