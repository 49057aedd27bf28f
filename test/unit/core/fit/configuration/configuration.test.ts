import assert from "node:assert/strict";
import { estimateConfiguration } from "../../../../../src/core/fit/configuration/estimateConfiguration.ts";
import { estimateMemory } from "../../../../../src/core/fit/configuration/estimateMemory.ts";
import {
	parseArchitectures,
	parseConfiguration,
} from "../../../../../src/core/fit/configuration/parseConfigurations.ts";
import {
	readQuantizationBits,
	readQuantizationLabel,
} from "../../../../../src/core/fit/configuration/quantizationBits.ts";
import { readDevices } from "../../../../../src/core/fit/configuration/readDevices.ts";
import { nameSoftware } from "../../../../../src/core/fit/configuration/softwareNames.ts";
import facts from "../../../../../src/core/fit/speed/accelerators.json" with { type: "json" };

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

	it("the context of whose driver it is, where the backend does not tell, once a device", () => {
		const count = (more: object) =>
			estimateMemory(parse({ ...row, totalKind: "nvidia-smi", backend: null, ...more })).totalBytes ?? 0;
		const onHost = count({ backend: "cpu" });
		const embedding = (128_256 * 4096 * 4.5) / 8;
		assert.equal(count({ vendor: "NVIDIA" }), onHost + 500 * mib - embedding);
		assert.equal(count({ accelerator: "GeForce RTX 3090" }), onHost + 500 * mib - embedding);
		assert.equal(count({ accelerator: "2x RTX 3090" }), onHost + 1000 * mib - embedding);
		assert.equal(count({ accelerator: "Apple M4 Pro" }), onHost + 50 * mib - embedding);
	});

	it("an architecture by its name however it is written", () => {
		for (const architecture of ["Llama-3-8B", "meta-llama/Llama-3-8B", "llama 3 8b"]) {
			assert.equal(estimateMemory(parse({ ...row, architecture })).kvBytes, (128 * 1024 * 8192 * 34) / 64);
		}
		assert.equal(estimateMemory(parse({ ...row, architecture: "llama-3-80b" })).kvBytes, undefined);
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

	it("says nothing of an accelerator that nobody knows, nor of what is no row", () => {
		const speed = { ...row, accelerator: "Quantum 9000", backend: "cuda", contextDepth: 0 };
		const estimate = estimateConfiguration(parse(speed));
		assert.deepEqual([estimate.decodeTps, estimate.low, estimate.high], [null, null, null]);
		assert.equal(parseConfiguration(null, architectures), undefined);
		assert.equal(parseConfiguration("row", architectures), undefined);
	});

	it("a field that holds something else is as good as missing, and never takes the others with it", () => {
		const broken = parse({
			...row,
			fileBytes: -1,
			sequences: "many",
			microBatch: Number.POSITIVE_INFINITY,
			architecture: { ...llama3, slidingWindow: -1, mlaCacheSize: 0, kvGroups: "none" },
		});
		const plain = parse({ ...row, fileBytes: null, architecture: llama3 });
		assert.deepEqual(estimateMemory(broken), estimateMemory(plain));
		assert.equal(estimateMemory(parse({ ...row, fileBytes: "4920000000" })).weightsBytes, 4_920_000_000);
	});

	it("a cache of a type that nobody knows is not taken for another", () => {
		const { kvBytes, totalBytes, weightsBytes } = estimateMemory(parse({ ...row, kvTypeK: "q9_9" }));
		assert.deepEqual([kvBytes, totalBytes, weightsBytes], [undefined, undefined, 4_920_000_000]);
		assert.equal(
			estimateMemory(parse({ ...row, kvTypeK: "Q8_0" })).kvBytes,
			estimateMemory(parse(row)).kvBytes,
		);
	});

	it("labels and software in other people's spelling mean the same", () => {
		const labels: readonly [written: string, backend: string | undefined, label: string][] = [
			["q4_k_m", undefined, "Q4_K_M"],
			["Q4_K - Medium", undefined, "Q4_K_M"],
			["ud-q4_k_xl", undefined, "UD-Q4_K_XL"],
			["Q8_0.gguf", undefined, "Q8_0"],
			["4bit", "mlx", "mlx-4bit"],
			["MLX 8-bit", undefined, "mlx-8bit"],
			["GPTQ-Int4", undefined, "GPTQ4"],
			["awq", undefined, "AWQ4"],
			["fp16", undefined, "F16"],
			["bfloat16", undefined, "BF16"],
			["fp8_e4m3", undefined, "FP8"],
			["mxfp4", undefined, "MXFP4"],
			["i1-IQ3_XXS", undefined, "IQ3_XXS"],
			["mlx-mxfp4", "mlx", "MXFP4"],
			["mlx-bf16", "mlx", "BF16"],
			["IQ4_K - 4.5 bpw", undefined, "IQ4_K - 4.5 bpw"],
		];
		for (const [written, backend, label] of labels) {
			assert.equal(readQuantizationLabel(written, backend), label, written);
		}
		assert.deepEqual(nameSoftware("LM Studio", "CUDA 12", "nvidia"), {
			backend: "cuda",
			runtime: "llama-server",
		});
		assert.deepEqual(nameSoftware("llama.cpp", "HIP", "amd"), { backend: "rocm", runtime: "llama-bench" });
		assert.deepEqual(nameSoftware("vLLM 0.31", "cuda", "nvidia"), {
			backend: "vllm",
			runtime: "llama-bench",
		});
		assert.deepEqual(nameSoftware("mlx-lm", undefined, "apple"), { backend: "mlx", runtime: "llama-bench" });
		assert.deepEqual(nameSoftware("ollama", undefined, "amd"), { backend: "rocm", runtime: "ollama" });
		assert.equal(nameSoftware("llama-bench", "cuda", "apple"), undefined);
		assert.equal(nameSoftware("llama-bench", "cpu", "nvidia"), undefined);
		assert.equal(nameSoftware("llama-bench", "metal", "nvidia"), undefined);
		assert.equal(nameSoftware("transformers", "cuda", "nvidia"), undefined);
		assert.equal(nameSoftware("HF", "PyTorch 2.9", "nvidia"), undefined);
	});

	it("what writes nothing keeps no cache and decodes nothing, whatever its shape", () => {
		for (const model of ["BAAI/bge-m3", "Qwen/Qwen3-Reranker-4B", "nomic-embed-text-v1.5"]) {
			const asked = { ...row, model, architecture: llama3, accelerator: "GeForce RTX 4090", backend: "cuda" };
			const { decodeTps, kvBytes, bytes, weightsBytes } = estimateConfiguration(parse(asked));
			assert.deepEqual([decodeTps, kvBytes, weightsBytes], [null, 0, 4_920_000_000], model);
			assert.ok((bytes ?? 0) > 4_500_000_000, model);
		}
	});

	it("more active parameters than there are: how many is not known", () => {
		const asked = { ...row, accelerator: "GeForce RTX 4090", backend: "cuda" };
		assert.deepEqual(
			estimateConfiguration(parse({ ...asked, architecture: { ...llama3, activeParameters: 9e12 } })),
			estimateConfiguration(parse({ ...asked, architecture: llama3 })),
		);
	});

	it("no speed of what is not on the device, nor beyond what can be", () => {
		const speed = { ...row, accelerator: "GeForce RTX 3090", backend: "cuda", contextDepth: 0 };
		assert.ok(estimateConfiguration(parse({ ...speed, memoryGB: 24 })).decodeTps);
		const large = { ...speed, memoryGB: 24, fileBytes: 42_500_000_000 };
		assert.equal(estimateConfiguration(parse(large)).decodeTps, null);
		const deep = estimateConfiguration(parse({ ...speed, contextDepth: 1e14, context: 1e14 }));
		assert.deepEqual([deep.decodeTps, deep.kvBytes, deep.bytes], [null, null, null]);
	});

	it("several of one accelerator: in turn with llama.cpp, at once with vLLM", () => {
		const names: readonly [written: string, name: string, count: number][] = [
			["2x GeForce RTX 3090", "GeForce RTX 3090", 2],
			["GeForce RTX 3090 x4", "GeForce RTX 3090", 4],
			["RTX 3090 (×2)", "RTX 3090", 2],
			["Dual RTX 3090", "RTX 3090", 2],
			["8xH100 SXM5", "H100 SXM5", 8],
			["RTX 3090 + RTX 3090", "RTX 3090", 2],
			["Arc 140V (Lunar Lake, LPDDR5X-8533)", "Arc 140V (Lunar Lake, LPDDR5X-8533)", 1],
			["GeForce RTX 3090", "GeForce RTX 3090", 1],
			["Radeon RX 7900 XTX", "Radeon RX 7900 XTX", 1],
			["CPU DDR5-6000 dual channel", "CPU DDR5-6000 dual channel", 1],
		];
		for (const [written, name, count] of names) {
			const devices = Array.from({ length: count }, () => name);
			assert.deepEqual(readDevices(written), devices, written);
		}
		for (const [name] of facts.accelerators) {
			assert.deepEqual(readDevices(String(name)), [name]);
		}
		assert.equal(readDevices("AMD Ryzen AI MAX+ 395 w/ Radeon 8060S").length, 1);
		assert.deepEqual(readDevices("2x RTX 3090 + RTX 4090"), ["RTX 3090", "RTX 3090", "RTX 4090"]);
		const speed = { ...row, memoryGB: 24, backend: "cuda", contextDepth: 0 };
		const measure = (accelerator: string, more: object = {}) =>
			estimateConfiguration(parse({ ...speed, accelerator, ...more })).decodeTps ?? 0;
		const one = measure("GeForce RTX 3090");
		assert.ok(Math.abs(measure("2x GeForce RTX 3090") / one - 1) < 1e-9);
		const vllm = { backend: "vllm", runtime: "vllm", quantization: "AWQ4" };
		assert.ok(measure("2x GeForce RTX 3090", vllm) > measure("GeForce RTX 3090", vllm) * 1.2);
		assert.equal(measure("GeForce RTX 3090", { fileBytes: 42e9 }), 0);
		assert.ok(measure("2x GeForce RTX 3090", { fileBytes: 42e9 }) > 0);
		const mixed = measure("RTX 3090 + RTX 4090");
		assert.ok(mixed > one && mixed < measure("RTX 4090"), "a part of the layers on each, in turn");
		assert.equal(measure("RTX 3090 + RTX 4090", { fileBytes: 60e9 }), 0);
		assert.equal(measure("RTX 3090 + Quantum 9000"), 0);
	});

	it("a processor: what is read over its share of the bandwidth", () => {
		const speed = { ...row, accelerator: "CPU DDR5-6000 dual channel", backend: "cpu", contextDepth: 0 };
		const { decodeTps, low, high } = estimateConfiguration(parse(speed));
		assert.ok(decodeTps !== null && decodeTps > 10 && decodeTps < 13, `${decodeTps}`);
		assert.ok((low ?? 0) < decodeTps && decodeTps < (high ?? 0));
	});
});
