import assert from "node:assert/strict";
import { planPin } from "../../../../../src/core/code/check/planPin.ts";
import { findModelIds } from "../../../../../src/core/code/ids/findModelIds.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

/** The text with the commit put in as `C`; `undefined` where there is no room for it. */
function pin(languageId: string, text: string): string | undefined {
	const [use] = findModelIds(text, languageId);
	assert.ok(use, text);
	const plan = planPin(use, { text, languageId }, commit);
	return plan && text.slice(0, plan.start) + plan.newText.replace(commit, "C") + text.slice(plan.end);
}

describe("a commit beside an ID", () => {
	it("stands as the language and the place ask for it", () => {
		for (const [language, text, pinned] of [
			[
				"python",
				'f.from_pretrained("google/gemma-2b", x=1)',
				'f.from_pretrained("google/gemma-2b", revision="C", x=1)',
			],
			[
				"python",
				'f.from_pretrained("google/gemma-2b", revision="main")',
				'f.from_pretrained("google/gemma-2b", revision="C")',
			],
			["python", 'u = "hf://google/gemma-2b"', 'u = "hf://google/gemma-2b@C"'],
			[
				"typescript",
				'await pipeline("text-generation", "google/gemma-2b", { dtype: "q8" })',
				'await pipeline("text-generation", "google/gemma-2b", { revision: "C", dtype: "q8" })',
			],
			[
				"yaml",
				"a:\n  model_id: google/gemma-2b\n  b: 1\n",
				"a:\n  model_id: google/gemma-2b\n  revision: C\n  b: 1\n",
			],
			[
				"yaml",
				"args:\n  - --model\n  - google/gemma-2b\n",
				"args:\n  - --model\n  - google/gemma-2b\n  - --revision\n  - C\n",
			],
			[
				"json",
				'{\n  "model_id": "google/gemma-2b"\n}',
				'{\n  "model_id": "google/gemma-2b",\n  "revision": "C"\n}',
			],
			["toml", '[m]\nmodel_id = "google/gemma-2b"\n', '[m]\nmodel_id = "google/gemma-2b"\nrevision = "C"\n'],
			[
				"shellscript",
				"vllm serve google/gemma-2b --port 80",
				"vllm serve google/gemma-2b --revision C --port 80",
			],
			["dockerfile", "RUN hf download google/gemma-2b", "RUN hf download google/gemma-2b --revision C"],
		] as const) {
			assert.equal(pin(language, text), pinned);
		}
	});

	it("has no room where the ID comes by a variable, or the file cannot say it", () => {
		assert.equal(pin("python", 'M = "google/gemma-2b"\nf.from_pretrained(M)'), undefined);
		assert.equal(pin("dockerfile", "ENV MODEL_ID=google/gemma-2b"), undefined);
	});
});
