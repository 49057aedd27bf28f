import assert from "node:assert/strict";
import { indexBases, markBases } from "../../../../../src/core/pick/quality/markBases.ts";
import { chooseQualityTask, readQualityTask } from "../../../../../src/core/pick/quality/qualityTask.ts";
import { readTraits, type TraitSource } from "../../../../../src/core/pick/quality/traits.ts";

describe("traits of a model", () => {
	it("take a packed copy for its original, and a tuned model for its base model's sibling", () => {
		const original = readTraits({ repoId: "Qwen/Qwen3-8B" });
		assert.equal(readTraits({ repoId: "unsloth/Qwen3-8B-GGUF" }).identity, original.identity);
		assert.equal(readTraits({ repoId: "Qwen/Qwen3-8B-FP8" }).identity, original.identity);
		assert.equal(
			readTraits({ repoId: "meta-llama/Meta-Llama-3-8B-Instruct" }).identity,
			readTraits({ repoId: "NousResearch/Llama-3-8B-Instruct-hf" }).identity,
		);
		const base = readTraits({ repoId: "Qwen/Qwen3-8B-Base" });
		assert.notEqual(base.identity, original.identity);
		assert.equal(base.sibling, original.sibling);
	});

	it("take sizes of a generation for one line, and generations for two", () => {
		const line = (repoId: string) => readTraits({ repoId }).line;
		assert.equal(line("Qwen/Qwen2.5-7B-Instruct"), line("Qwen/Qwen2.5-72B"));
		assert.notEqual(line("Qwen/Qwen2.5-7B-Instruct"), line("Qwen/Qwen3-8B"));
		assert.notEqual(line("Qwen/Qwen2.5-7B-Instruct"), line("Qwen/Qwen2.5-Coder-7B-Instruct"));
		assert.equal(
			readTraits({ repoId: "Qwen/Qwen2.5-7B" }).stem,
			readTraits({ repoId: "Qwen/Qwen3-8B" }).stem,
		);
	});

	it("keep what is not told unknown", () => {
		const traits = readTraits({ repoId: "mistralai/Mistral-Large-Instruct-2411" });
		assert.equal(traits.logSize, undefined);
		assert.equal(traits.year, undefined);
	});

	it("tell what was not tuned to answer by its name, its maker's other names, or its lack of a template", () => {
		const now = Date.UTC(2026, 3);
		const isPretrained = (source: TraitSource) => readTraits(source).flags.has("pretrained");
		assert.ok(
			isPretrained({ repoId: "Qwen/Qwen3-8B-Base" }) && isPretrained({ repoId: "google/gemma-3-4b-pt" }),
		);
		assert.ok(!isPretrained({ repoId: "baidu/ERNIE-4.5-21B-A3B-PT" }), "PyTorch");
		const silent = {
			repoId: "someone/Newest-8B",
			createdAtMs: now,
			task: "text-generation",
			library: "transformers",
			hasChatTemplate: false,
		};
		assert.ok(isPretrained(silent));
		assert.ok(!isPretrained({ ...silent, hasChatTemplate: true }));
		assert.ok(!isPretrained({ ...silent, repoId: "someone/Newest-8B-Instruct" }));
		assert.ok(!isPretrained({ ...silent, createdAtMs: Date.UTC(2023, 3) }), "templates are younger");
		assert.ok(!isPretrained({ repoId: "someone/Newest-8B", createdAtMs: now }), "nobody asked");
		const names = [
			"google/gemma-4-31B",
			"google/gemma-4-31B-it",
			"someone/gemma-4-31B-GGUF",
			"Qwen/Qwen3-32B",
		];
		const traits = names.map((repoId) => readTraits({ repoId }));
		assert.deepEqual(
			markBases(traits, indexBases(traits)).map(({ flags }) => flags.has("pretrained")),
			[true, false, true, false],
		);
	});

	it("read who made it, from what, and what for", () => {
		const traits = readTraits({
			repoId: "someone/Qwen2.5-Coder-7B-abliterated",
			baseModels: { relation: "finetune", repoIds: ["Qwen/Qwen2.5-Coder-7B-Instruct"] },
		});
		assert.deepEqual([...traits.flags].sort(), ["coder", "others", "uncensored"]);
		assert.equal(traits.origin, "qwen2p5-coder");
	});
});

describe("words for the work", () => {
	it("are people's and the Hub's", () => {
		const tasks: readonly (readonly [string, string | undefined])[] = [
			["chat", "chat"],
			["text-generation", "chat"],
			["coding", "coding"],
			["Code generation", "coding"],
			["reasoning", "reasoning"],
			["function calling", "functionCalling"],
			["function-calling", "functionCalling"],
			["functionCalling", "functionCalling"],
			["tool_use", "functionCalling"],
			["multilingual", "multilingual"],
			["vision", "vision"],
			["vision-language", "vision"],
			["image-text-to-text", "vision"],
			["embedding", "embedding"],
			["feature-extraction", "embedding"],
			["sentence-similarity", "embedding"],
			["text-ranking", "reranking"],
			["automatic-speech-recognition", "transcription"],
			["text-to-image", undefined],
			["text-classification", undefined],
		];
		for (const [text, task] of tasks) {
			assert.equal(readQualityTask(text), task, text);
		}
	});

	it("tell a specialty by the names that are preferred", () => {
		assert.equal(chooseQualityTask(["text-generation"], ["coder", "codestral"]), "coding");
		assert.equal(chooseQualityTask(["text-generation", "any-to-any"], []), "chat");
		assert.equal(chooseQualityTask(["image-text-to-text"], ["ocr"]), "vision");
		assert.equal(chooseQualityTask(["text-to-image"], []), undefined);
	});
});
