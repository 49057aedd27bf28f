import assert from "node:assert/strict";
import type { Candidate } from "../../../../../src/core/fit/candidate.ts";
import { judgeSupport } from "../../../../../src/core/fit/support/judgeSupport.ts";
import { judgeWithSupport } from "../../../../../src/core/fit/support/judgeWithSupport.ts";
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";
import type { Target } from "../../../../../src/core/hardware/target.ts";
import type { Model } from "../../../../../src/core/model/model.ts";

const gib = 1024 ** 3;
const model: Model = {
	repoId: "a/b",
	task: "text-generation",
	formats: ["safetensors"],
	security: "unknown",
	counters: {},
	readAtMs: 0,
	parameters: { total: { value: 8e9, basis: "read", from: "safetensorsTotal" } },
};
const fp8: Candidate = {
	label: "fp8",
	format: "safetensors",
	method: "fp8",
	bits: 8,
	weights: { value: 8.5e9, basis: "read", from: "fileSizes" },
	isAssumed: false,
};
const card = (over: Partial<Target["devices"][number]>, runtimes?: readonly string[]): Target => ({
	id: "t",
	name: "t",
	vendor: "nvidia",
	devices: [{ name: "card", vendor: "nvidia", memoryBytes: 24 * gib, ...over }],
	origin: "user",
	...(runtimes ? { runtimes } : {}),
});

const judge = (candidate: Candidate, target: Target) =>
	judgeWithSupport(model, candidate, target, 8192, judgeSupport(candidate, target, readSupportTable()));

describe("memory and software together", () => {
	it("names the best runtime, with a dated rule", () => {
		const { verdict, support } = judge(fp8, card({ computeCapability: "8.9" }));
		assert.equal(verdict.answer, "fits");
		assert.ok(support.runtime);
		assert.match(support.rule?.asOf ?? "", /^20\d\d-\d\d/);
		assert.ok((support.rule?.sources.length ?? 0) > 0);
	});

	it("takes the memory of what the only runtime makes of the weights: FP8 as BF16", () => {
		const old = card({ computeCapability: "8.0", memoryBytes: 16 * gib }, ["transformers"]);
		const block = { ...fp8, label: "fp8-block", method: "fp8-block" };
		const expanded = [judge(fp8, old), judge(block, old)].find(({ isExpanded }) => isExpanded);
		assert.ok(expanded, "neither is expanded");
		assert.equal(expanded.support.loadsAs, "bf16");
		assert.equal(expanded.verdict.parts.weights?.value, 17e9);
		assert.equal(expanded.verdict.parts.weights?.basis, "estimated");
		assert.equal(expanded.verdict.answer, "tooLarge");
	});

	it("says that memory fits and software does not, with the rule", () => {
		const bad: Candidate = { ...fp8, label: "exl2", method: "exl2", bits: 4 };
		const mac: Target = {
			id: "m",
			name: "m",
			vendor: "apple",
			devices: [{ name: "M3 Max", vendor: "apple", memoryBytes: 64 * gib, isUnified: true }],
			origin: "user",
			runtimes: ["exllamav2"],
		};
		const { verdict, support } = judge(bad, mac);
		assert.equal(support.support, "unsupported");
		assert.equal(verdict.answer, "unsupported");
		assert.equal(verdict.supportRuleId, support.rule?.id);
	});

	it("leaves the memory's answer where no rule is about it", () => {
		const strange: Candidate = { ...fp8, label: "zz9", method: "zz9" };
		assert.equal(judge(strange, card({})).verdict.answer, "fits");
	});
});
