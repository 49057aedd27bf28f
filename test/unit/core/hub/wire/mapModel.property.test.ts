import assert from "node:assert/strict";
import fc from "fast-check";
import { mapConfig } from "../../../../../src/core/hub/wire/mapConfig.ts";
import { mapModel } from "../../../../../src/core/hub/wire/mapModel.ts";

const wholeRow = {
	_id: "0123456789abcdef01234567",
	id: "owner/Name-8B-Instruct",
	author: "owner",
	sha: "b".repeat(40),
	pipeline_tag: "text-generation",
	library_name: "transformers",
	tags: ["safetensors", "license:mit", "en", "moe", "base_model:quantized:a/b", "4-bit", "custom_code"],
	downloads: 1,
	downloadsAllTime: 2,
	likes: 3,
	trendingScore: 4,
	createdAt: "2025-01-01T00:00:00.000Z",
	lastModified: "2025-01-02T00:00:00.000Z",
	gated: false,
	private: false,
	disabled: false,
	safetensors: { parameters: { BF16: 100, U8: 200, I32: 5, U32: 7, F8_E8M0: 1, I8: 2 }, total: 300 },
	gguf: { total: 8e9, architecture: "llama", context_length: 4096 },
	baseModels: { relation: "quantized", models: [{ _id: "0123456789abcdef01234567", id: "a/b" }] },
	childrenModelCount: { adapter: 1, merge: 2, quantized: 3, finetune: 4 },
	cardData: { license: "mit", license_name: "n", license_link: "https://a.example", language: ["en"] },
	config: { model_type: "llama", num_experts: 4, quantization_config: { bits: 4, quant_method: "gptq" } },
	siblings: [{ rfilename: "model-00001-of-00002.safetensors", size: 1 }, { rfilename: "m.Q4_K_M.gguf" }],
	securityRepoStatus: { scansDone: true, filesWithIssues: [] },
};

/** Any JSON value, and now and then one that is nearly right. */
const anything = fc.oneof(
	fc.jsonValue(),
	fc.string({ unit: "binary" }),
	fc.double(),
	fc.constantFrom("__proto__", "constructor", "\u202e", -1, 1e308, [], {}, null),
);

function collectStrings(value: unknown): readonly string[] {
	if (typeof value === "string") {
		return [value];
	}
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(collectStrings) : [];
}

function checkModel(row: unknown): void {
	const model = mapModel(row, 1);
	for (const text of collectStrings(model)) {
		assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Cs}]/u);
		assert.ok(text.length <= 1000);
	}
	if (model?.parameters !== undefined) {
		assert.ok(Number.isFinite(model.parameters.total.value) && model.parameters.total.value > 0);
	}
}

describe("mapModel on hostile rows", () => {
	it("never throws on any JSON", () => {
		fc.assert(fc.property(anything, (row) => checkModel(row)));
	});

	it("never throws on a row of which any fields are anything", () => {
		const keys = Object.keys(wholeRow);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...keys), anything), (mutation) =>
				checkModel({ ...wholeRow, ...mutation }),
			),
			{ numRuns: 1000 },
		);
	});

	it("never throws on a row in which any inner value is anything", () => {
		const paths = Object.entries(wholeRow).flatMap(([key, value]) =>
			typeof value === "object" ? Object.keys(value).map((inner) => [key, inner] as const) : [],
		);
		fc.assert(
			fc.property(fc.constantFrom(...paths), anything, ([key, inner], value) => {
				const row: Record<string, unknown> = structuredClone(wholeRow);
				const block = row[key];
				assert.ok(typeof block === "object" && block !== null);
				Object.assign(block, { [inner]: value });
				checkModel(row);
			}),
			{ numRuns: 1000 },
		);
	});

	it("never throws on any configuration", () => {
		const names = [
			"text_config",
			"num_hidden_layers",
			"layer_types",
			"head_dim",
			"model_type",
			"hidden_size",
		];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), anything), (config) => {
				mapConfig(config);
				checkModel({ id: "a/b", config });
			}),
		);
	});

	it("takes a long text no longer than a short one deserves", () => {
		const long = "x".repeat(5_000_000);
		checkModel({ ...wholeRow, library_name: long, tags: [long, ...Array(50_000).fill("en")], sha: long });
		checkModel({ id: `${"a-".repeat(40)}8B`, siblings: [{ rfilename: `${"-of-".repeat(100)}.gguf` }] });
	});
});
