import assert from "node:assert/strict";
import { mapModel } from "../../../../../src/core/hub/wire/mapModel.ts";
import type { Model } from "../../../../../src/core/model/model.ts";
import { readNameSize } from "../../../../../src/core/model/nameSize.ts";

function map(id: string, row: object): Model {
	const model = mapModel({ id, ...row }, 1);
	assert.ok(model);
	return model;
}

function assertBillions(model: Model, billions: number): void {
	assert.equal(((model.parameters?.total.value ?? 0) / 1e9).toFixed(2), billions.toFixed(2));
}

describe("mapParameters", () => {
	it("takes the total of plain floats as read", () => {
		const safetensors = { parameters: { BF16: 8_190_735_360 }, total: 8_190_735_360 };
		const model = map("Qwen/Qwen3-8B", { safetensors });
		assert.deepEqual(model.parameters?.total, {
			value: 8_190_735_360,
			basis: "read",
			from: "safetensorsTotal",
		});
		assert.equal(model.storedBits, 16);
	});

	it("takes FP8 with its scales for what it is", () => {
		const safetensors = {
			parameters: { BF16: 683_691_264, F8_E4M3: 78_995_521_536 },
			total: 79_679_212_800,
		};
		const model = map("Qwen/Qwen3-Coder-Next-FP8", {
			safetensors,
			config: { quantization_config: { quant_method: "fp8" } },
		});
		assertBillions(model, 79.68);
		assert.deepEqual(model.quantization, { method: "fp8", bits: 8 });
	});

	it("takes GPTQ and AWQ with declared bits as already unpacked", () => {
		const safetensors = { parameters: { I32: 31_205_621_760, F16: 1_558_250_496 }, total: 32_763_872_256 };
		const config = { quantization_config: { bits: 4, quant_method: "gptq" } };
		const model = map("Qwen/Qwen2.5-32B-Instruct-GPTQ-Int4", { safetensors, config });
		assertBillions(model, 32.76);
		assert.equal(model.parameters?.total.basis, "read");
		assert.equal(model.storedBits, 4);
	});

	it("unpacks MLX by its bits", () => {
		const safetensors = { parameters: { BF16: 486_903_808, U32: 5_725_224_960 }, total: 6_212_128_768 };
		const model = map("lmstudio-community/Qwen3-30B-A3B-MLX-6bit", {
			safetensors,
			library_name: "mlx",
			tags: ["mlx", "6-bit"],
		});
		assertBillions(model, 30.53);
		assert.equal(model.parameters?.total.from, "safetensorsUnpacked");
		assert.equal(model.parameters?.active?.value, 3e9);
		assert.deepEqual(model.quantization, { method: "mlx", bits: 6 });
		assert.deepEqual(model.formats, ["mlx"]);
	});

	it("does not believe MLX of unknown bits: the name, or nothing", () => {
		const safetensors = { parameters: { F16: 15_507_840, U32: 61_745_152 }, total: 77_252_992 };
		const named = map("mlx-community/Qwen2-0.5B-mlx", { safetensors });
		assert.deepEqual(named.parameters?.total, { value: 5e8, basis: "estimated", from: "repoName" });
		assert.equal(map("mlx-community/Qwen2-mlx", { safetensors }).parameters, undefined);
	});

	it("unpacks NVFP4 and leaves its scales out", () => {
		const parameters = { BF16: 1_244_967_936, F8_E4M3: 434_110_464, U8: 3_472_883_712 };
		const model = map("nvidia/Qwen3-8B-NVFP4", {
			safetensors: { parameters, total: 4_717_851_648 },
			tags: ["fp4", "8-bit", "modelopt"],
			config: { quantization_config: { quant_method: "modelopt" } },
		});
		assert.equal(model.parameters?.total.value, 8_190_735_360);
		assert.deepEqual(model.quantization, { method: "nvfp4", bits: 4 });
		assert.equal(model.storedBits, 4);
	});

	it("takes the MXFP4 of gpt-oss as unpacked", () => {
		const parameters = { BF16: 1_804_459_584, U8: 19_707_494_400 };
		const model = map("openai/gpt-oss-20b", {
			safetensors: { parameters, total: 21_511_953_984 },
			tags: ["mxfp4", "8-bit"],
			config: { quantization_config: { quant_method: "mxfp4" }, model_type: "gpt_oss" },
		});
		assertBillions(model, 21.51);
		assert.deepEqual(model.quantization, { method: "mxfp4", bits: 4 });
		assert.equal(model.isMixtureOfExperts, true);
	});

	it("unpacks DeepSeek's FP4, which declares no bits", () => {
		const parameters = {
			BF16: 2_140_000_000,
			F8_E4M3: 5_330_000_000,
			F8_E8M0: 8_870_000_000,
			I8: 141_700_000_000,
		};
		const model = map("deepseek-ai/DeepSeek-V4-Flash", {
			safetensors: { parameters, total: 158_040_000_000 },
			tags: ["fp8", "8-bit"],
		});
		assertBillions(model, 290.87);
		assert.equal(model.storedBits, 4);
	});

	it("never takes a total that is plainly wrong", () => {
		const sum = { parameters: { BF16: 23_572_403_200 }, total: 414_720 };
		assertBillions(map("TheDrummer/Cydonia-24B-v4.3", { safetensors: sum }), 23.57);
		const only = { parameters: { BF16: 414_720 }, total: 414_720 };
		assert.equal(
			map("TheDrummer/Cydonia-24B-v4.1", { safetensors: only }).parameters?.total.from,
			"repoName",
		);
		const intel = {
			parameters: { BF16: 1_928_721_920, I32: 61_980_033_024, F16: 7_393_050_624 },
			total: 1_928_721_920,
		};
		const model = map("Intel/Qwen3-Coder-480B-A35B-Instruct-int4-mixed-AutoRound", {
			safetensors: intel,
			tags: ["4-bit"],
		});
		assert.ok(Math.abs((model.parameters?.total.value ?? 0) / 480e9 - 1) < 0.1);
	});

	it("does not take a draft model's or a projector's count in a GGUF for the model's", () => {
		const drafted = map("unsloth/Qwen3.6-27B-GGUF", { gguf: { total: 1_860_000_000 } });
		assert.deepEqual(drafted.parameters?.total, { value: 27e9, basis: "estimated", from: "repoName" });
		assertBillions(map("Qwen/Qwen3-8B-GGUF", { gguf: { total: 8_190_735_360 } }), 8.19);
	});

	it("marks a count of floats that the name contradicts as an estimate", () => {
		const safetensors = { parameters: { BF16: 27_059_748_864 }, total: 27_059_748_864 };
		const model = map("Supichi/BBAI_78B_Calme_3_1_Ties", { safetensors });
		assert.equal(model.parameters?.total.basis, "estimated");
		assertBillions(model, 27.06);
		const gemma = { parameters: { BF16: 2_614_341_888 }, total: 2_614_341_888 };
		assert.equal(map("google/gemma-2-2b-it", { safetensors: gemma }).parameters?.total.basis, "read");
	});

	it("leaves masks and positions out", () => {
		const safetensors = { parameters: { U8: 50_331_648, F16: 162_323_040, I64: 257 }, total: 212_654_945 };
		assert.equal(map("EleutherAI/pythia-160m", { safetensors }).parameters?.total.value, 162_323_040);
	});

	it("counts an adapter, and does not take its base model's size for its own", () => {
		const row = { library_name: "peft", tags: ["base_model:adapter:a/b-8B"] };
		assert.equal(map("me/llama-8B-lora", row).parameters, undefined);
		const safetensors = { parameters: { F32: 41_943_040 }, total: 41_943_040 };
		assert.equal(map("me/llama-8B-lora", { ...row, safetensors }).parameters?.total.value, 41_943_040);
	});

	it("does not believe a tag of quantization on plain floats", () => {
		const safetensors = { parameters: { BF16: 8_030_261_248 }, total: 8_030_261_248 };
		const model = map("a/b", { safetensors, tags: ["4-bit", "awq"] });
		assert.equal(model.quantization, undefined);
		assert.equal(model.storedBits, 16);
	});
});

