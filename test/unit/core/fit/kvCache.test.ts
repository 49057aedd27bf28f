import assert from "node:assert/strict";
import { estimateKvCache } from "../../../../src/core/fit/kvCache.ts";
import type { Architecture } from "../../../../src/core/model/model.ts";
import { makeModel } from "./samples.ts";

const kib = 1024;

function readKv(architecture: Architecture, contextTokens: number) {
	return estimateKvCache(makeModel("x/y", { architecture }), contextTokens, 8e9);
}

describe("the KV cache", () => {
	it("grouped queries: Llama 3 8B takes 128 KiB a token", () => {
		const figure = readKv({ name: "llama", layers: 32, heads: 32, kvHeads: 8, headDim: 128 }, 8192);
		assert.deepEqual(figure, { value: 128 * kib * 8192, basis: "computed", from: "architecture" });
	});

	it("without a head size: hidden size over heads", () => {
		const figure = readKv({ layers: 32, hiddenSize: 4096, heads: 32, kvHeads: 8 }, 8192);
		assert.equal(figure.value, 128 * kib * 8192);
	});

	it("latent attention: DeepSeek V3 takes 68.6 KiB a token", () => {
		const figure = readKv({ layers: 61, heads: 128, kvHeads: 128, headDim: 192, mlaCacheSize: 576 }, 8192);
		assert.equal(figure.value, 61 * 576 * 2 * 8192);
	});

	it("sliding windows: Gemma 3 27B keeps 10 of 62 layers at full length", () => {
		const gemma: Architecture = {
			name: "gemma3_text",
			layers: 62,
			heads: 32,
			kvHeads: 16,
			headDim: 128,
			slidingWindow: 1024,
		};
		const perLayer = 16 * 128 * 4;
		assert.equal(readKv(gemma, 32_768).value, perLayer * (10 * 32_768 + 52 * 1536));
		assert.equal(readKv(gemma, 512).value, perLayer * 62 * 512, "a short context is within the window");
	});

	it("a window without a known pattern is not counted on: Mistral 7B v0.1", () => {
		const figure = readKv(
			{ name: "mistral", layers: 32, kvHeads: 8, headDim: 128, slidingWindow: 4096 },
			32_768,
		);
		assert.equal(figure.value, 128 * kib * 32_768);
	});

	it("layers without attention: Qwen3-Next takes 24 KiB a token", () => {
		const figure = readKv(
			{ name: "qwen3_next", layers: 48, kvHeads: 2, headDim: 256, fullAttentionInterval: 4 },
			8192,
		);
		assert.equal(figure.value, 24 * kib * 8192);
	});

	it("whole cells of 256 tokens", () => {
		assert.equal(readKv({ layers: 1, kvHeads: 1, headDim: 1 }, 257).value, 512 * 4);
	});

	it("an unknown shape is estimated with a range, and says so", () => {
		const figure = readKv({ name: "mystery" }, 8192);
		assert.equal(figure.basis, "estimated");
		assert.equal(figure.from, "typicalArchitecture");
		assert.ok((figure.low ?? 0) < figure.value && figure.value < (figure.high ?? 0));
		assert.equal(
			readKv({ layers: 32, heads: 32, headDim: 128 }, 8192).basis,
			"estimated",
			"kv heads not told",
		);
	});
});
