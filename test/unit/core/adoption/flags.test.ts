import assert from "node:assert/strict";
import type { Derivatives } from "../../../../src/core/adoption/derivatives.ts";
import { findFlags } from "../../../../src/core/adoption/flags.ts";
import { daysAgo, nowMs, sampleModel } from "./sampleModel.ts";

const none = { count: 0, dated: 0, months: [], largest: [] };
const noChildren: Derivatives = {
	byRelation: { finetune: none, adapter: none, merge: none, quantized: none },
	scope: "hub",
	readAtMs: nowMs,
};

describe("flags of adoption", () => {
	it("says new under a week, short history under the counter's window, then nothing", () => {
		assert.deepEqual(findFlags(sampleModel({ createdAtMs: daysAgo(6) }), undefined, nowMs), ["new"]);
		assert.deepEqual(findFlags(sampleModel({ createdAtMs: daysAgo(7) }), undefined, nowMs), ["shortHistory"]);
		assert.deepEqual(findFlags(sampleModel({ createdAtMs: daysAgo(30) }), undefined, nowMs), []);
		assert.deepEqual(findFlags(sampleModel(), undefined, nowMs), []);
	});

	it("suspects test runs behind a fixture's downloads", () => {
		for (const repoId of [
			"hf-internal-testing/tiny-random-gpt2",
			"trl-internal-testing/tiny-Qwen2ForCausalLM-2.5",
			"someone/dummy-model",
		]) {
			const model = sampleModel({ repoId, counters: { downloads30d: 900_000, likes: 3 } });
			assert.deepEqual(findFlags(model, undefined, nowMs), ["ciNoiseSuspected"], repoId);
		}
	});

	it("suspects downloads without a like or a derivative, unless unknown", () => {
		const counters = { downloads30d: 12_604, likes: 0 };
		assert.deepEqual(findFlags(sampleModel({ counters }), noChildren, nowMs), ["ciNoiseSuspected"]);
		assert.deepEqual(findFlags(sampleModel({ counters }), undefined, nowMs), []);
		assert.deepEqual(findFlags(sampleModel({ counters }), { ...noChildren, scope: "sample" }, nowMs), []);
		assert.deepEqual(findFlags(sampleModel({ counters: { downloads30d: 12_604 } }), noChildren, nowMs), []);
	});

	it("leaves small models alone that people like", () => {
		const model = sampleModel({
			repoId: "sentence-transformers/all-MiniLM-L6-v2",
			parameters: { total: { value: 22_713_728, basis: "read", from: "safetensorsTotal" } },
			counters: { downloads30d: 150_000_000, likes: 4_000 },
		});
		assert.deepEqual(findFlags(model, noChildren, nowMs), []);
		const contest = sampleModel({
			repoId: "maker/contest-tester-7b",
			counters: { downloads30d: 9_000, likes: 3 },
		});
		assert.deepEqual(findFlags(contest, noChildren, nowMs), []);
	});

	it("sees a counter stand still in readings two days apart, not in small or moving ones", () => {
		const readings = (counts: readonly number[]) =>
			counts.map((downloads30d, index) => ({ readAtMs: daysAgo(counts.length - 1 - index), downloads30d }));
		const flags = (counts: readonly number[]) => findFlags(sampleModel(), undefined, nowMs, readings(counts));
		assert.deepEqual(flags([5_000, 5_200, 5_200, 5_200]), ["stalledCounter"]);
		assert.deepEqual(flags([5_000, 5_200, 5_200]), []);
		assert.deepEqual(flags([5_200, 5_200, 5_200, 5_300]), []);
		assert.deepEqual(flags([12, 12, 12, 12]), []);
		assert.deepEqual(flags([]), []);
	});

	it("asks the neighbors whether the Hub refreshed at all, and only where the counter stands still", () => {
		const readings = (counts: readonly number[]) =>
			counts.map((downloads30d, index) => ({ readAtMs: daysAgo(counts.length - 1 - index), downloads30d }));
		const flags = (own: readonly number[], ...others: (readonly number[])[]) =>
			findFlags(sampleModel(), undefined, nowMs, readings(own), others.map(readings));
		const still = [5_000, 5_200, 5_200, 5_200];
		assert.deepEqual(flags(still, [700, 710, 720, 730]), ["stalledCounter"]);
		assert.deepEqual(flags(still, [700, 710, 710, 710]), []);
		assert.deepEqual(flags(still, [700, 710, 710, 710], [80, 81, 82, 83], [90, 91, 92, 93]), [
			"stalledCounter",
		]);
		const unasked = {
			[Symbol.iterator]: () => assert.fail("Neighbors were asked of a counter that moves."),
		};
		assert.deepEqual(findFlags(sampleModel(), undefined, nowMs, readings([1, 2, 3]), unasked), []);
	});
});
