import assert from "node:assert/strict";
import { candidateArtifacts } from "../../../../src/core/fit/candidateArtifacts.ts";
import { estimateWeightsBytes } from "../../../../src/core/fit/estimateBytes.ts";
import { FitJudge } from "../../../../src/core/fit/fitJudge.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import { readGgufBits } from "../../../../src/core/fit/weights.ts";
import type { Vendor } from "../../../../src/core/hardware/target.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { countParameters, gb, makeModel } from "./samples.ts";

function listLabels(model: Model): string[] {
	return candidateArtifacts(model).map(({ label, isAssumed }) => `${label}${isAssumed ? "?" : ""}`);
}

describe("what of a model could be loaded", () => {
	it("a plain release: its own width, and the usual GGUF widths as assumptions", () => {
		const model = makeModel("Qwen/Qwen3-8B", { storedBits: 16, parameters: countParameters(8_190_735_360) });
		assert.deepEqual(listLabels(model), ["16-bit", "Q8_0?", "Q6_K?", "Q5_K_M?", "Q4_K_M?"]);
		for (const candidate of candidateArtifacts(model)) {
			assert.equal(candidate.weights?.basis, "estimated");
			assert.equal(candidate.artifact, undefined);
		}
		assert.equal(estimateWeightsBytes(model), 8_190_735_360 * 2);
	});

	it("what was read is read: bytes of files, and no projector among them", () => {
		const model = makeModel("someone/vision-GGUF", {
			task: "image-text-to-text",
			formats: ["gguf"],
			parameters: countParameters(4e9),
			artifacts: [
				{ format: "gguf", files: ["mmproj-model-f16.gguf"], sizeBytes: 0.8 * gb, quantization: "F16" },
				{ format: "gguf", files: ["model-Q8_0.gguf"], sizeBytes: 4.3 * gb, quantization: "Q8_0" },
				{ format: "gguf", files: ["model-Q4_K_M.gguf"], sizeBytes: 2.5 * gb, quantization: "Q4_K_M" },
				{ format: "gguf", files: ["model-Q2_K.gguf"], sizeBytes: 1.6 * gb, quantization: "Q2_K" },
			],
		});
		assert.deepEqual(listLabels(model), ["Q8_0", "Q4_K_M", "Q2_K"]);
		assert.ok(candidateArtifacts(model).every(({ weights }) => weights?.basis === "read"));
		assert.equal(estimateWeightsBytes(model), 2.5 * gb);
	});

	it("files that are listed without sizes: estimated by their width, never unknown where parameters are known", () => {
		const gguf = makeModel("Qwen/Qwen2.5-7B-Instruct-GGUF", {
			formats: ["gguf"],
			parameters: countParameters(7_615_616_512),
			artifacts: [
				{ format: "gguf", files: ["q4_k_m.gguf"], quantization: "Q4_K_M" },
				{ format: "gguf", files: ["odd.gguf"] },
			],
		});
		const [known, odd] = candidateArtifacts(gguf);
		assert.equal(known?.weights?.basis, "estimated");
		assert.ok(Math.abs((known?.weights?.value ?? 0) / 4_683_073_632 - 1) < 0.05);
		assert.equal(odd?.weights, undefined);
		assert.equal(estimateWeightsBytes(gguf), known?.weights?.value);

		const plain = makeModel("Qwen/Qwen2.5-7B", {
			storedBits: 16,
			parameters: countParameters(7_615_616_512),
			artifacts: [{ format: "safetensors", files: ["model-00001-of-00004.safetensors"] }],
		});
		assert.equal(candidateArtifacts(plain)[0]?.weights?.value, 7_615_616_512 * 2);
	});

	it("nothing is assumed for quantizations of others, adapters, and tasks that are not converted", () => {
		const parameters = countParameters(7e9);
		const awq = makeModel("x/y-AWQ", { parameters, quantization: { method: "awq", bits: 4 } });
		assert.deepEqual(listLabels(awq), ["awq"]);
		assert.deepEqual(
			listLabels(makeModel("x/lora", { parameters, baseModels: { relation: "adapter", repoIds: [] } })),
			[],
		);
		assert.deepEqual(
			listLabels(
				makeModel("x/whisper", { parameters, storedBits: 16, task: "automatic-speech-recognition" }),
			),
			["16-bit"],
		);
		assert.deepEqual(listLabels(makeModel("x/unknown")), []);
	});

	it("a release in FP8 is converted as a plain one is; its quantizer's copy is not", () => {
		const facts = { parameters: countParameters(671e9), quantization: { method: "fp8", bits: 8 } };
		assert.deepEqual(listLabels(makeModel("deepseek-ai/DeepSeek-V3", facts))[0], "fp8");
		assert.equal(listLabels(makeModel("deepseek-ai/DeepSeek-V3", facts)).length, 5);
		const copy = makeModel("x/y-FP8", { ...facts, baseModels: { relation: "quantized", repoIds: ["x/y"] } });
		assert.deepEqual(listLabels(copy), ["fp8"]);
	});

	it("quantized to a width that nobody states: as 4 bits, in a range that holds what it can be", () => {
		// Kimi-K2.6: integers packed into I32; its repository is 595 GB.
		const model = makeModel("moonshotai/Kimi-K2.6", {
			parameters: countParameters(1_058_589_420_528),
			quantization: { method: "compressed-tensors" },
		});
		const [candidate, ...others] = candidateArtifacts(model);
		assert.deepEqual([candidate?.label, candidate?.bits, others], ["compressed-tensors", undefined, []]);
		const { value = 0, low = 0, high = 0 } = candidate?.weights ?? {};
		assert.ok(Math.abs(value / (595 * gb) - 1) < 0.06, String(value));
		assert.ok(low < 320 * gb && high > 1_060 * gb, `${low}–${high}`);
	});

	it("a GGUF repository without a file list: the width in its name, else the usual ones", () => {
		const facts: Partial<Model> = { formats: ["gguf"], parameters: countParameters(8e9) };
		assert.deepEqual(listLabels(makeModel("x/Llama-8B-Q5_K_M-GGUF", facts)), ["Q5_K_M"]);
		const many = makeModel("x/Llama-8B-GGUF", facts);
		assert.deepEqual(listLabels(many), ["Q8_0?", "Q6_K?", "Q5_K_M?", "Q4_K_M?"]);
		assert.equal(estimateWeightsBytes(many), (8e9 * 4.89) / 8);
	});

	it("labels that others made count as the nearest known one", () => {
		assert.equal(readGgufBits("UD-Q4_K_XL"), readGgufBits("Q4_K_M"));
		assert.equal(readGgufBits("Q4_K"), readGgufBits("Q4_K_M"));
		assert.equal(readGgufBits("MXFP4_MOE"), 4.25);
		assert.equal(readGgufBits("Q4_0_4_8"), readGgufBits("Q4_0"));
		assert.equal(readGgufBits("Q8_K_XL"), 8.5);
		assert.equal(readGgufBits("AWQ"), undefined);
	});

	it("estimates come near real files", () => {
		const files: readonly [name: string, bits: number, method: string, parameters: number, bytes: number][] =
			[
				["Qwen2.5-32B-Instruct-GPTQ-Int4", 4, "gptq", 32.76e9, 19.3e9],
				["Qwen2.5-7B-Instruct-AWQ", 4, "awq", 7.62e9, 5.57e9],
				["Qwen2.5-72B-Instruct-AWQ", 4, "awq", 72.7e9, 41.6e9],
				["gpt-oss-20b", 4, "mxfp4", 21.5e9, 13.8e9],
				["gpt-oss-120b", 4, "mxfp4", 116.8e9, 65.2e9],
			];
		for (const [name, bits, method, parameters, bytes] of files) {
			const model = makeModel(name, {
				parameters: countParameters(parameters),
				quantization: { method, bits },
			});
			const estimate = estimateWeightsBytes(model) ?? 0;
			assert.ok(Math.abs(estimate / bytes - 1) < 0.08, `${name}: ${estimate} for ${bytes}`);
		}
	});

	it("gpt-oss keeps its experts in MXFP4, whatever the label of a GGUF says", () => {
		const facts: Partial<Model> = { formats: ["gguf"], parameters: countParameters(20_914_757_184) };
		const shape = {
			layers: 24,
			hiddenSize: 2880,
			experts: 32,
			expertsPerToken: 4,
			expertFeedForwardSize: 2880,
		};
		const files: readonly [label: string, bytes: number][] = [
			["Q4_K_M", 11_624_777_856],
			["Q8_0", 12_109_565_056],
			["F16", 13_792_638_080],
		];
		for (const [label, bytes] of files) {
			for (const architecture of [{ name: "gpt_oss", ...shape }, { name: "gpt-oss" }]) {
				const model = makeModel(`x/gpt-oss-20b-${label}-GGUF`, { ...facts, architecture });
				const estimate = estimateWeightsBytes(model) ?? 0;
				assert.ok(Math.abs(estimate / bytes - 1) < 0.06, `${label}: ${estimate} for ${bytes}`);
			}
		}
	});

	it("the least that can run leaves out what the vendor cannot", () => {
		const parameters = countParameters(8e9);
		const plain = makeModel("x/y", { parameters, storedBits: 16 });
		const fit = new FitJudge(readSupportTable());
		const estimate = (model: Model, vendor: Vendor) => fit.estimateRequiredBytes(model, 8192, { vendor });
		const least = estimate(plain, "nvidia") ?? 0;
		assert.ok(least > 5 * gb && least < 8 * gb, `${least}`);
		const mlx = makeModel("x/y-mlx", {
			parameters,
			formats: ["mlx"],
			quantization: { method: "mlx", bits: 4 },
		});
		assert.equal(estimate(mlx, "amd"), Number.POSITIVE_INFINITY);
		assert.ok((estimate(mlx, "apple") ?? 0) > 4 * gb);
		assert.equal(estimate(makeModel("x/unknown"), "cpu"), undefined);
	});
});
