import assert from "node:assert/strict";
import { collectArtifacts } from "../../../../../src/core/hub/wire/artifactSets.ts";
import type { Artifact } from "../../../../../src/core/model/artifact.ts";

const facts = { isMlx: false, quantization: undefined };

/** Artifacts of files that have a size of 1 each. */
function collect(...paths: readonly string[]): readonly Artifact[] {
	return collectArtifacts(
		paths.map((path) => ({ path, sizeBytes: 1 })),
		facts,
	);
}

function shards(stem: string, count: number, from = 1, to = count): readonly string[] {
	const pad = (n: number): string => String(n).padStart(5, "0");
	return Array.from({ length: to - from + 1 }, (_, n) => `${stem}-${pad(from + n)}-of-${pad(count)}`);
}

function describeSets(artifacts: readonly Artifact[]): readonly string[] {
	return artifacts.map(
		({ format, quantization, files }) => `${format} ${quantization ?? "-"} ${files.length}`,
	);
}

describe("collectArtifacts", () => {
	it("takes the shards, not the whole file or the other form beside them", () => {
		const files = shards("model", 4).map((stem) => `${stem}.safetensors`);
		const sets = collect(...files, "model.safetensors", "consolidated.safetensors", "config.json");
		assert.deepEqual(sets, [{ format: "safetensors", files, sizeBytes: 4 }]);
	});

	it("takes gpt-oss's shards, which count from 0, and leaves its original and metal forms out", () => {
		const own = shards("model", 2, 0).map((stem) => `${stem}.safetensors`);
		const original = shards("original/model-", 7).map((stem) => `${stem}.safetensors`);
		assert.deepEqual(describeSets(collect(...original, ...own, "metal/model.bin")), ["safetensors - 3"]);
	});

	it("leaves out a set with missing shards", () => {
		const files = shards("model", 4).map((stem) => `${stem}.safetensors`);
		assert.deepEqual(collect(...files.slice(1)), []);
		assert.deepEqual(describeSets(collect(...files.slice(1), "model.safetensors")), ["safetensors - 1"]);
	});

	it("does not know a sum when one size is missing", () => {
		const listed = [
			{ path: "model-00001-of-00002.safetensors", sizeBytes: 5 },
			{ path: "model-00002-of-00002.safetensors", sizeBytes: undefined },
		];
		assert.equal(collectArtifacts(listed, facts)[0]?.sizeBytes, undefined);
	});

	it("gives each variant its set", () => {
		assert.deepEqual(
			describeSets(collect("model.safetensors", "model.fp16.safetensors", "pytorch_model.bin")),
			["safetensors - 1", "safetensors fp16 1", "pytorch - 1"],
		);
	});

	it("leaves out what training left behind", () => {
		assert.deepEqual(
			collect("optimizer.pt", "training_args.bin", "scheduler.pt", "rng_state_0.pth", "x.bin"),
			[],
		);
	});

	it("gives each quantization of a GGUF repository its set, and neither projector nor draft", () => {
		const sets = collect(
			"m-Q4_K_M.gguf",
			"m-UD-IQ2_XXS.gguf",
			...shards("BF16/m-BF16", 2).map((stem) => `${stem}.gguf`),
			"m-q8_0.gguf",
			"m-MXFP4_MOE.gguf",
			"mmproj-F16.gguf",
			"m-mtp-Q8_0.gguf",
			"m.imatrix.gguf",
		);
		assert.deepEqual(describeSets(sets), [
			"gguf Q4_K_M 1",
			"gguf UD-IQ2_XXS 1",
			"gguf BF16 2",
			"gguf Q8_0 1",
			"gguf MXFP4_MOE 1",
		]);
		assert.ok(sets.every(({ projector }) => projector?.path === "mmproj-F16.gguf"));
	});

	it("names the projector of half precision beside each GGUF file, and none where there is none", () => {
		const projectors = ["mmproj-F32.gguf", "mmproj-BF16.gguf", "mmproj-Q8_0.gguf"];
		const [set] = collect("m-Q4_K_M.gguf", ...projectors);
		assert.equal(set?.projector?.path, "mmproj-BF16.gguf");
		assert.equal(collect("m-Q4_K_M.gguf", "mmproj-Q8_0.gguf")[0]?.projector?.path, "mmproj-Q8_0.gguf");
		assert.equal(collect("m-Q4_K_M.gguf")[0]?.projector, undefined);
		assert.equal(collect("model.safetensors", "mmproj-F16.gguf")[0]?.projector, undefined);
	});

	it("sums a pipeline's components, in plain form and as fp16", () => {
		const sets = collect(
			"model_index.json",
			"sd_xl_base_1.0.safetensors",
			"unet/diffusion_pytorch_model.safetensors",
			"unet/diffusion_pytorch_model.fp16.safetensors",
			"unet/diffusion_pytorch_model.bin",
			"text_encoder/model.safetensors",
			"text_encoder/model.fp16.safetensors",
			...shards("text_encoder_2/model", 2).map((stem) => `${stem}.safetensors`),
			"vae/diffusion_pytorch_model.safetensors",
		);
		assert.deepEqual(describeSets(sets), ["safetensors - 5", "safetensors fp16 5"]);
		assert.equal(sets[0]?.sizeBytes, 5);
	});

	it("joins an ONNX graph with its data, by variant", () => {
		const sets = collect(
			"onnx/model.onnx",
			"onnx/model.onnx_data",
			"onnx/model_q4f16.onnx",
			"onnx/model_q4f16.onnx_data",
		);
		assert.deepEqual(describeSets(sets), ["onnx - 2", "onnx q4f16 2"]);
	});

	it("calls safetensors of MLX by their name and says how they are quantized", () => {
		const quantization = { method: "mlx", bits: 4 };
		const sets = collectArtifacts([{ path: "model.safetensors", sizeBytes: 1 }], {
			isMlx: true,
			quantization,
		});
		assert.deepEqual(describeSets(sets), ["mlx MLX 1"]);
	});
});
