import assert from "node:assert/strict";
import fc from "fast-check";
import type { Configuration } from "../../../../../src/core/fit/configuration/configuration.ts";
import { readDecodeCase } from "../../../../../src/core/fit/configuration/readDecodeCase.ts";
import { measureDecodeLoad } from "../../../../../src/core/fit/speed/decodeLoad.ts";
import { type DecodeEstimate, estimateDecode } from "../../../../../src/core/fit/speed/decodeModel.ts";
import { readDecodeModel } from "../../../../../src/core/fit/speed/readDecodeModel.ts";

const llama3: Configuration = {
	architecture: {
		layers: 32,
		hiddenSize: 4096,
		heads: 32,
		kvHeads: 8,
		headDim: 128,
		vocabSize: 128_256,
		hasTiedEmbeddings: false,
	},
	parameters: 8_030_261_248,
	fileBytes: 4_920_000_000,
	quantization: "Q4_K_M",
	runtime: "llama-bench",
};

function estimate(configuration: Configuration): DecodeEstimate {
	const decode = readDecodeCase(configuration);
	assert.ok(decode);
	return estimateDecode(decode, readDecodeModel());
}

describe("what decoding a token takes", () => {
	it("a dense model: its file but the gathered embedding, and the cache up to the depth", () => {
		const load = readDecodeCase({ ...llama3, accelerator: "GeForce RTX 4090", depthTokens: 1000 })?.load;
		assert.equal(load?.weightBytes, 4_920_000_000 - (128_256 * 4096 * 4.5) / 8);
		assert.equal(load?.kvBytes, 128 * 1024 * 1000);
		assert.equal(load?.activeParameters, 8_030_261_248 - 128_256 * 4096);
	});

	it("a mixture of experts: the chosen experts in their block width, the rest as wide as the file's size says", () => {
		const experts = 24 * 32 * 3 * 2880 * 2880;
		const parameters = 20.9e9;
		const others = parameters - experts;
		const weightsBytes = (experts * 4.25 + others * 8.5) / 8;
		const load = measureDecodeLoad(
			{
				architecture: {
					layers: 24,
					hiddenSize: 2880,
					heads: 64,
					kvHeads: 8,
					headDim: 64,
					vocabSize: 201_088,
					experts: 32,
					expertsPerToken: 4,
					expertFeedForwardSize: 2880,
				},
				parameters,
				weightsBytes,
				quantization: "MXFP4",
			},
			0,
		);
		const read = (experts / 8) * 4.25 + (others - 201_088 * 2880) * 8.5;
		assert.ok(Math.abs((load?.weightBytes ?? 0) / (read / 8) - 1) < 1e-9);
		assert.equal(load?.isMixture, true);
	});

	it("windows are read up to their length, MLA its latent", () => {
		const shape = { layers: 60, hiddenSize: 5120, heads: 32, kvHeads: 16, headDim: 128 };
		const model = { parameters: 27e9, weightsBytes: 16e9 };
		const windows = { ...shape, slidingWindow: 1024, fullAttentionInterval: 6 };
		const sliding = measureDecodeLoad({ ...model, architecture: windows }, 32_768);
		assert.equal(sliding?.kvBytes, 16 * 128 * 4 * (10 * 32_768 + 50 * 1024));
		const latent = measureDecodeLoad({ ...model, architecture: { ...shape, mlaCacheSize: 576 } }, 1000);
		assert.equal(latent?.kvBytes, 60 * 576 * 2 * 1000);
	});

	it("is not known without an architecture or parameters", () => {
		assert.equal(measureDecodeLoad({ architecture: {}, parameters: 8e9, weightsBytes: 5e9 }, 0), undefined);
		const tooSmall = { ...llama3, accelerator: "GeForce RTX 4090", parameters: 1000, fileBytes: 600 };
		assert.equal(readDecodeCase(tooSmall), undefined, "smaller than its own embedding");
		const { parameters: _none, ...uncounted } = llama3;
		const counted = readDecodeCase({ ...uncounted, accelerator: "GeForce RTX 4090" })?.load;
		assert.ok(counted && Math.abs(counted.activeParameters / 7.5e9 - 1) < 0.05, "counted back from the file");
		const { quantization: _unknown, ...unnamed } = uncounted;
		assert.equal(readDecodeCase({ ...unnamed, accelerator: "GeForce RTX 4090" }), undefined);
	});
});

