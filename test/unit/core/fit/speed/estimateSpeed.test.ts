import assert from "node:assert/strict";
import type { Candidate } from "../../../../../src/core/fit/candidate.ts";
import { estimateSpeed } from "../../../../../src/core/fit/speed/estimateSpeed.ts";
import type { Target } from "../../../../../src/core/hardware/target.ts";
import type { Model } from "../../../../../src/core/model/model.ts";
import { countParameters, gib, makeModel, makeTarget } from "../samples.ts";

const model = makeModel("meta-llama/Llama-3.1-8B", {
	parameters: countParameters(8_030_261_248),
	contextLength: { value: 131_072, basis: "read", from: "config" },
	architecture: { layers: 32, hiddenSize: 4096, heads: 32, kvHeads: 8, headDim: 128 },
});
const candidate: Candidate = {
	label: "Q4_K_M",
	format: "gguf",
	bits: 4.89,
	weights: { value: 4_920_000_000, basis: "read", from: "fileSizes" },
	isAssumed: false,
};

function nameDevice(target: Target, name: string): Target {
	return { ...target, devices: target.devices.map((device) => ({ ...device, name })) };
}

const decode = (of: Model, what: Candidate, target: Target, contextTokens: number) =>
	estimateSpeed(of, what, target, contextTokens)?.decode;

describe("the speed of a candidate on a target", () => {
	const card = nameDevice(makeTarget("nvidia", [24]), "NVIDIA GeForce RTX 4090");

	it("is an estimate with a range, slower with more context", () => {
		const figure = decode(model, candidate, card, 8192);
		assert.equal(figure?.basis, "estimated");
		assert.ok(figure && figure.value > 90 && figure.value < 170, `${figure?.value}`);
		assert.ok((figure.low ?? 0) < figure.value && figure.value < (figure.high ?? 0));
		const deeper = decode(model, candidate, card, 65_536);
		assert.ok(deeper && deeper.value < figure.value);
	});

	it("is not told where the accelerator is not known, the model does not fit, or its shape is not known", () => {
		assert.equal(estimateSpeed(model, candidate, makeTarget("nvidia", [24]), 8192), undefined);
		const small = nameDevice(makeTarget("nvidia", [4]), "GeForce GTX 1650");
		assert.equal(estimateSpeed(model, candidate, small, 8192), undefined);
		const { architecture: _none, ...shapeless } = model;
		assert.equal(estimateSpeed(shapeless, candidate, card, 8192), undefined);
	});

	it("uses what the format runs with: MLX on Apple, nothing for ONNX", () => {
		const mac = nameDevice(makeTarget("apple", [64], { isUnified: true }), "Apple M4 Max");
		const mlx: Candidate = { ...candidate, label: "mlx", format: "mlx", method: "mlx", bits: 4 };
		assert.ok(estimateSpeed(model, mlx, mac, 4096));
		assert.equal(estimateSpeed(model, { ...candidate, format: "onnx" }, card, 4096), undefined);
	});

	it("reads a prompt many times faster than it decodes, where such accelerators were measured", () => {
		const speed = estimateSpeed(model, candidate, card, 8192);
		const prefill = speed?.prefill;
		assert.ok(prefill && prefill.value > 3000 && prefill.value < 12_000, `${prefill?.value}`);
		assert.ok((prefill.low ?? 0) < prefill.value && prefill.value < (prefill.high ?? 0));
		assert.ok((estimateSpeed(model, candidate, card, 65_536)?.prefill?.value ?? 0) < prefill.value);
		const maxwell = nameDevice(makeTarget("nvidia", [24]), "Tesla M40 24GB");
		const unmeasured = estimateSpeed(model, candidate, maxwell, 8192);
		assert.ok(unmeasured?.decode);
		assert.equal(unmeasured.prefill, undefined, "nothing of that family was measured");
	});

	it("on a processor, from the memory that it is usually run with", () => {
		const measure = (name: string, origin: Target["origin"] = "detected") =>
			decode(model, candidate, { ...nameDevice(makeTarget("cpu", [64]), name), origin }, 512);
		// LocalScore: effective 35 GB/s of a 5800X and 67 of a 9950X, over 5.0 GB a token.
		const ddr4 = measure("AMD Ryzen 7 5800X 8-Core Processor");
		assert.ok(ddr4 && (ddr4.low ?? 0) <= 7 && (ddr4.high ?? 0) >= 7, JSON.stringify(ddr4));
		const ddr5 = measure("AMD Ryzen 9 9950X 16-Core Processor");
		assert.ok(ddr5 && (ddr5.low ?? 0) <= 13.4 && (ddr5.high ?? 0) >= 13.4, JSON.stringify(ddr5));
		assert.ok(measure("13th Gen Intel(R) Core(TM) i7-13700K"));
		assert.equal(measure("QEMU Virtual CPU version 2.5+"), undefined);
		const some = measure("CPU 64 GB", "preset");
		assert.ok(some && (some.high ?? 0) / (some.low ?? 1) > 2.5, "some desktop: a wide range");
	});
});

