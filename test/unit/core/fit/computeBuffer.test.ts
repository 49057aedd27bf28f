import assert from "node:assert/strict";
import fc from "fast-check";
import { countComputeBytes, countPromptPoolBytes } from "../../../../src/core/fit/computeBuffer.ts";

const mib = 1024 ** 2;
const llama2 = { hiddenSize: 4096, vocabSize: 32_000, heads: 32, headDim: 128, feedForwardSize: 11_008 };

describe("the compute buffer", () => {
	it("is the logits' where attention takes less: 70.5 MiB for Llama 2 7B, as llama.cpp logs it", () => {
		const setup = { contextTokens: 4096, microBatchTokens: 512, hasFlashAttention: true };
		assert.equal(countComputeBytes(llama2, setup), 70.5 * mib);
	});

	it("keeps the scores of every head without flash attention", () => {
		const setup = { contextTokens: 131_072, microBatchTokens: 512, hasFlashAttention: false };
		assert.equal(countComputeBytes(llama2, setup), (33 * 131_072 * 4 + 4 * 4096 * 4) * 512);
	});

	it("never takes less for more context or a larger batch", () => {
		const tokens = fc.integer({ min: 1, max: 300_000 });
		fc.assert(
			fc.property(
				tokens,
				tokens,
				fc.integer({ min: 1, max: 4096 }),
				fc.boolean(),
				(a, b, batch, hasFlashAttention) => {
					const count = (contextTokens: number, microBatchTokens: number) =>
						countComputeBytes(llama2, { contextTokens, microBatchTokens, hasFlashAttention });
					assert.ok(count(Math.min(a, b), batch) <= count(Math.max(a, b), batch + 1));
				},
			),
		);
	});

	it("ROCm copies the largest matrices for a prompt", () => {
		assert.equal(countPromptPoolBytes(llama2), (4096 * 11_008 + 4096 * 4096) * 2 + 100 * mib);
	});
});