describe("an estimate of decode speed", () => {
	it("stays below what the bandwidth allows, and within reason of it, on every vendor's accelerators", () => {
		const cases: readonly [accelerator: string, backend: string, bandwidthGBs: number][] = [
			["GeForce RTX 4090", "cuda", 1008],
			["Radeon RX 7900 XTX", "rocm", 960],
			["Radeon AI PRO R9700", "vulkan", 644.6],
			["Apple M4 Max (40-core GPU)", "metal", 546],
			["Arc B580", "vulkan", 456],
		];
		for (const [accelerator, backend, bandwidthGBs] of cases) {
			const { tokensPerSecond } = estimate({ ...llama3, accelerator, backend });
			const roof = (bandwidthGBs * 1e9) / (4_920_000_000 - (128_256 * 4096 * 4.5) / 8);
			assert.ok(
				tokensPerSecond < roof && tokensPerSecond > roof * 0.35,
				`${accelerator}: ${tokensPerSecond}`,
			);
		}
	});

	it("has a range around it, wider where the accelerator was not measured", () => {
		const width = (accelerator: string): number => {
			const { tokensPerSecond, low, high } = estimate({ ...llama3, accelerator, backend: "cuda" });
			assert.ok(low < tokensPerSecond && tokensPerSecond < high);
			return high / low;
		};
		assert.ok(width("GeForce RTX 4070 Ti SUPER") > width("GeForce RTX 4090"));
	});

	it("has the widest range with a backend that was measured on one accelerator, or on none", () => {
		for (const backend of ["vllm", "exllamav2"]) {
			const { tokensPerSecond, low, high } = estimate({
				...llama3,
				accelerator: "GeForce RTX 3090",
				backend,
			});
			assert.ok(low < tokensPerSecond / 2 && high > tokensPerSecond * 1.3, backend);
		}
	});

	it("is never beyond what the memory can be read with, nor is its range", () => {
		const accelerators = [
			"Apple M1",
			"Apple M6",
			"Radeon RX 9070 XT",
			"GeForce RTX 4090",
			"GeForce GTX 1650",
		];
		for (const accelerator of accelerators) {
			for (const backend of ["cuda", "rocm", "vulkan", "metal", "mlx", "vllm"]) {
				for (const [quantization, bits] of [
					["BF16", 16],
					["Q8_0", 8.5],
					["Q4_0", 4.55],
				] as const) {
					const decode = readDecodeCase({
						...llama3,
						accelerator,
						backend,
						quantization,
						fileBytes: 1e9 * bits,
						depthTokens: 4096,
					});
					if (decode) {
						const { load } = decode;
						const leastSeconds = (load.weightBytes + load.kvBytes) / (decode.accelerator.bandwidthGBs * 1e9);
						const { tokensPerSecond, high } = estimateDecode(decode, readDecodeModel());
						const most = (1 / leastSeconds) * (1 + 1e-9);
						assert.ok(tokensPerSecond <= most && high <= most, `${accelerator} ${backend} ${quantization}`);
					}
				}
			}
		}
	});

	it("more context, more bytes, fewer of them a second: never faster", () => {
		const accelerators = fc.constantFrom(
			"GeForce RTX 4090",
			"Radeon RX 7900 XTX",
			"Apple M4 Pro",
			"Instinct MI300X",
		);
		fc.assert(
			fc.property(
				accelerators,
				fc.integer({ min: 0, max: 200_000 }),
				fc.integer({ min: 0, max: 200_000 }),
				fc.integer({ min: 1e9, max: 1e11 }),
				fc.integer({ min: 1e9, max: 1e11 }),
				(accelerator, a, b, c, d) => {
					const run = (depthTokens: number, fileBytes: number) =>
						estimate({ ...llama3, accelerator, depthTokens, fileBytes }).tokensPerSecond;
					const [bytes, moreBytes] = [Math.min(c, d), Math.max(c, d)];
					assert.ok(run(Math.max(a, b), moreBytes) <= run(Math.min(a, b), bytes) * (1 + 1e-9));
				},
			),
		);
	});

	it("has its constants from measurements, with their source, date and errors", async () => {
		const { default: stored } = await import("../../../../../src/core/fit/speed/decodeModel.json");
		assert.match(stored.asOf, /^\d{4}-\d\d-\d\d$/);
		assert.ok(stored.source.length > 0 && stored.split.length > 0);
		assert.ok(stored.heldBack.median <= 0.12 && stored.heldBack.p90 <= 0.4);
		assert.ok(stored.heldBack.insideTheRange >= 0.8);
	});
});
