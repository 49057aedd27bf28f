import assert from "node:assert/strict";
import { findSimilarIds } from "../../../../../src/core/code/check/similarIds.ts";

describe("IDs that may have been meant", () => {
	const known = ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B", "google/gemma-3-4b-it", "BAAI/bge-m3", "intfloat/e5-base"];

	it("are those that few letters tell apart, nearest first", () => {
		assert.deepEqual(findSimilarIds("Qwen/Qwen3-8C", known), ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B"]);
		assert.deepEqual(findSimilarIds("google/gema-3-4b-it", known), ["google/gemma-3-4b-it"]);
	});

	it("are those of the same name under another owner", () => {
		assert.deepEqual(findSimilarIds("baai-org/BGE-M3", known), ["BAAI/bge-m3"]);
	});

	it("are none where nothing is near", () => {
		assert.deepEqual(findSimilarIds("acme/quite-another-model", known), []);
	});
});
