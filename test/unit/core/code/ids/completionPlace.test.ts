import assert from "node:assert/strict";
import { findCompletionPlace } from "../../../../../src/core/code/ids/completion/completionPlace.ts";

/** What is found where ▮ stands: the span as text, what takes it, and its task. */
function find(languageId: string, marked: string): [string, string, string?] | undefined {
	const offset = marked.indexOf("▮");
	const text = marked.replace("▮", "");
	const place = findCompletionPlace(text, languageId, offset);
	return place === undefined
		? undefined
		: ([
				text.slice(place.start, place.end),
				place.callSite,
				...(place.task === undefined ? [] : [place.task]),
			] as [string, string, string?]);
}

describe("the place of a completion", () => {
	it("is one that takes models, in any language", () => {
		const cases: readonly (readonly [string, string, readonly string[]])[] = [
			[
				"python",
				'm = AutoModelForCausalLM.from_pretrained("Qw▮")',
				["Qw", "from_pretrained", "text-generation"],
			],
			["python", 'm = AutoModel.from_pretrained("▮', ["", "from_pretrained"]],
			["python", 'pipeline("translation", model="▮")', ["", "pipeline.model", "translation"]],
			["python", 'MODEL = "▮"\nAutoModel.from_pretrained(MODEL)', ["", "from_pretrained"]],
			["python", 'url = "https://huggingface.co/Qw▮"', ["Qw", "huggingface.co"]],
			["python", 'path = "hf://Qw▮"', ["Qw", "hf://"]],
			["typescript", 'await pipeline("feature-extraction", "▮");', ["", "pipeline", "feature-extraction"]],
			["yaml", "services:\n  a:\n    model: ▮\n", ["", "model"]],
			["yaml", 'model: "me▮ta/any"\n', ["meta/any", "model"]],
			["shellscript", "vllm serve Qwen/▮ --port 80", ["Qwen/", "vllm serve"]],
			["dockerfile", "ENV MODEL_ID=▮", ["", "MODEL_ID"]],
			["json", '{"model_id": "▮"}', ["", "model_id"]],
			["toml", '[a]\nmodel_id = "▮"', ["", "model_id"]],
			[
				"markdown",
				'# x\n```python\nm = SentenceTransformer("▮")\n```\n',
				["", "SentenceTransformer", "sentence-similarity"],
			],
		];
		for (const [language, text, expected] of cases) {
			assert.deepEqual(find(language, text), expected, text);
		}
	});

	it("is none where something else belongs", () => {
		for (const [language, text] of [
			["python", 'open("▮")'],
			["python", 'load_dataset("▮")'],
			["python", '# see "▮"'],
			["python", 'AutoModel.from_pretrained("./▮")'],
			["python", 'AutoModel.from_pretrained("../models/▮")'],
			["json", '{"name": "▮"}'],
			["markdown", "We use ▮ here."],
			["shellscript", "git clone ▮"],
		] as const) {
			assert.equal(find(language, text), undefined, text);
		}
	});

	it("is the same at each key of an ID, and another when what is around it changes", () => {
		const memory = {};
		const ask = (text: string): string | undefined =>
			findCompletionPlace(text.replace("▮", ""), "python", text.indexOf("▮"), {}, memory)?.callSite;
		for (const typed of ["", "Q", "Qw", "Qwen/", "Qwen/Qwen3-8"]) {
			assert.equal(ask(`AutoModel.from_pretrained("${typed}▮")`), "from_pretrained");
		}
		assert.equal(ask('open("Qwen/Qwen3-8▮")'), undefined);
		assert.equal(ask('AutoModel.from_pretrained("Qwen/Qwen3-8▮")'), "from_pretrained");
	});
});
