import assert from "node:assert/strict";
import published from "../../../../src/core/languages/publishedLanguages.json" with { type: "json" };
import { findSpokenLanguages } from "../../../../src/core/languages/spokenLanguages.ts";

const speaks = (facts: Parameters<typeof findSpokenLanguages>[0], code: string) =>
	findSpokenLanguages(facts)?.codes.includes(code) === true;

describe("the languages of a model", () => {
	it("are those that its card names, whatever else is published", () => {
		assert.deepEqual(findSpokenLanguages({ repoId: "Qwen/Qwen3-8B", languages: ["en"] }), { codes: ["en"] });
	});

	it("are what its makers publish where the card names none, with source and date", () => {
		const spoken = findSpokenLanguages({ repoId: "Qwen/Qwen3-8B" });
		assert.ok(spoken !== undefined);
		assert.ok(spoken.codes.includes("pl"));
		assert.ok(spoken.codes.includes("de"));
		assert.match(spoken.published?.source ?? "", /^https:\/\/qwenlm\.github\.io\//);
		assert.equal(spoken.published?.date, "2025-04-29");
	});

	it("join a tag that says only that there are many", () => {
		const spoken = findSpokenLanguages({ repoId: "BAAI/bge-m3", languages: ["multilingual"] });
		assert.ok(spoken !== undefined);
		assert.ok(spoken.codes.includes("multilingual"));
		assert.ok(spoken.codes.includes("pl"));
		assert.deepEqual(findSpokenLanguages({ repoId: "some/one", languages: ["multilingual"] }), {
			codes: ["multilingual"],
		});
	});

	it("are the original's for a quantization, and nobody's for a fine-tune, which may have lost them", () => {
		const copy = (relation: "quantized" | "finetune") => ({
			repoId: "packer/Qwen3-8B-GGUF",
			baseModels: { relation, repoIds: ["Qwen/Qwen3-8B"] },
		});
		assert.ok(speaks(copy("quantized"), "pl"));
		assert.equal(findSpokenLanguages(copy("finetune")), undefined);
	});

	it("are not known of other models of the same makers, nor of another maker's of that name", () => {
		assert.equal(findSpokenLanguages({ repoId: "Qwen/Qwen-Image" }), undefined);
		assert.equal(findSpokenLanguages({ repoId: "someone/Qwen3-8B" }), undefined);
		assert.equal(findSpokenLanguages({ repoId: "gpt2" }), undefined);
	});

	it("each have a place to look them up, a day, and codes in order", () => {
		assert.ok(published.families.length > 20);
		for (const { models, languages, says, source, published: day } of published.families) {
			const codes = languages.split(" ");
			assert.match(source, /^https:\/\/\S+$/, models[0]);
			assert.match(day, /^20\d\d(-\d\d(-\d\d)?)?$/, models[0]);
			assert.ok(says.length > 5 && models.length > 0);
			assert.equal(new Set(codes).size, codes.length, models[0]);
			for (const code of codes) {
				assert.match(code, /^([a-z]{2,3}|multilingual)$/, models[0]);
			}
			for (const model of models) {
				const repoId = model.replaceAll("*", "x");
				assert.ok(findSpokenLanguages({ repoId })?.published !== undefined, model);
			}
		}
	});
});
