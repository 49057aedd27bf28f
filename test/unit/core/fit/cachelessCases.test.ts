import assert from "node:assert/strict";
import type { Model } from "../../../../src/core/model/model.ts";
import { countParameters, gb, judgeBest, makeModel, makeTarget } from "./samples.ts";

/** Each is a bug that another tool has shipped. */
describe("cases that must come out right: who keeps a cache, and who does not", () => {
	it("a reranker or an embedding model: no LLM KV formula", () => {
		for (const task of ["text-ranking", "feature-extraction", "sentence-similarity"]) {
			const model = makeModel("Qwen/Qwen3-Embedding-8B", {
				task,
				storedBits: 16,
				parameters: countParameters(7.57e9),
				contextLength: { value: 32_768, basis: "read", from: "config" },
				architecture: { layers: 36, kvHeads: 8, headDim: 128 },
			});
			const verdict = judgeBest(model, makeTarget("nvidia", [24]), 32_768);
			assert.equal(verdict.parts.kvCache, undefined);
			assert.deepEqual(verdict.reasons, ["weightsOnly"]);
			assert.equal(verdict.answer, "fits");
		}
	});

	it("an encoder, a diffusion or an audio model: weights only, and said so", () => {
		for (const task of [
			"fill-mask",
			"text-classification",
			"token-classification",
			"text-to-image",
			"text-to-video",
			"image-to-image",
			"text-to-speech",
			"text-to-audio",
			"audio-classification",
			"automatic-speech-recognition",
			"image-feature-extraction",
			"object-detection",
		]) {
			const model = makeModel("someone/Model", {
				task,
				storedBits: 16,
				parameters: countParameters(2e9),
				architecture: { layers: 24, hiddenSize: 2048, heads: 16 },
			});
			const verdict = judgeBest(model, makeTarget("nvidia", [24]), 32_768);
			assert.equal(verdict.parts.kvCache, undefined, task);
			assert.deepEqual(verdict.reasons, ["weightsOnly"], task);
			assert.equal(verdict.answer, "fits", task);
		}
	});

	it("an embedding model or a reranker as GGUF, whose repository states no task: no LLM KV formula either", () => {
		const gguf = (repoId: string, name: string) =>
			makeModel(repoId, {
				formats: ["gguf"],
				parameters: countParameters(0.57e9),
				contextLength: { value: 8192, basis: "read", from: "ggufHeader" },
				architecture: { name, layers: 24, heads: 16, kvHeads: 16, headDim: 64, hiddenSize: 1024 },
				artifacts: [{ format: "gguf", files: ["a.gguf"], sizeBytes: 1.16e9, quantization: "F16" }],
			});
		const { task: _, ...bge } = gguf("someone/bge-m3-GGUF", "bert");
		const { task: __, ...qwen } = gguf("Qwen/Qwen3-Reranker-0.6B-GGUF", "qwen3");
		const { task: ___, ...chat } = gguf("Qwen/Qwen3-0.6B-GGUF", "qwen3");
		const measure = (model: Model) => judgeBest(model, makeTarget("nvidia", [24]), 8192);
		assert.equal(measure(bge).parts.kvCache, undefined);
		assert.ok((measure(bge).required?.value ?? Number.NaN) < 1.9 * gb, "one tool says 9.9 GB for 1.7");
		assert.equal(measure(qwen).parts.kvCache, undefined);
		assert.ok(measure(chat).parts.kvCache);
	});

	it("a translator or a recognizer of speech that is a decoder keeps a cache, an encoder-decoder one that is bounded", () => {
		const hear = (task: string, architecture: NonNullable<Model["architecture"]>) =>
			judgeBest(
				makeModel("x/y", { task, storedBits: 16, parameters: countParameters(7e9), architecture }),
				makeTarget("nvidia", [24]),
				8192,
			);
		const decoder = { name: "hunyuan", layers: 32, heads: 32, kvHeads: 8, headDim: 128 };
		assert.equal(hear("translation", decoder).parts.kvCache?.value, 128 * 1024 * 8192);
		assert.equal(
			hear("translation", { name: "marian", layers: 6, heads: 8, hiddenSize: 512 }).parts.kvCache,
			undefined,
		);
	});
});
