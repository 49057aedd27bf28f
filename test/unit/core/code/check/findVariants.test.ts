import assert from "node:assert/strict";
import { findVariants } from "../../../../../src/core/code/check/findVariants.ts";
import type { Model } from "../../../../../src/core/model/model.ts";

function make(repoId: string, facts: Partial<Model> = {}): Model {
	return {
		repoId,
		formats: ["safetensors"],
		security: "unknown",
		counters: {},
		readAtMs: 0,
		task: "text-generation",
		...facts,
	};
}

function billions(value: number): Partial<Model> {
	return { parameters: { total: { value: value * 1e9, basis: "read", from: "config" } } };
}

describe("models in the place of another", () => {
	const model = make("lab/owl-32B", { formats: ["pytorch"], ...billions(32) });
	const known = [
		model,
		make("lab/owl-8B", billions(8)),
		make("lab/owl-14B", billions(14)),
		make("lab/lark-8B", billions(8)),
		make("lab/owl-70B", billions(70)),
		make("q/owl-32B-AWQ", { baseModels: { relation: "quantized", repoIds: ["lab/owl-32B"] } }),
		make("other/owl-32B"),
		make("other/unrelated-32B"),
	];
	const { quantized, smaller, safe } = findVariants(model, known);
	const ids = (models: readonly Model[]): string[] => models.map(({ repoId }) => repoId);

	it("are its quantizations", () => assert.deepEqual(ids(quantized), ["q/owl-32B-AWQ"]));
	it("are its smaller sisters, the largest first", () =>
		assert.deepEqual(ids(smaller), ["lab/owl-14B", "lab/owl-8B"]));
	it("are the same weights in files that run no code", () =>
		assert.deepEqual(ids(safe), ["q/owl-32B-AWQ", "other/owl-32B"]));
});
