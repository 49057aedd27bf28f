import assert from "node:assert/strict";
import { listSnippets } from "../../../../src/core/code/snippets.ts";
import type { Model } from "../../../../src/core/model/model.ts";

function model(repoId: string, facts: Partial<Model> = {}): Model {
	return { repoId, formats: ["safetensors"], security: "unknown", counters: {}, readAtMs: 0, ...facts };
}

describe("snippets that run", () => {
	const codes = (repoId: string, facts: Partial<Model>) =>
		listSnippets(model(repoId, facts)).map(({ id, code }) => `${id}\n${code}`);

	it("load no GGUF by the library of its original, unless plain weights lie beside", () => {
		const facts: Partial<Model> = { task: "image-text-to-text", library: "transformers", formats: ["gguf"] };
		const all = codes("unsloth/Qwen3.5-9B-GGUF", facts);
		assert.ok(all.length > 0 && !all.some((code) => code.includes("pipeline(")), all.join());
		assert.match(
			codes("google/gemma-7b", { ...facts, formats: ["safetensors", "gguf"] }).join(),
			/pipeline\(/,
		);
	});

	it("take no picture from what makes sound or film", () => {
		for (const task of ["text-to-audio", "text-to-video"]) {
			const [first] = codes("a/maker", { task, library: "diffusers" });
			assert.match(first ?? "", /DiffusionPipeline\.from_pretrained\("a\/maker"/);
			assert.doesNotMatch(first ?? "", /images\[0\]/);
		}
	});

	it("load a decoder that translates as a decoder", () => {
		const facts = { task: "translation", library: "transformers" };
		assert.match(codes("ModelSpace/GemmaX2-28-9B-v0.1", facts).join("\n"), /AutoModelForCausalLM/);
		assert.match(codes("facebook/nllb-200-distilled-600M", facts).join("\n"), /AutoModelForSeq2SeqLM/);
	});
});
