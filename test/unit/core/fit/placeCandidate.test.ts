import assert from "node:assert/strict";
import type { Candidate } from "../../../../src/core/fit/candidate.ts";
import { judgeCandidate } from "../../../../src/core/fit/judgeCandidate.ts";
import { listPresets } from "../../../../src/core/hardware/listPresets.ts";
import type { Target } from "../../../../src/core/hardware/target.ts";
import type { Architecture, Model } from "../../../../src/core/model/model.ts";
import { countParameters, gb, gib, makeModel, makeTarget } from "./samples.ts";

const context = 8192;

function hold(gigabytes: number, format: "gguf" | "safetensors", label = "Q4_K_M"): Candidate {
	return {
		label,
		format,
		bits: 4.5,
		weights: { value: gigabytes * gb, basis: "read", from: "fileSizes" },
		isAssumed: false,
	};
}

/** Llama 3 70B: 80 layers, 64 heads, 8 of them with a cache. */
const dense: Architecture = {
	layers: 80,
	hiddenSize: 8192,
	heads: 64,
	kvHeads: 8,
	headDim: 128,
	vocabSize: 128_256,
};
const model = makeModel("someone/70B", { parameters: countParameters(70.6e9), architecture: dense });

function judge(candidate: Candidate, target: Target, of: Model = model) {
	return judgeCandidate(of, candidate, target, context);
}

describe("a candidate on several cards", () => {
	it("llama.cpp: whole layers on each card, and the runtime's share on each", () => {
		const one = judge(hold(40, "gguf"), makeTarget("nvidia", [80]));
		const two = judge(hold(40, "gguf"), makeTarget("nvidia", [24, 24]));
		assert.equal(two.answer, "fits");
		assert.deepEqual(two.placement, { kind: "layers", deviceCount: 2, hostBytes: 0 });
		const overhead = one.parts.overhead?.value ?? 0;
		assert.equal(two.required?.value, (one.required?.value ?? 0) + overhead);
		assert.equal(two.budget?.value, 46 * gib, "what either gives, together");
		// 81 units of 0.526 GiB: 42 go on the larger card, the others need 20.5 GiB of the smaller.
		assert.equal(judge(hold(40, "gguf"), makeTarget("nvidia", [24, 16])).answer, "tooLarge");
		assert.equal(judge(hold(40, "gguf"), makeTarget("nvidia", [16, 16, 16])).placement?.deviceCount, 3);
	});

	it("takes no more cards than it needs", () => {
		assert.equal(judge(hold(20, "gguf"), makeTarget("nvidia", [24, 24])).placement?.kind, "device");
		assert.equal(judge(hold(40, "gguf"), makeTarget("nvidia", [24, 24, 24])).placement?.deviceCount, 2);
	});

	it("vLLM: equal parts, so that the smallest card decides and the heads must divide", () => {
		const awq = hold(39, "safetensors");
		assert.deepEqual(judge(awq, makeTarget("nvidia", [24, 24])).placement, {
			kind: "tensors",
			deviceCount: 2,
			hostBytes: 0,
		});
		assert.equal(
			judge(awq, makeTarget("nvidia", [32, 16])).answer,
			"tooLarge",
			"48 GiB in all, but not equal",
		);
		const three = makeTarget("nvidia", [16, 16, 16]);
		assert.equal(judge(awq, three).answer, "tooLarge", "64 heads do not divide by 3");
		assert.equal(judge(awq, makeTarget("nvidia", [16, 16, 16, 16])).placement?.deviceCount, 4);
	});

	it("vLLM: fewer key heads than cards are repeated, and MLA's latent is on each card", () => {
		const kv = (architecture: Architecture) =>
			judge(hold(100, "safetensors"), makeTarget("nvidia", [40, 40, 40, 40]), { ...model, architecture });
		const divided = kv(dense).parts.kvCache?.value ?? 0;
		assert.equal(kv({ ...dense, kvHeads: 2 }).parts.kvCache?.value, divided / 4 / 0.5, "2 heads on 4 cards");
		const { kvHeads: _none, ...shape } = dense;
		const latent = kv({ ...shape, mlaCacheSize: 576 });
		assert.equal(latent.parts.kvCache?.value, 80 * 576 * 2 * context * 4);
	});

	it("the user's own budget is one number, which is not split", () => {
		const target = { ...makeTarget("nvidia", [24, 24]), budgetBytes: 30 * gib };
		assert.equal(judge(hold(40, "gguf"), target).answer, "tooLarge");
	});
});

