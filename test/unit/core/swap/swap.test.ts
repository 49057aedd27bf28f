import assert from "node:assert/strict";
import type { Model } from "../../../../src/core/model/model.ts";
import { compareSwap, type SwapSide } from "../../../../src/core/swap/compareSwap.ts";
import { planSwap } from "../../../../src/core/swap/planSwap.ts";
import { findPromptPrefixes } from "../../../../src/core/swap/promptPrefixes.ts";

function model(repoId: string, fields: Partial<Model> = {}): Model {
	return { repoId, formats: [], security: "unknown", counters: {}, readAtMs: 0, ...fields };
}

/** What becomes of each aspect. */
function compare(from: SwapSide, to: SwapSide): Record<string, string> {
	return Object.fromEntries(compareSwap(from, to).map(({ aspect, effect }) => [aspect, effect]));
}

describe("the consequences of a swap", () => {
	it("are unknown where either model says nothing", () => {
		const told = compare({ model: model("a/a") }, { model: model("b/b", { task: "text-generation" }) });
		assert.deepEqual([...new Set(Object.values(told))], ["unknown"]);
	});

	it("tell less context, another template, other tokens and another license, the gravest first", () => {
		const context = (value: number) => ({ value, basis: "read", from: "config" }) as const;
		const from: SwapSide = {
			model: model("a/a", {
				task: "text-generation",
				contextLength: context(32_768),
				license: { id: "apache-2.0", origin: "tag" },
			}),
			text: { chatTemplate: "x", specialTokens: new Map([["eos_token", "<|im_end|>"]]) },
		};
		const to: SwapSide = {
			model: model("b/b", {
				task: "text-generation",
				contextLength: context(8192),
				license: { id: "llama3.1", origin: "tag" },
			}),
			text: { chatTemplate: "y", specialTokens: new Map([["eos_token", "<|eot_id|>"]]) },
		};
		const told = compare(from, to);
		assert.equal(told["context"], "breaks");
		assert.equal(told["chatTemplate"], "changes");
		assert.equal(told["specialTokens"], "changes");
		assert.equal(told["license"], "changes");
		assert.equal(told["task"], "same");
		assert.equal(compareSwap(from, to)[0]?.aspect, "context");
		assert.equal(compare(to, from)["context"], "changes");
	});

	it("tell what an embedding model's code and store depend on", () => {
		const side = (repoId: string, embeddingDimension: number): SwapSide => {
			const prefixes = findPromptPrefixes(repoId);
			return {
				model: model(repoId, { task: "sentence-similarity" }),
				embeddingDimension,
				...(prefixes ? { prefixes } : {}),
			};
		};
		const told = compare(side("intfloat/multilingual-e5-large", 1024), side("BAAI/bge-m3", 1024));
		assert.equal(told["promptPrefixes"], "breaks");
		assert.equal(told["embeddingDimension"], "same");
		assert.equal(told["chatTemplate"], undefined);
		const unknown = compare(side("intfloat/multilingual-e5-large", 1024), side("some/other", 768));
		assert.equal(unknown["promptPrefixes"], "unknown");
		assert.equal(unknown["embeddingDimension"], "breaks");
	});
});

describe("the edit of a swap", () => {
	const commit = "a".repeat(40);

	function apply(text: string, languageId: string, from: readonly string[], revision?: string): string {
		const to = { repoId: "Qwen/Qwen3-14B", ...(revision ? { revision } : {}) };
		let result = text;
		for (const { start, end, text: by } of [...planSwap(text, languageId, from, to).edits].reverse()) {
			result = result.slice(0, start) + by + result.slice(end);
		}
		return result;
	}

	it("replaces every use in any case, and the commit beside it, and leaves comments and other models alone", () => {
		const text = `# Qwen/Qwen3-8B is what we use
AutoModel.from_pretrained("qwen/qwen3-8b", revision="${commit}")
AutoTokenizer.from_pretrained("Qwen/Qwen3-8B", revision="main")
AutoModel.from_pretrained("Qwen/Qwen3-8B-Base")
`;
		assert.equal(
			apply(text, "python", ["Qwen/Qwen3-8B"], "b".repeat(40)),
			`# Qwen/Qwen3-8B is what we use
AutoModel.from_pretrained("Qwen/Qwen3-14B", revision="${"b".repeat(40)}")
AutoTokenizer.from_pretrained("Qwen/Qwen3-14B", revision="main")
AutoModel.from_pretrained("Qwen/Qwen3-8B-Base")
`,
		);
		assert.match(apply(text, "python", ["Qwen/Qwen3-8B"]), /"Qwen\/Qwen3-14B", revision="main"\)/);
	});

	it("tells of files that are named beside the ID", () => {
		const { namedFiles } = planSwap(
			`hf_hub_download(repo_id="Qwen/Qwen3-8B-GGUF", filename="Qwen3-8B-Q4_K_M.gguf")`,
			"python",
			["Qwen/Qwen3-8B-GGUF"],
			{ repoId: "unsloth/Qwen3-8B-GGUF" },
		);
		assert.deepEqual(namedFiles, ["Qwen3-8B-Q4_K_M.gguf"]);
	});
});
