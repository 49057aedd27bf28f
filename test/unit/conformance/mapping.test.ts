import assert from "node:assert/strict";
import { mapModel } from "../../../src/core/hub/wire/mapModel.ts";
import type { Model } from "../../../src/core/model/model.ts";
import { readRows } from "../../hub/readRows.ts";
import {
	explainMissingRecordings,
	findRecording,
	listSingleRecordings,
	readRecording,
} from "./recordedHub.ts";

const missing = explainMissingRecordings();

describe(`mapping beside recorded rows${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
	let listed: ReadonlyMap<string, Model>;
	let single: ReadonlyMap<string, Model>;

	before(function () {
		if (missing !== undefined) {
			this.skip();
		}
		listed = mapAll(readRows(findRecording("models.jsonl")));
		single = mapAll(listSingleRecordings().map(readRecording));
	});

	it("maps every recorded row", () => {
		assert.equal(listed.size, 4167);
		assert.ok(single.size > 90);
	});

	const billions: readonly (readonly [string, number])[] = [
		["Qwen/Qwen3-8B-Base", 8.19],
		["Qwen/Qwen3-8B-GGUF", 8.19],
		["Qwen/Qwen3-14B-AWQ", 14.77],
		["Qwen/Qwen3-30B-A3B-GPTQ-Int4", 30.53],
		["Qwen/Qwen2.5-7B-Instruct-GPTQ-Int8", 7.62],
		["nvidia/Qwen3-8B-NVFP4", 8.19],
		["nvidia/Qwen3-Coder-480B-A35B-Instruct-NVFP4", 480.15],
		["nvidia/NVIDIA-Nemotron-Nano-12B-v2-VL-NVFP4-QAD", 13.18],
		["openai/gpt-oss-20b", 21.51],
		["openai/gpt-oss-120b", 120.41],
		["TheDrummer/Cydonia-24B-v4.3", 23.57],
		["Qwen/Qwen3-4B-SafeRL", 4.02],
		["FINGU-AI/Ultimos-32B", 33.74],
		["moonshotai/Kimi-K2.6", 1058.59],
		["EleutherAI/pythia-160m", 0.16],
	];
	for (const [repoId, expected] of billions) {
		it(`knows the size of ${repoId}`, () => {
			const model = single.get(repoId) ?? listed.get(repoId);
			assert.equal(((model?.parameters?.total.value ?? 0) / 1e9).toFixed(2), expected.toFixed(2));
		});
	}

	it("never gives a size that is far from the one in an unquantized model's name as if it were read", () => {
		for (const model of [...listed.values(), ...single.values()]) {
			const named = /(?<![\d.xa-z_])(\d{1,3}(?:\.\d)?)B(?![a-z\d])/i.exec(model.repoId)?.[1];
			const total = model.parameters?.total;
			if (named !== undefined && total?.basis === "read") {
				assert.ok(total.value > Number(named) * 1e9 * 0.25, `${model.repoId}: ${total.value}`);
			}
		}
	});

	it("reads GGUF labels and shards of every recorded GGUF repository", () => {
		const ggufs = [...single.values()].filter((model) => model.formats.includes("gguf"));
		assert.ok(ggufs.length > 5);
		for (const { artifacts, repoId } of ggufs) {
			assert.ok(
				artifacts?.every(({ quantization }) => quantization !== undefined),
				repoId,
			);
			assert.equal(
				new Set(artifacts?.map(({ quantization }) => quantization)).size,
				artifacts?.length,
				repoId,
			);
		}
		assert.deepEqual(
			single.get("Qwen/Qwen2.5-7B-Instruct-GGUF")?.artifacts?.map(({ files }) => files.length),
			[4, 1, 1, 2, 2, 2, 2, 2, 3],
		);
	});

	it("takes one set of weights from repositories that hold several", () => {
		const [oss] = single.get("openai/gpt-oss-120b")?.artifacts ?? [];
		assert.equal(oss?.files.length, 15);
		assert.ok(oss?.files.every((path) => !path.includes("/")));
		assert.ok([...single.values()].every(({ artifacts }) => (artifacts?.length ?? 0) > 0));
	});

	it("states a license and languages for as many models as their rows do", () => {
		const models = [...listed.values()];
		// Three cards name a license without an id, and one in its text alone.
		assert.equal(models.filter(({ license }) => license !== undefined).length, 2993 + 3 + 1);
		assert.ok(models.filter(({ languages }) => languages !== undefined).length > 1700);
		const codes = new Set(models.flatMap(({ languages }) => languages ?? []));
		for (const word of ["tf", "rl", "moe", "rag", "gan", "code", "jp"]) {
			assert.ok(!codes.has(word), word);
		}
	});
});

function mapAll(rows: readonly unknown[]): ReadonlyMap<string, Model> {
	return new Map(
		rows.map((row) => {
			const model = mapModel(row, 0);
			assert.ok(model, JSON.stringify(row).slice(0, 200));
			return [model.repoId, model];
		}),
	);
}