describe("a candidate that a card does not hold", () => {
	const mixture: Model = makeModel("Qwen/Qwen3-30B-A3B", {
		isMixtureOfExperts: true,
		parameters: { ...countParameters(30.5e9), active: { value: 3.3e9, basis: "read", from: "config" } },
		architecture: {
			layers: 48,
			hiddenSize: 2048,
			heads: 32,
			kvHeads: 4,
			headDim: 128,
			vocabSize: 151_936,
			experts: 128,
			expertsPerToken: 8,
			expertFeedForwardSize: 768,
		},
	});
	const card = (memory: number, facts: Partial<Target> = {}) =>
		makeTarget("nvidia", [memory], { systemMemoryBytes: 64 * gib, ...facts });

	it("of a mixture, experts go to the system's memory and all else stays on the card", () => {
		const { answer, placement, required, budget } = judge(hold(18.6, "gguf"), card(8), mixture);
		assert.equal(answer, "offload");
		assert.equal(placement?.kind, "experts");
		assert.equal(placement?.hostBytes, (required?.value ?? 0) - (budget?.value ?? 0));
		assert.equal(judge(hold(18.6, "gguf"), card(24), mixture).placement?.kind, "device");
		assert.equal(judge(hold(18.6, "gguf"), card(2), mixture).placement?.kind, "partial", "not even the rest");
	});

	it("a dense one is there in part", () => {
		assert.equal(judge(hold(40, "gguf"), card(24)).placement?.kind, "partial");
		const none = judge(hold(40, "gguf"), makeTarget("nvidia", [24]));
		assert.equal(none.placement, undefined);
		assert.equal(none.answer, "tooLarge");
	});

	it("several cards hold a part each, the runtime's share on every one, and the system's memory the rest", () => {
		const two = makeTarget("nvidia", [24, 24], { systemMemoryBytes: 64 * gib });
		const held = hold(60, "gguf");
		const { answer, placement, required, budget, parts } = judge(held, two);
		assert.deepEqual([answer, placement?.kind, placement?.deviceCount], ["offload", "partial", 2]);
		assert.equal(budget?.value, 2 * 23 * gib);
		assert.equal(placement?.hostBytes, (required?.value ?? 0) - 2 * 23 * gib);
		const alone = judge(held, card(24));
		assert.equal(parts.overhead?.value, 2 * (alone.parts.overhead?.value ?? 0));
		assert.ok((placement?.hostBytes ?? 0) < (alone.placement?.hostBytes ?? 0));
		const small = makeTarget("nvidia", [24, 1], { systemMemoryBytes: 64 * gib });
		assert.equal(judge(held, small).placement?.deviceCount, 1, "one that holds no more than the runtime");
	});

	it("where the system's memory is not told, as of a card by its name: said, and not judged", () => {
		const preset = listPresets().find(({ name }) => name.includes("4090"));
		assert.ok(preset && preset.systemMemoryBytes === undefined);
		assert.deepEqual(judge(hold(40, "gguf"), preset).reasons, ["systemMemoryUnknown"]);
		const told = judge(hold(40, "gguf"), { ...preset, systemMemoryBytes: 64 * gib });
		assert.deepEqual([told.answer, told.reasons], ["offload", []]);
		assert.deepEqual(judge(hold(10, "gguf"), preset).reasons, []);
		const shared = makeTarget("apple", [16], { isUnified: true });
		assert.deepEqual(judge(hold(40, "gguf"), shared).reasons, []);
	});
});
