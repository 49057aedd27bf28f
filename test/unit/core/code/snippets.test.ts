import assert from "node:assert/strict";
import { ALL_MODEL_LIBRARY_KEYS, PIPELINE_TYPES } from "@huggingface/tasks";
import fc from "fast-check";
import { listSnippets } from "../../../../src/core/code/snippets.ts";
import { weightFormats } from "../../../../src/core/model/artifact.ts";
import type { Model } from "../../../../src/core/model/model.ts";

function model(repoId: string, facts: Partial<Model> = {}): Model {
	return { repoId, formats: ["safetensors"], security: "unknown", counters: {}, readAtMs: 0, ...facts };
}

const gguf = (...files: readonly string[]): Partial<Model> => ({
	formats: ["gguf"],
	artifacts: files.map((file) => ({ format: "gguf", files: [file] })),
});

const adapterOf = (repoId: string): Partial<Model> => ({
	baseModels: { relation: "adapter", repoIds: [repoId] },
});

const vllmServed = [
	"library:transformers:0",
	"library:transformers:1",
	"app:vllm",
	"app:sglang",
	"app:docker-model-runner",
];
const ggufServed = [
	"library:llama-cpp-python:0",
	"app:llama.cpp",
	"app:node-llama-cpp",
	"app:localai",
	"app:ollama",
	"app:docker-model-runner",
	"app:lemonade",
];

