import assert from "node:assert/strict";
import { estimateKvCache } from "../../../../src/core/fit/kvCache.ts";
import { countRecurrentBytes } from "../../../../src/core/fit/recurrentState.ts";
import type { Architecture } from "../../../../src/core/model/model.ts";
import { makeModel } from "./samples.ts";

const mib = 1024 ** 2;
const qwen3Next: Architecture = {
	layers: 48,
	kvHeads: 2,
	headDim: 256,
	fullAttentionInterval: 4,
	recurrent: { layers: 36, innerSize: 4096, stateSize: 128, groups: 16, convolution: 4 },
};

describe("the state of layers without attention", () => {
	it("Qwen3-Next keeps 75.375 MiB for each sequence, at any context", () => {
		assert.equal(countRecurrentBytes(qwen3Next), 75.375 * mib);
		assert.equal(countRecurrentBytes(qwen3Next, 4), 301.5 * mib);
		for (const context of [256, 65_536]) {
			const { value } = estimateKvCache(makeModel("x/y", { architecture: qwen3Next }), context, 80e9);
			assert.equal(value, 24 * 1024 * context + 75.375 * mib);
		}
	});

	it("LFM2 keeps the last two inputs of its short convolutions", () => {
		const recurrent = { layers: 10, innerSize: 2048, stateSize: 0, groups: 0, convolution: 3 };
		assert.equal(countRecurrentBytes({ recurrent }), 10 * 2048 * 2 * 4);
	});

	it("is nothing where there are no such layers, or their sizes are not told", () => {
		assert.equal(countRecurrentBytes({ layers: 32, fullAttentionInterval: 4 }), 0);
	});
});
