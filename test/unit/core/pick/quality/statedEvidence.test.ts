import assert from "node:assert/strict";
import type { StatedResult } from "../../../../../src/core/model/statedResult.ts";
import { readEvidenceTable } from "../../../../../src/core/pick/quality/evidenceTable.ts";
import {
	type QualityKnowledge,
	type ScoredModel,
	scoreModels,
} from "../../../../../src/core/pick/quality/scoreModels.ts";
import { findStatedBenchmark, readStated } from "../../../../../src/core/pick/quality/statedEvidence.ts";

const nothingKnown: QualityKnowledge = { ...readEvidenceTable(), evidence: [] };

function stated(benchmark: string, value: number, fields: Partial<StatedResult> = {}): StatedResult {
	return { benchmark, value, isVerified: false, ...fields };
}

/** Models alike in all but what they state. */
function models(results: readonly (readonly StatedResult[])[]): readonly ScoredModel[] {
	return results.map((statedResults, i) => ({
		repoId: `maker${i}/alpha${"abcdefgh"[i]}-8b`,
		createdAtMs: Date.UTC(2025, 5),
		parameters: { total: { value: 8e9, basis: "read", from: "safetensorsTotal" } },
		statedResults,
	}));
}

const abilities = (pool: readonly ScoredModel[]) =>
	scoreModels(pool, "coding", nothingKnown).map(({ ability }) => ability);

describe("what repositories state, as evidence", () => {
	const values = [10, 40, 20, 30];

	it("orders models of which nothing else is known, in any unit", () => {
		const [a = 0, b = 0, c = 0, d = 0] = abilities(
			models(values.map((value) => [stated("openai/openai_humaneval", value)])),
		);
		assert.ok(b > d && d > c && c > a);
		const scaled = abilities(models(values.map((value) => [stated("openai/openai_humaneval", value / 100)])));
		assert.deepEqual(scaled, [a, b, c, d]);
	});

	it("counts half where nobody but the author vouches for it, and no flood of it counts for more than one result", () => {
		const spread = (pool: readonly ScoredModel[]) =>
			Math.max(...abilities(pool)) - Math.min(...abilities(pool));
		const own = spread(models(values.map((value) => [stated("x/humaneval", value)])));
		const verified = spread(
			models(values.map((value) => [stated("x/humaneval", value, { isVerified: true })])),
		);
		const flood = spread(
			models(values.map((value) => Array.from({ length: 40 }, (_, i) => stated(`x/humaneval${i}`, value)))),
		);
		assert.ok(own > 0 && own < verified);
		assert.ok(flood <= verified + 1e-9);
	});

	it("says nothing of other work, of benchmarks that few state, or of what is not known as one", () => {
		const plain = abilities(models([[], [], [], []]));
		assert.deepEqual(abilities(models(values.map((value) => [stated("openai/gsm8k", value)]))), plain);
		assert.deepEqual(abilities(models(values.map((value) => [stated("my/own-test", value)]))), plain);
		assert.deepEqual(
			abilities(models(values.map((value, i) => (i < 3 ? [stated("x/mbpp", value)] : [])))),
			plain,
		);
	});

	it("takes copies of one model for one statement", () => {
		const one = { identity: "alpha-8b", results: [stated("x/mbpp", 90)], ownBenchmarks: 0, expected: 0 };
		assert.deepEqual(
			readStated([one, one, one, one], "coding").map(({ value }) => value),
			[0, 0, 0, 0],
		);
	});

	it("reads errors the other way round, and says which results counted", () => {
		const asr = ["librispeech_asr", "fleurs"].map((name) => findStatedBenchmark(stated(name, 3)));
		assert.ok(asr.every((each) => each?.task === "transcription" && each.isLowerBetter));
		const [first] = scoreModels(
			models(values.map((value) => [stated("x/mbpp", value), stated("openai/gsm8k", value)])),
			"coding",
			nothingKnown,
		);
		assert.deepEqual(
			first?.stated?.map(({ benchmark }) => benchmark),
			["x/mbpp"],
		);
	});
});