describe("the speed of what is not on one device", () => {
	const large = makeModel("someone/70B", {
		parameters: countParameters(70.55e9),
		architecture: { layers: 80, hiddenSize: 8192, heads: 64, kvHeads: 8, headDim: 128, vocabSize: 128_256 },
	});
	const hold = (gigabytes: number, format: "gguf" | "safetensors"): Candidate => ({
		label: "Q4_K_M",
		format,
		...(format === "safetensors" && { method: "awq" }),
		bits: 4.8,
		weights: { value: gigabytes * 1e9, basis: "read", from: "fileSizes" },
		isAssumed: false,
	});
	const cards = (memories: readonly number[], facts: Partial<Target> = {}) =>
		nameDevice(makeTarget("nvidia", memories, facts), "NVIDIA GeForce RTX 3090");

	it("layers on two cards take turns; equal parts are read at once", () => {
		const layers = decode(large, hold(42.5, "gguf"), cards([24, 24]), 4096);
		// 40 GB at 936 GB/s are 23 tokens a second at the very most; 15 to 18 are reported for two of these cards.
		assert.ok(layers && layers.value > 12 && layers.value < 20, `${layers?.value}`);
		const parts = decode(large, hold(39, "safetensors"), cards([24, 24]), 4096);
		assert.ok(parts && parts.value > layers.value * 1.2, `${parts?.value}`);
		const range = (parts.high ?? 0) / (parts.low ?? 1);
		assert.ok(range > (layers.high ?? 0) / (layers.low ?? 1), "few measured it: a wider range");
	});

	it("a part in the system's memory is read there, and decides", () => {
		const whole = decode(large, hold(42.5, "gguf"), cards([80]), 4096);
		const half = decode(large, hold(42.5, "gguf"), cards([24], { systemMemoryBytes: 64 * gib }), 4096);
		assert.ok(whole && half && half.value < whole.value / 3, `${half?.value}`);
		assert.ok(half.value > 1 && half.value < 4, `${half.value}`);
	});

	it("experts in the system's memory: as measured on an RTX 4070 beside a Ryzen 5 5600X", () => {
		const mixture = makeModel("Qwen/Qwen3.6-35B-A3B", {
			isMixtureOfExperts: true,
			parameters: {
				...countParameters(34_660_610_688),
				active: { value: 2.95e9, basis: "read", from: "config" },
			},
			architecture: {
				layers: 40,
				hiddenSize: 2048,
				heads: 16,
				kvHeads: 2,
				headDim: 256,
				vocabSize: 248_320,
				experts: 256,
				expertsPerToken: 8,
				expertFeedForwardSize: 512,
				fullAttentionInterval: 4,
			},
		});
		const target: Target = {
			...nameDevice(makeTarget("nvidia", [12]), "NVIDIA GeForce RTX 4070"),
			systemMemoryBytes: 32 * gib,
			processor: "AMD Ryzen 5 5600X 6-Core Processor",
		};
		const split: Candidate = { ...hold(22.3, "gguf"), label: "UD-Q4_K_XL" };
		const speed = decode(mixture, split, target, 4096);
		assert.ok(speed && (speed.low ?? 0) < 52 && 52 < (speed.high ?? 0), JSON.stringify(speed));
		const dense = decode(large, hold(22.3, "gguf"), target, 4096);
		assert.ok(dense && dense.value < speed.value / 4, "whole layers there would be far slower");
	});
});
