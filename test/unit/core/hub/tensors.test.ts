import assert from "node:assert/strict";
import fc from "fast-check";
import { isHubError } from "../../../../src/core/hub/hubError.ts";
import type { TensorFacts } from "../../../../src/core/model/tensorFacts.ts";
import { type MadeTensor, makeSafetensors, withLength } from "../../../hub/makeSafetensors.ts";
import { type Harness, hasCode, startHarness } from "./hubHarness.ts";

const repoId = "x/model-FP8";
const file = "model.safetensors";

describe("the headers of safetensors files", () => {
	let harness: Harness | undefined;

	afterEach(async () => {
		await harness?.hub.close();
		harness = undefined;
	});

	async function readFiles(files: Readonly<Record<string, Buffer>>, declaredBits?: number) {
		await harness?.hub.close();
		const names = Object.keys(files);
		const row = {
			id: repoId,
			tags: ["safetensors"],
			siblings: names.map((rfilename) => ({ rfilename, size: files[rfilename]?.length })),
			blobs: Object.fromEntries(names.map((name) => [name, files[name]?.toString("base64")])),
		};
		harness = await startHarness({}, { rows: [row] });
		return harness.client.readTensors({
			repoId,
			files: names,
			...(declaredBits !== undefined && { declaredBits }),
		});
	}

	const read = (
		tensors: Readonly<Record<string, MadeTensor>>,
		bits?: number,
	): Promise<TensorFacts | undefined> => readFiles({ [file]: makeSafetensors(tensors) }, bits);

	it("tell bytes by dtype and how many weights are quantized, by one range a file", async () => {
		const facts = await readFiles({
			"model-00001-of-00002.safetensors": makeSafetensors({
				"embed_tokens.weight": ["BF16", [100, 8], 1600],
				"q_proj.weight": ["F8_E4M3", [64, 64], 4096],
				"q_proj.weight_scale_inv": ["F32", [1, 1], 4],
			}),
			"model-00002-of-00002.safetensors": makeSafetensors({ "norm.weight": ["BF16", [8], 16] }),
		});
		assert.deepEqual(facts, {
			bytesByDtype: [
				["F8_E4M3", 4096],
				["BF16", 1616],
				["F32", 4],
			],
			parameters: 4096 + 800 + 8,
			quantized: { parameters: 4096, bytes: 4100, bits: 8 },
		});
		assert.equal(harness?.hub.requests.length, 2);
		assert.equal(
			harness?.hub.requests[0]?.path,
			"/x/model-FP8/resolve/main/model-00001-of-00002.safetensors",
		);
	});

	const packed: readonly (readonly [
		name: string,
		tensors: Readonly<Record<string, MadeTensor>>,
		parameters: number | undefined,
		bits: number | undefined,
		declared?: number,
	])[] = [
		[
			"GPTQ of 4 bits, eight rows in an I32: by the zero points beside it",
			{
				"q.qweight": ["I32", [8, 64], 2048],
				"q.qzeros": ["I32", [1, 8], 32],
				"q.scales": ["F16", [1, 64], 128],
				"q.g_idx": ["I32", [64], 256],
			},
			64 * 64,
			4,
		],
		[
			"GPTQ of 3 bits",
			{
				"q.qweight": ["I32", [6, 64], 1536],
				"q.qzeros": ["I32", [1, 6], 24],
				"q.scales": ["F16", [1, 64], 128],
			},
			64 * 64,
			3,
		],
		[
			"AWQ of 4 bits, eight columns in an I32",
			{
				"q.qweight": ["I32", [32, 8], 1024],
				"q.qzeros": ["I32", [1, 8], 32],
				"q.scales": ["F16", [1, 64], 128],
			},
			32 * 64,
			4,
		],
		[
			"compressed-tensors of 4 bits, as it declares",
			{
				"q.weight_packed": ["I32", [64, 8], 2048],
				"q.weight_scale": ["BF16", [64, 1], 128],
				"q.weight_shape": ["I64", [2], 16],
			},
			64 * 64,
			4,
			4,
		],
		[
			"packed in a way that nothing tells: bytes alone",
			{ "q.weight_packed": ["I32", [64, 8], 2048], "q.weight_scale": ["BF16", [64, 1], 128] },
			undefined,
			undefined,
		],
		[
			"MLX of 4 bits, with scales and biases",
			{
				"q.weight": ["U32", [64, 8], 2048],
				"q.scales": ["BF16", [64, 1], 128],
				"q.biases": ["BF16", [64, 1], 128],
			},
			64 * 64,
			4,
			4,
		],
		[
			"NVFP4: two in a byte, by its 8-bit scales",
			{
				"q.weight": ["U8", [64, 32], 2048],
				"q.weight_scale": ["F8_E4M3", [64, 4], 256],
				"q.weight_scale_2": ["F32", [], 4],
				"q.input_scale": ["F32", [], 4],
			},
			64 * 64,
			4,
		],
		[
			"MXFP4 of gpt-oss: blocks and scales of exponents",
			{
				"experts.gate_up_proj_blocks": ["U8", [2, 64, 2, 16], 4096],
				"experts.gate_up_proj_scales": ["U8", [2, 64, 2], 256],
				"experts.gate_up_proj_bias": ["BF16", [2, 64], 256],
			},
			2 * 4096 + 128,
			4,
		],
		[
			"FP4 of DeepSeek: two in an I8 beside exponents",
			{ "w1.weight": ["I8", [64, 32], 2048], "w1.scale": ["F8_E8M0", [64, 2], 128] },
			64 * 64,
			4,
		],
		[
			"NF4 of bitsandbytes: two in a byte, by the state that it keeps",
			{
				"q.weight": ["U8", [2048, 1], 2048],
				"q.weight.absmax": ["U8", [64], 64],
				"q.weight.quant_map": ["F32", [16], 64],
				"q.weight.quant_state.bitsandbytes__nf4": ["U8", [50], 50],
			},
			4096,
			4,
		],
		[
			"INT8: one a byte",
			{ "q.weight": ["I8", [64, 64], 4096], "q.weight_scale": ["BF16", [64, 1], 128] },
			4096,
			8,
		],
	];
	for (const [name, tensors, parameters, bits, declared] of packed) {
		it(name, async () => {
			const facts = await read(tensors, declared);
			assert.equal(facts?.parameters, parameters);
			assert.equal(facts?.quantized?.bits, bits);
			const bytes = Object.values(tensors).reduce((sum, [, , own]) => sum + own, 0);
			const summed = facts?.bytesByDtype.reduce((sum, [, own]) => sum + own, 0);
			assert.equal(summed, bytes);
		});
	}

	it("plain weights have nothing quantized; learned scales are weights, positions are not", async () => {
		const facts = await read({
			"layer.scale": ["BF16", [64], 128],
			"layer.weight": ["BF16", [64, 64], 8192],
			"embeddings.position_ids": ["I64", [1, 512], 4096],
		});
		assert.equal(facts?.parameters, 64 + 4096);
		assert.equal(facts?.quantized, undefined);
	});

	it("headers longer than the first piece are read to their end", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 9000 }, (_, index): [string, MadeTensor] => [
				`model.layers.${index}.self_attn.a_rather_long_name_of_a_projection.weight`,
				["BF16", [1], 2],
			]),
		);
		const facts = await read(many);
		assert.equal(facts?.parameters, 9000);
		assert.equal(harness?.hub.requests.length, 2);
	});

	const broken: readonly (readonly [name: string, bytes: Buffer])[] = [
		["no header at all", Buffer.from("abc")],
		["one of no length", Buffer.alloc(100)],
		["one of an impossible length", Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from("{}")])],
		["one that is cut off", makeSafetensors({ a: ["BF16", [1], 2] }).subarray(0, 40)],
		["one that is not JSON", withLength("{a:1}")],
		["one that is a list", withLength("[1]")],
		["a tensor that is none", withLength('{"a":7}')],
		[
			"a tensor of a negative size",
			withLength('{"a":{"dtype":"BF16","shape":[-1],"data_offsets":[0,2]}}', 2),
		],
		["a tensor beyond the file", withLength('{"a":{"dtype":"BF16","shape":[1],"data_offsets":[0,9]}}', 2)],
		[
			"a tensor that ends before it begins",
			withLength('{"a":{"dtype":"BF16","shape":[1],"data_offsets":[2,0]}}', 2),
		],
		["markup for a dtype", withLength('{"a":{"dtype":"<b>","shape":[1],"data_offsets":[0,2]}}', 2)],
	];
	for (const [name, bytes] of broken) {
		it(`refuses ${name}`, async () => {
			await assert.rejects(readFiles({ [file]: bytes }), hasCode("badResponse"));
		});
	}

	it("a file without tensors tells nothing, a missing one is not found", async () => {
		assert.equal(await read({}), undefined);
		await assert.rejects(
			harness?.client.readTensors({ repoId, files: ["other.safetensors"] }) ?? Promise.resolve(),
			hasCode("notFound"),
		);
	});

	it("never fails otherwise than by a bad response, whatever bytes come", async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
				try {
					await readFiles({ [file]: Buffer.from(bytes) });
				} catch (error) {
					assert.ok(isHubError(error, "badResponse"), String(error));
				}
			}),
			{ numRuns: 15 },
		);
	});
});
