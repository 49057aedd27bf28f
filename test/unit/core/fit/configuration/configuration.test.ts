import assert from "node:assert/strict";
import { estimateConfiguration } from "../../../../../src/core/fit/configuration/estimateConfiguration.ts";
import { estimateMemory } from "../../../../../src/core/fit/configuration/estimateMemory.ts";
import {
	parseArchitectures,
	parseConfiguration,
} from "../../../../../src/core/fit/configuration/parseConfigurations.ts";
import { readQuantizationBits } from "../../../../../src/core/fit/configuration/quantizationBits.ts";

const mib = 1024 ** 2;
const llama3 = {
	layers: 32,
	hiddenSize: 4096,
	heads: 32,
	kvHeads: 8,
	headDim: 128,
	vocabSize: 128_256,
	tiedEmbeddings: false,
	parameters: 8_030_261_248,
};
const architectures = parseArchitectures({ "llama-3-8b": llama3, odd: { layers: "many" } });

function parse(row: unknown) {
	const configuration = parseConfiguration(row, architectures);
	assert.ok(configuration);
	return configuration;
}

describe("a configuration as people who measure state it", () => {
	const row = {
		architecture: "llama-3-8b",
		quantization: "Q4_K_M",
		fileBytes: 4_920_000_000,
		context: 8192,
		kvTypeK: "q8_0",
		kvTypeV: "q8_0",
		sequences: 1,
		microBatch: 512,
		flashAttention: true,
		backend: "CPU",
		runtime: "llama.cpp",
		totalKind: "sum of logged buffers",
	};

	it("adds file, cache and compute buffer to the byte", () => {
		const { weightsBytes, kvBytes, totalBytes } = estimateMemory(parse(row));
		assert.equal(weightsBytes, 4_920_000_000);
		assert.equal(kvBytes, (128 * 1024 * 8192 * 34) / 64);
		assert.equal(totalBytes, 4_920_000_000 + (kvBytes ?? 0) + (128_256 + 4096) * 512 * 4);
	});

	it("on a device: the input embedding stays on the host, the runtime's context comes on top", () => {
		const onDevice = parse({
			...row,
			backend: "CUDA0",
			totalKind: "nvidia-smi",
			kvTypeK: "f16",
			kvTypeV: "f16",
		});
		const buffers = 4_920_000_000 + 1024 * mib + (128_256 + 4096) * 512 * 4;
		assert.equal(estimateMemory(onDevice).totalBytes, buffers + 500 * mib - (128_256 * 4096 * 4.5) / 8);
	});

	it("without a file: parameters times the width of the label; without an architecture: no cache and no total", () => {
		const { fileBytes: _none, ...unread } = row;
		assert.equal(
			estimateMemory(parse({ ...unread, fileBytes: null })).weightsBytes,
			Math.round((llama3.parameters * 4.89) / 8),
		);
		const unknown = estimateMemory(parse({ ...row, architecture: "never-heard-of" }));
		assert.deepEqual(unknown, { weightsBytes: 4_920_000_000 });
		assert.deepEqual(estimateMemory(parse({ ...row, architecture: "odd" })), { weightsBytes: 4_920_000_000 });
	});

	it("vLLM keeps sliding layers at full length", () => {
		const sliding = { ...llama3, slidingWindow: 1024, slidingWindowPattern: 4 };
		const count = (runtime: string) =>
			estimateMemory(parse({ ...row, architecture: sliding, runtime })).kvBytes ?? 0;
		assert.ok(count("vllm") > count("llama.cpp") * 2);
	});

	it("widths of labels", () => {
		const labels: readonly [label: string, bits: number | undefined][] = [
			["Q4_K_M", 4.89],
			["Q4_K - Medium", 4.89],
			["IQ4_K - 4.5 bpw", 4.5],
			["mlx-4bit", 4.5],
			["AWQ4", 4.25],
			["FP8", 8],
			["BF16", 16],
			["?", undefined],
		];
		for (const [label, bits] of labels) {
			assert.equal(readQuantizationBits(label), bits, label);
		}
	});

	it("says nothing of an accelerator that nobody knows, nor of a malformed row", () => {
		const speed = { ...row, accelerator: "Quantum 9000", backend: "cuda", contextDepth: 0 };
		const estimate = estimateConfiguration(parse(speed));
		assert.deepEqual([estimate.decodeTps, estimate.low, estimate.high], [null, null, null]);
		assert.equal(parseConfiguration({ ...row, fileBytes: "big" }, architectures), undefined);
		assert.equal(parseConfiguration("row", architectures), undefined);
	});

	it("a processor: what is read over its share of the bandwidth", () => {
		const speed = { ...row, accelerator: "CPU DDR5-6000 dual channel", backend: "cpu", contextDepth: 0 };
		const { decodeTps, low, high } = estimateConfiguration(parse(speed));
		assert.ok(decodeTps !== null && decodeTps > 10 && decodeTps < 13, `${decodeTps}`);
		assert.ok((low ?? 0) < decodeTps && decodeTps < (high ?? 0));
	});
});