describe("readNameSize", () => {
	const sizes: readonly (readonly [string, number | undefined, number | undefined])[] = [
		["a/Llama-3.1-8B-Instruct", 8e9, undefined],
		["a/gemma-3-270m-it", 270e6, undefined],
		["a/Qwen3-30B-A3B-Instruct-2507", 30e9, 3e9],
		["a/Mixtral-8x7B-v0.1", 56e9, undefined],
		["a/SJT-Moe2x7.5B", 15e9, undefined],
		["a/OLMoE-1B-7B-0924", 7e9, 1e9],
		["a/Qwen1.5-MoE-A2.7B", undefined, 2.7e9],
		["a/Llama-4-Maverick-17B-128E-Instruct", undefined, 17e9],
		["a/internlm2_5-1_8b-chat", 1.8e9, undefined],
		["a/bloom-1b7", 1.7e9, undefined],
		["a/Llama_3.2_1b_AquaSyn", 1e9, undefined],
		["a/Llama_3_8B", 8e9, undefined],
		["a/gemma-4-E4B-it", undefined, undefined],
		["a/Infinity-Instruct-7M-Gen-Llama3_1-8B", 8e9, undefined],
		["a/mamba2-8b-3t-4k", 8e9, undefined],
		["a/thing-4bit", undefined, undefined],
		["a/thing-1M", undefined, undefined],
		["7b/thing", undefined, undefined],
	];
	for (const [id, total, active] of sizes) {
		it(`reads ${id}`, () => {
			const size = readNameSize(id);
			assert.deepEqual([size.total, size.active], [total, active]);
		});
	}
});
