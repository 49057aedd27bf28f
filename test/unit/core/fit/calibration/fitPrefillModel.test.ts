import assert from "node:assert/strict";
import {
	fitPrefillModel,
	keepReadPrompts,
	type PrefillSample,
} from "../../../../../src/core/fit/calibration/fitPrefillModel.ts";
import { findAccelerator } from "../../../../../src/core/fit/speed/accelerator.ts";
import { estimatePrefill } from "../../../../../src/core/fit/speed/prefill.ts";

/** A prompt read by a dense 8B, at a share of the accelerator's rate. */
function read(name: string, share: number, isMixture = false): PrefillSample {
	const accelerator = findAccelerator(name);
	assert.ok(accelerator);
	const weightOps = 16e9;
	return {
		decode: {
			load: {
				weightBytes: 5e9,
				kvBytes: 0,
				layers: 32,
				weightOps,
				attentionOps: 0,
				isMixture,
				activeParameters: 8e9,
				expertBytes: 0,
				expertReadBytes: 0,
			},
			accelerator,
			backend: "cuda",
			runtime: "llama-bench",
			quantization: "Q4_K_M",
			depthTokens: 0,
			isHybrid: false,
			isLatent: false,
			hasWindows: false,
		},
		tokensPerSecond: (accelerator.tflops * 1e12 * share) / weightOps,
	};
}

describe("the fit of how fast prompts are read", () => {
	const samples = [
		read("GeForce RTX 4090", 1.5),
		read("GeForce RTX 4090", 1.5),
		read("GeForce RTX 4080", 1.2),
		read("GeForce RTX 4060 Ti", 1.4),
		read("GeForce RTX 4090", 0.6, true),
		read("GeForce RTX 3090", 1.8),
	];

	it("takes the median of a family's accelerators, each counted once", () => {
		const { shares } = fitPrefillModel(samples.filter(({ decode }) => !decode.load.isMixture));
		assert.equal(shares["Ada:cuda"]?.toFixed(3), "1.400");
		assert.equal(shares["Ampere:cuda"]?.toFixed(3), "1.800");
	});

	it("says nothing of a family that nothing was measured of", () => {
		const model = fitPrefillModel(samples);
		assert.equal(estimatePrefill(read("Tesla T4", 1).decode, model), undefined);
		assert.ok(estimatePrefill(read("L4", 1).decode, model));
	});

	it("leaves out prompts that were found in the cache", () => {
		assert.equal(keepReadPrompts([...samples, read("GeForce RTX 4090", 40)]).length, samples.length);
	});
});
