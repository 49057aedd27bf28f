import assert from "node:assert/strict";
import type { Candidate } from "../../../../src/core/fit/candidate.ts";
import { candidateArtifacts } from "../../../../src/core/fit/candidateArtifacts.ts";
import { judgeCandidate } from "../../../../src/core/fit/judgeCandidate.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { countParameters, gb, gib, judgeBest, makeModel, makeTarget } from "./samples.ts";

/** Each is a bug that another tool has shipped. */
describe("cases that must come out right", () => {
	const context = 8192;

	it("Qwen3.5-122B-A10B at Q4_K_M on 48 GB of unified memory: does not fit", () => {
		const model = makeModel("Qwen/Qwen3.5-122B-A10B", {
			isMixtureOfExperts: true,
			storedBits: 16,
			parameters: {
				...countParameters(122_095_140_864),
				active: { value: 8_992_063_488, basis: "read", from: "config" },
			},
			architecture: {
				name: "qwen3_5_moe",
				layers: 48,
				kvHeads: 2,
				headDim: 256,
				heads: 32,
				fullAttentionInterval: 4,
			},
		});
		const candidate = findCandidate(model, "Q4_K_M");
		const weights = candidate.weights?.value ?? 0;
		assert.ok(weights > 70 * gb && weights < 77 * gb, `${weights}`);
		const verdict = judgeCandidate(model, candidate, makeTarget("apple", [48], { isUnified: true }), context);
		assert.equal(verdict.answer, "tooLarge");
		assert.equal(
			judgeBest(model, makeTarget("apple", [48], { isUnified: true }), context).answer,
			"tooLarge",
		);
	});

	it("Qwen3.5-397B-A17B on one 24 GB card: does not fit", () => {
		const model = makeModel("Qwen/Qwen3.5-397B-A17B", {
			isMixtureOfExperts: true,
			storedBits: 16,
			parameters: {
				...countParameters(396_319_784_960),
				active: { value: 16_305_356_800, basis: "read", from: "config" },
			},
		});
		const verdict = judgeBest(model, makeTarget("nvidia", [24], { systemMemoryBytes: 64 * gib }), context);
		assert.equal(verdict.answer, "tooLarge");
	});

	it("a 4-bit AWQ repository of 37.4 GB, whose config hides its experts, on 12 GB: does not fit, from file bytes", () => {
		const model = makeModel("someone/Hidden-Experts-AWQ", {
			// What a reader of the config alone would take it for.
			parameters: countParameters(3e9),
			quantization: { method: "awq", bits: 4 },
			baseModels: { relation: "quantized", repoIds: ["someone/Hidden-Experts"] },
			artifacts: [
				{ format: "safetensors", files: ["model-00001-of-00008.safetensors"], sizeBytes: 37_400_000_000 },
			],
		});
		const verdict = judgeBest(model, makeTarget("nvidia", [12]), context);
		assert.equal(verdict.answer, "tooLarge");
		assert.deepEqual(verdict.parts.weights, { value: 37_400_000_000, basis: "read", from: "fileSizes" });
		assert.equal(verdict.label, "awq");
	});

	it("31B on 4 GB of VRAM with 32 GB of RAM: offload, never fits", () => {
		const model = makeModel("google/gemma-4-31B-it", {
			storedBits: 16,
			parameters: countParameters(30_700_000_000),
		});
		const target = makeTarget("nvidia", [4], { systemMemoryBytes: 32 * gib });
		assert.equal(judgeBest(model, target, context).answer, "offload");
		for (const candidate of candidateArtifacts(model)) {
			assert.notEqual(judgeCandidate(model, candidate, target, context).answer, "fits");
		}
		assert.equal(judgeBest(model, makeTarget("nvidia", [4]), context).answer, "tooLarge");
	});

	it("a 5.3 GB file whose model allows 262k of context, on 8 GB: fits at the user's context, which is stated", () => {
		const model = makeModel("someone/Qwen3.5-9B-GGUF", {
			formats: ["gguf"],
			parameters: countParameters(8_946_450_432),
			contextLength: { value: 262_144, basis: "read", from: "ggufTotal" },
			architecture: {
				name: "qwen35",
				layers: 32,
				kvHeads: 4,
				headDim: 256,
				heads: 16,
				fullAttentionInterval: 4,
				hiddenSize: 4096,
			},
			artifacts: [
				{ format: "gguf", files: ["m-Q4_K_M.gguf"], sizeBytes: 5_300_000_000, quantization: "Q4_K_M" },
			],
		});
		const target = makeTarget("nvidia", [8]);
		const verdict = judgeBest(model, target, context);
		assert.equal(verdict.answer, "fits");
		assert.equal(verdict.contextTokens, 8192);
		assert.equal(verdict.parts.kvCache?.value, 8 * 4 * 256 * 2 * 2 * 8192);
		assert.equal(judgeBest(model, target, 262_144).answer, "tooLarge");
	});

	it("two unequal GPUs: no naive sum", () => {
		const unequal = makeTarget("nvidia", [24, 12]);
		const model = makeModel("someone/32B", {
			parameters: countParameters(32e9),
			architecture: { layers: 64, hiddenSize: 5120, heads: 40, kvHeads: 8, headDim: 128 },
		});
		const hold = (format: "gguf" | "safetensors", gigabytes: number): Model => ({
			...model,
			formats: [format],
			...(format === "safetensors" && { quantization: { method: "awq", bits: 4 } }),
			artifacts: [
				{
					format,
					files: ["a"],
					sizeBytes: gigabytes * gb,
					...(format === "gguf" && { quantization: "Q6_K" }),
				},
			],
		});
		const judge = (held: Model, target = unequal) => {
			const [candidate] = candidateArtifacts(held);
			assert.ok(candidate);
			return judgeCandidate(held, candidate, target, context);
		};
		// 34 GiB for models in all: below that sum, and yet too much for the cards.
		for (const held of [hold("gguf", 34), hold("safetensors", 27)]) {
			const { answer, required } = judge(held);
			assert.equal(answer, "tooLarge");
			assert.ok((required?.value ?? 0) < 36 * gib);
		}
		// Whole layers go where there is room; equal parts do not.
		const layers = judge(hold("gguf", 27));
		assert.equal(layers.answer, "fits");
		assert.deepEqual(layers.placement, { kind: "layers", deviceCount: 2, hostBytes: 0 });
		assert.equal(judge(hold("safetensors", 27), makeTarget("nvidia", [24, 24])).placement?.kind, "tensors");
		assert.equal(judge(hold("gguf", 27), makeTarget("nvidia", [48, 12])).placement?.kind, "device");
	});

	it("Strix Halo with 512 MB dedicated: budget from GTT or the user's override", () => {
		const model = makeModel("openai/gpt-oss-120b", {
			parameters: countParameters(116_829_156_672),
			quantization: { method: "mxfp4", bits: 4 },
			artifacts: [
				{ format: "safetensors", files: ["model-00000-of-00014.safetensors"], sizeBytes: 65_248_815_744 },
			],
		});
		const facts = { isUnified: true, gfxVersion: "gfx1151", systemMemoryBytes: 128 * gib };
		const machine = makeTarget("amd", [96], { ...facts, limitBytes: 96 * gib });
		assert.equal(judgeBest(model, machine, context).answer, "fits");
		const small = makeTarget("amd", [0.5], { ...facts, limitBytes: gib / 2 });
		assert.equal(judgeBest(model, small, context).answer, "tooLarge", "shared memory is not there twice");
		assert.equal(judgeBest(model, { ...small, budgetBytes: 110 * gib }, context).answer, "fits");
	});

	it("FP8 weights on MI250; bitsandbytes where unsupported: memory fits, software does not", () => {
		const fp8 = makeModel("RedHatAI/Some-8B-FP8", {
			parameters: countParameters(8e9),
			quantization: { method: "fp8", bits: 8 },
			baseModels: { relation: "quantized", repoIds: ["someone/Some-8B"] },
			artifacts: [{ format: "safetensors", files: ["model.safetensors"], sizeBytes: 9 * gb }],
		});
		const verdict = judgeBest(fp8, makeTarget("amd", [64], { gfxVersion: "gfx90a" }), context);
		assert.equal(verdict.answer, "unsupported");
		assert.deepEqual(verdict.reasons, ["formatNotRunnable"]);
		const rule = readSupportTable().byId.get(verdict.supportRuleId ?? "");
		assert.ok(rule);
		assert.match(rule.sources.join(" "), /https:/);
		assert.match(rule.asOf, /^\d{4}-\d\d$/);
		assert.equal(rule.conflict, "C03", "sources disagree");
		assert.equal(judgeBest(fp8, makeTarget("amd", [192], { gfxVersion: "gfx942" }), context).answer, "fits");
		assert.equal(
			judgeBest(fp8, makeTarget("amd", [64]), context).answer,
			"fits",
			"no gfx version: no rule, not judged",
		);
		assert.equal(
			judgeBest(fp8, makeTarget("amd", [4], { gfxVersion: "gfx90a" }), context).answer,
			"tooLarge",
		);

		const bnb: Model = { ...fp8, quantization: { method: "bitsandbytes", bits: 4 } };
		assert.equal(
			judgeBest(bnb, makeTarget("nvidia", [24], { computeCapability: "5.2" }), context).answer,
			"unsupported",
		);
		assert.equal(
			judgeBest(bnb, makeTarget("nvidia", [24], { computeCapability: "8.6" }), context).answer,
			"fits",
		);
		assert.equal(
			judgeBest(bnb, makeTarget("amd", [16], { gfxVersion: "gfx906" }), context).answer,
			"unsupported",
		);
	});

	it("MLX weights elsewhere than on Apple: memory fits, software does not", () => {
		const mlx = makeModel("mlx-community/Some-8B-4bit", {
			formats: ["mlx"],
			quantization: { method: "mlx", bits: 4 },
			parameters: countParameters(8e9),
		});
		assert.equal(judgeBest(mlx, makeTarget("amd", [24]), context).answer, "unsupported");
		assert.equal(judgeBest(mlx, makeTarget("apple", [24], { isUnified: true }), context).answer, "fits");
	});
});

function findCandidate(model: Model, label: string): Candidate {
	const candidate = candidateArtifacts(model).find((other) => other.label === label);
	assert.ok(candidate, `no ${label}`);
	return candidate;
}
