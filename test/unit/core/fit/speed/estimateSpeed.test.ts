import assert from "node:assert/strict";
import type { Candidate } from "../../../../../src/core/fit/candidate.ts";
import { estimateSpeed } from "../../../../../src/core/fit/speed/estimateSpeed.ts";
import type { Target } from "../../../../../src/core/hardware/target.ts";
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

describe("the speed of a candidate on a target", () => {
	const card = nameDevice(makeTarget("nvidia", [24]), "NVIDIA GeForce RTX 4090");

	it("is an estimate with a range, slower with more context", () => {
		const figure = estimateSpeed(model, candidate, card, 8192);
		assert.equal(figure?.basis, "estimated");
		assert.ok(figure && figure.value > 90 && figure.value < 170, `${figure?.value}`);
		assert.ok((figure.low ?? 0) < figure.value && figure.value < (figure.high ?? 0));
		const deeper = estimateSpeed(model, candidate, card, 65_536);
		assert.ok(deeper && deeper.value < figure.value);
	});

	it("is not told where the accelerator is not known, the model does not fit, or its shape is not known", () => {
		assert.equal(estimateSpeed(model, candidate, makeTarget("nvidia", [24]), 8192), undefined);
		const small = nameDevice(makeTarget("nvidia", [4], { systemMemoryBytes: 64 * gib }), "GeForce GTX 1650");
		assert.equal(estimateSpeed(model, candidate, small, 8192), undefined);
		const { architecture: _none, ...shapeless } = model;
		assert.equal(estimateSpeed(shapeless, candidate, card, 8192), undefined);
		assert.equal(estimateSpeed(model, candidate, makeTarget("cpu", [64]), 8192), undefined);
	});

	it("uses what the format runs with: MLX on Apple, nothing for ONNX", () => {
		const mac = nameDevice(makeTarget("apple", [64], { isUnified: true }), "Apple M4 Max");
		const mlx: Candidate = { ...candidate, label: "mlx", format: "mlx", method: "mlx", bits: 4 };
		assert.ok(estimateSpeed(model, mlx, mac, 4096));
		assert.equal(estimateSpeed(model, { ...candidate, format: "onnx" }, card, 4096), undefined);
	});
});
