import assert from "node:assert/strict";
import fc from "fast-check";
import { mapModel } from "../../../../../src/core/hub/wire/mapModel.ts";
import { mapStatedResults, mostStatedResults } from "../../../../../src/core/hub/wire/mapStatedResults.ts";

const file = (id: string, value: unknown, more: object = {}) => ({
	filename: ".eval_results/x.yaml",
	verified: false,
	data: { dataset: { id, task_id: "main" }, value },
	...more,
});
const card = (...results: object[]) => [{ name: "x", results }];

describe("results that a repository states", () => {
	it("come from files of results, with who vouches for them, where they are from and when", () => {
		const [verified, own] =
			mapStatedResults(
				[
					{
						...file("openai/gsm8k", 86.2),
						data: {
							dataset: { id: "openai/gsm8k", task_id: "main" },
							value: 86.2,
							date: "2024-04-22",
							source: { url: "https://example.org", name: "Model Card" },
						},
						pullRequest: 44,
					},
					file("TIGER-Lab/MMLU-Pro", 61, { verified: true }),
				],
				undefined,
			) ?? [];
		assert.deepEqual(verified, {
			benchmark: "TIGER-Lab/MMLU-Pro",
			part: "main",
			value: 61,
			isVerified: true,
		});
		assert.deepEqual(own, {
			benchmark: "openai/gsm8k",
			part: "main",
			value: 86.2,
			isVerified: false,
			source: "Model Card",
			measuredAtMs: Date.UTC(2024, 3, 22),
		});
	});

	it("come from the card's index, of each data set what it is named for", () => {
		const index = card({
			task: { type: "Retrieval" },
			dataset: { type: "mteb/nfcorpus", name: "MTEB NFCorpus", config: "default" },
			metrics: [
				{ type: "map_at_1", value: 5.1 },
				{ type: "main_score", value: "37.2" },
			],
		});
		assert.deepEqual(mapStatedResults(undefined, index), [
			{ benchmark: "mteb/nfcorpus", part: "default", metric: "main_score", value: 37.2, isVerified: false },
		]);
	});

	it("are unknown where nobody asked, and none where nothing is stated", () => {
		assert.equal(mapStatedResults(undefined, null), undefined);
		assert.deepEqual(mapStatedResults([], undefined), []);
		assert.equal(mapModel({ id: "a/b" }, 0)?.statedResults, undefined);
		assert.equal(mapModel({ id: "a/b", evalResults: [file("x/y", 1)] }, 0)?.statedResults?.length, 1);
	});

	it("count once, in a number that can be kept, and never as what they are not", () => {
		const many = Array.from({ length: 500 }, (_, i) => file(`bench/b${i % 250}`, i));
		assert.equal(mapStatedResults(many, undefined)?.length, mostStatedResults);
		for (const value of ["high", "1e999", null, Number.NaN, 1e300, {}, [1]]) {
			assert.deepEqual(mapStatedResults([file("a/b", value)], undefined), []);
		}
		const [first] = mapStatedResults([file("a/\u202Eb\u0000", 1)], undefined) ?? [];
		assert.equal(first?.benchmark, "a/b");
	});

	it("are read without a throw from any JSON", () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (files, index) => {
				mapStatedResults(files, index);
				mapStatedResults([files, file("a/b", index)], card({ dataset: files, metrics: index }));
			}),
		);
	});
});