/** Kinds of models as the Hub has them, and the snippets that each must at least have. */
const kinds: readonly (readonly [Model, readonly string[], RegExp])[] = [
	[
		model("Qwen/Qwen3-8B", {
			task: "text-generation",
			library: "transformers",
			baseModels: { relation: "finetune", repoIds: ["Qwen/Qwen3-8B-Base"] },
		}),
		vllmServed,
		/"role": "user"/,
	],
	[
		model("meta-llama/Llama-3.1-8B", { task: "text-generation", library: "transformers" }),
		vllmServed,
		/AutoModelForCausalLM/,
	],
	[
		model("google/gemma-3-27b-it", { task: "image-text-to-text", library: "transformers" }),
		vllmServed,
		/image_url/,
	],
	[
		model("Qwen/Qwen3-8B-AWQ", {
			task: "text-generation",
			library: "transformers",
			quantization: { method: "awq" },
		}),
		vllmServed,
		/vllm serve "Qwen\/Qwen3-8B-AWQ"/,
	],
	[
		model("bartowski/Qwen3-8B-GGUF", {
			task: "text-generation",
			...gguf("Qwen3-8B-Q2_K.gguf", "Qwen3-8B-Q4_K_M.gguf"),
		}),
		ggufServed,
		/ollama run hf\.co\/bartowski\/Qwen3-8B-GGUF:Q4_K_M/,
	],
	[
		model("unsloth/no-task-GGUF", gguf("model-UD-Q4_K_XL.gguf")),
		ggufServed,
		/filename="model-UD-Q4_K_XL\.gguf"/,
	],
	[
		model("someone/files-not-read-GGUF", { task: "text-generation", formats: ["gguf"] }),
		["app:llama.cpp", "app:ollama"],
		/ollama run hf\.co\/someone\/files-not-read-GGUF$/m,
	],
	[
		model("black-forest-labs/FLUX.1-dev", { task: "text-to-image", library: "diffusers" }),
		["library:diffusers:0"],
		/DiffusionPipeline/,
	],
	[
		model("someone/flux-lora", {
			task: "text-to-image",
			library: "diffusers",
			...adapterOf("black-forest-labs/FLUX.1-dev"),
		}),
		["library:diffusers:0"],
		/from_pretrained\("black-forest-labs\/FLUX\.1-dev"[\s\S]*load_lora_weights\("someone\/flux-lora"/,
	],
	[
		model("someone/llama-lora", {
			task: "text-generation",
			library: "peft",
			...adapterOf("meta-llama/Llama-3.1-8B"),
		}),
		["library:peft:0"],
		/PeftModel\.from_pretrained/,
	],
	[
		model("openai/whisper-large-v3", { task: "automatic-speech-recognition", library: "transformers" }),
		["library:transformers:0"],
		/pipeline\("automatic-speech-recognition"/,
	],
	[
		model("nvidia/parakeet-tdt-0.6b-v2", {
			task: "automatic-speech-recognition",
			library: "nemo",
			formats: ["nemo"],
		}),
		["library:nemo:0"],
		/nemo/,
	],
	[
		model("sentence-transformers/all-MiniLM-L6-v2", {
			task: "sentence-similarity",
			library: "sentence-transformers",
		}),
		["library:sentence-transformers:0"],
		/SentenceTransformer\(/,
	],
	[
		model("BAAI/bge-reranker-v2-m3", { task: "text-ranking", library: "sentence-transformers" }),
		["library:sentence-transformers:0"],
		/CrossEncoder\(/,
	],
	[
		model("Xenova/all-MiniLM-L6-v2", {
			task: "feature-extraction",
			library: "transformers.js",
			formats: ["onnx"],
		}),
		["library:transformers.js:0"],
		/@huggingface\/transformers/,
	],
	[
		model("mlx-community/Qwen3-8B-4bit", {
			task: "text-generation",
			library: "mlx",
			formats: ["safetensors", "mlx"],
		}),
		["library:mlx:0", "app:mlx-lm"],
		/mlx_lm/,
	],
	[
		model("timm/resnet50.a1_in1k", { task: "image-classification", library: "timm" }),
		["library:timm:0"],
		/hf_hub:timm\/resnet50/,
	],
	[
		model("google/vit-base-patch16-224", { task: "image-classification", library: "transformers" }),
		["library:transformers:0", "library:transformers:1"],
		/AutoModelForImageClassification/,
	],
	[
		model("dslim/bert-base-NER", { task: "token-classification", library: "transformers" }),
		["library:transformers:0"],
		/AutoModelForTokenClassification/,
	],
	[
		model("Alibaba-NLP/gte", { task: "feature-extraction", library: "transformers", hasCustomCode: true }),
		["library:transformers:0"],
		/trust_remote_code=True/,
	],
	[model("urchade/gliner_medium", { library: "gliner" }), ["library:gliner:0"], /GLiNER\.from_pretrained/],
	[
		model("openai-community/gpt2", { task: "text-generation", library: "transformers" }),
		vllmServed,
		/v1\/completions/,
	],
];

describe("snippets of a model", () => {
	for (const [each, expected, words] of kinds) {
		it(`tell how to use ${each.repoId}`, () => {
			const snippets = listSnippets(each);
			const ids = snippets.map((snippet) => snippet.id);
			assert.deepEqual(
				expected.filter((id) => !ids.includes(id)),
				[],
			);
			assert.match(snippets.map((snippet) => snippet.code).join("\n"), words);
		});
	}

	it("name the file that was chosen", () => {
		const each = model("bartowski/Qwen3-8B-GGUF", {
			task: "text-generation",
			...gguf("a-Q8_0.gguf", "a-Q4_K_M.gguf"),
		});
		const code = (artifactFile: string) =>
			listSnippets(each, { artifactFile }).find((snippet) => snippet.id === "app:ollama")?.code;
		assert.equal(code("a-Q8_0.gguf"), "ollama run hf.co/bartowski/Qwen3-8B-GGUF:Q8_0");
	});

	it("have distinct ids and labels, a language, and no gaps to fill in", () => {
		for (const [each] of kinds) {
			const snippets = listSnippets(each);
			assert.equal(new Set(snippets.map((snippet) => snippet.id)).size, snippets.length);
			assert.equal(new Set(snippets.map((snippet) => snippet.label)).size, snippets.length);
			for (const { code, language, label } of snippets) {
				assert.ok(code.includes(each.repoId), label);
				assert.ok(["python", "javascript", "shellscript"].includes(language));
				assert.doesNotMatch(code, /\{\{|⚠|fill-in/, label);
			}
		}
	});

	it("offer no language model's app for images, and none for an adapter alone", () => {
		assert.deepEqual(
			listSnippets(model("city96/FLUX.1-dev-gguf", { task: "text-to-image", ...gguf("flux-Q4_K.gguf") })),
			[],
		);
		const ids = listSnippets(
			model("someone/llama-lora", { task: "text-generation", library: "transformers", ...adapterOf("a/b") }),
		);
		assert.ok(ids.every((snippet) => !snippet.id.startsWith("app:")));
	});

	it("keep hostile ids, files, tasks and base models out of code", () => {
		assert.deepEqual(
			listSnippets(model('a/b"; rm -rf ~; "', { task: "text-generation", library: "transformers" })),
			[],
		);
		const each = model("a/b-GGUF", gguf("$(rm -rf ~).gguf"));
		assert.ok(listSnippets(each).length > 0);
		for (const snippet of [...listSnippets(each), ...listSnippets(each, { artifactFile: "x`id`.gguf" })]) {
			assert.doesNotMatch(snippet.code, /rm -rf|`id`/);
		}
		const task = model("a/b", { task: '"); import os; os.system("x', library: "transformers" });
		assert.ok(listSnippets(task).every((snippet) => !snippet.code.includes("os.system")));
		const lora = model("a/b", { task: "text-generation", library: "peft", ...adapterOf('x"); evil("') });
		assert.ok(listSnippets(lora).every((snippet) => !snippet.code.includes("evil")));
	});

	it("never throw", () => {
		const anyModel = fc.record({
			task: fc.option(fc.constantFrom(...PIPELINE_TYPES, "constructor"), { nil: undefined }),
			library: fc.option(fc.constantFrom(...ALL_MODEL_LIBRARY_KEYS, "__proto__", "toString"), {
				nil: undefined,
			}),
			formats: fc.subarray([...weightFormats]),
		});
		fc.assert(
			fc.property(anyModel, ({ task, library, formats }) => {
				const snippets = listSnippets(
					model("maker/model", {
						formats,
						...(task === undefined ? {} : { task }),
						...(library === undefined ? {} : { library }),
					}),
				);
				return snippets.every((snippet) => snippet.code.includes("maker/model"));
			}),
			{ numRuns: 2_000 },
		);
	});
});
