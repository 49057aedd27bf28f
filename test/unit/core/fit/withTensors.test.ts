import assert from "node:assert/strict";
import { mergeModels } from "../../../../src/core/catalog/mergeModels.ts";
import type { Candidate } from "../../../../src/core/fit/candidate.ts";
import { expandWeights } from "../../../../src/core/fit/support/judgeWithSupport.ts";
import { findUnreadTensors, withTensors } from "../../../../src/core/fit/withTensors.ts";
import type { Artifact } from "../../../../src/core/model/artifact.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import type { TensorFacts } from "../../../../src/core/model/tensorFacts.ts";
import { countParameters, gb, makeModel } from "./samples.ts";

const set: Artifact = {
	format: "safetensors",
	files: ["model-1.safetensors", "model-2.safetensors"],
	sizeBytes: 9 * gb,
};
/** An 8B of which 7B are FP8 and 1B, the embeddings, BF16. */
const tensors: TensorFacts = {
	bytesByDtype: [
		["F8_E4M3", 7 * gb],
		["BF16", 2 * gb],
	],
	parameters: 8 * gb,
	quantized: { parameters: 7 * gb, bytes: 7 * gb, bits: 8 },
};
const fp8: Model = makeModel("a/b-FP8", {
	artifacts: [set],
	quantization: { method: "fp8", bits: 8 },
	parameters: countParameters(8 * gb),
	storedBits: 8,
});

describe("what the headers of safetensors files add to a model", () => {
	it("is asked for where weights are quantized or were not counted, and only once", () => {
		const plain = makeModel("a/b", { artifacts: [set], parameters: countParameters(8 * gb), storedBits: 16 });
		assert.equal(findUnreadTensors(plain), undefined);
		assert.equal(findUnreadTensors(fp8), set);
		const { parameters: _, ...uncounted } = plain;
		assert.equal(findUnreadTensors(uncounted), set);
		assert.equal(
			findUnreadTensors({
				...plain,
				parameters: { total: { value: 8e9, basis: "estimated", from: "repoName" } },
			}),
			set,
		);
		assert.equal(findUnreadTensors(withTensors(fp8, set, tensors)), undefined);
		assert.equal(
			findUnreadTensors({ ...fp8, baseModels: { relation: "adapter", repoIds: ["a/b"] } }),
			undefined,
		);
		assert.equal(findUnreadTensors({ ...fp8, artifacts: [{ ...set, format: "gguf" }] }), undefined);
	});

	it("fills in what is not known, and leaves what the Hub counted", () => {
		const { parameters: _, storedBits: __, ...bare } = fp8;
		const known = withTensors({ ...bare, quantization: { method: "compressed-tensors" } }, set, tensors);
		assert.deepEqual(known.parameters?.total, {
			value: 8 * gb,
			basis: "computed",
			from: "safetensorsHeaders",
		});
		assert.deepEqual(known.quantization, { method: "compressed-tensors", bits: 8 });
		assert.equal(known.storedBits, 8);
		assert.deepEqual(withTensors(fp8, set, { ...tensors, parameters: 1 }).parameters, fp8.parameters);
	});

	it("expands only what is quantized: FP8 as BF16 is not twice the file", () => {
		const candidate: Candidate = {
			label: "FP8",
			format: "safetensors",
			method: "fp8",
			bits: 8,
			weights: { value: 9 * gb, basis: "read", from: "fileSizes" },
			artifact: { ...set, tensors },
			isAssumed: false,
		};
		assert.deepEqual(expandWeights(candidate, "bf16").weights, {
			value: 2 * gb + 7 * gb * 2,
			basis: "computed",
			from: "safetensorsHeaders",
		});
		const { artifact: _, ...unread } = candidate;
		assert.equal(expandWeights(unread, "bf16").weights?.value, 18 * gb);
	});

	it("is kept while the files are the same, and not beyond", () => {
		const read = { ...withTensors(fp8, set, tensors), revision: "one" };
		const again = { ...fp8, revision: "one", readAtMs: 1 };
		assert.deepEqual(mergeModels(read, again).artifacts?.[0]?.tensors, tensors);
		assert.equal(mergeModels(read, { ...again, revision: "two" }).artifacts?.[0]?.tensors, undefined);
		const renamed = { ...again, artifacts: [{ ...set, files: ["model.safetensors"] }] };
		assert.equal(mergeModels(read, renamed).artifacts?.[0]?.tensors, undefined);
	});
});
