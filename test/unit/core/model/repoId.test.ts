import assert from "node:assert/strict";
import { isRepoId, parseRepoId } from "../../../../src/core/model/repoId.ts";

describe("a repository's ID", () => {
	it("is an owner and a name, or a legacy name alone", () => {
		assert.deepEqual(parseRepoId("Qwen/Qwen3-8B"), { owner: "Qwen", name: "Qwen3-8B" });
		assert.deepEqual(parseRepoId("gpt2"), { name: "gpt2" });
		for (const id of ["a/b", "01-ai/Yi-1.5-9B", "timm/vit_base.augreg_in21k", "x/y_z.w-1"]) {
			assert.ok(isRepoId(id), id);
		}
	});

	it("is no path, URL, sentence or hostile text", () => {
		const others = [
			"",
			"/",
			"a/",
			"/b",
			"a/b/c",
			"./model",
			"../model",
			"a/b.git",
			"a--b/c",
			"a/b..c",
			"-a/b",
			"a/b-",
			".a/b",
			"a b/c",
			"https://huggingface.co/a",
			"a/b\n",
			"а/b",
			'a/"b',
			`a/${"b".repeat(97)}`,
		];
		for (const text of others) {
			assert.ok(!isRepoId(text), JSON.stringify(text));
		}
		assert.ok(isRepoId(`a/${"b".repeat(96)}`));
	});
});
