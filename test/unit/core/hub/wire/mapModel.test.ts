import assert from "node:assert/strict";
import { mapModel } from "../../../../../src/core/hub/wire/mapModel.ts";
import { inheritLicense } from "../../../../../src/core/license/inheritLicense.ts";
import { resolveLicense } from "../../../../../src/core/license/resolveLicense.ts";
import type { Model } from "../../../../../src/core/model/model.ts";

function map(row: object): Model {
	const model = mapModel({ id: "owner/name", ...row }, 1);
	assert.ok(model);
	return model;
}

describe("mapModel", () => {
	it("keeps the unknown unknown", () => {
		assert.deepEqual(map({ id: "gpt2" }), {
			repoId: "gpt2",
			formats: [],
			security: "unknown",
			counters: {},
			readAtMs: 1,
		});
		assert.deepEqual(map({ id: "a/b", downloads: 0 }).counters, { downloads30d: 0 });
	});

	it("reads the plain fields", () => {
		const model = map({
			_id: "0123456789abcdef01234567",
			pipeline_tag: "text-generation",
			library_name: "transformers",
			sha: "a".repeat(40),
			gated: "manual",
			private: false,
			disabled: true,
			downloads: 3,
			downloadsAllTime: 9,
			likes: 2,
			trendingScore: 1.5,
			createdAt: "2022-03-02T23:29:04.000Z",
			lastModified: new Date(0),
			tags: ["custom_code", "safetensors"],
			childrenModelCount: { finetune: 4, adapter: 0, spaces: 3, merge: "7" },
		});
		assert.equal(model.hubId, "0123456789abcdef01234567");
		assert.equal(model.author, "owner");
		assert.equal(model.task, "text-generation");
		assert.equal(model.gating, "manual");
		assert.equal(model.isDisabled, true);
		assert.equal(model.hasCustomCode, true);
		assert.equal(model.createdAtMs, 1_646_263_744_000);
		assert.equal(model.lastModifiedMs, 0);
		assert.deepEqual(model.counters, { downloads30d: 3, downloadsAllTime: 9, likes: 2, trendingScore: 1.5 });
		assert.deepEqual(model.derivativeCounts, { finetune: 4, adapter: 0 });
		assert.deepEqual(model.formats, ["safetensors"]);
	});

	it("takes a field that is not as it should be for unknown, and the rest of the row for what it is", () => {
		const model = map({
			_id: 5,
			downloads: -1,
			likes: "9",
			createdAt: "yesterday",
			lastModified: "9999-01-01",
			tags: [null, "license:mit", 7],
			gated: "perhaps",
			pipeline_tag: { a: 1 },
			safetensors: [],
			gguf: "x",
			cardData: null,
			siblings: [null, { rfilename: 5 }, { rfilename: "model.safetensors", size: "big" }],
		});
		assert.equal(model.license?.id, "mit");
		assert.deepEqual(model.artifacts, [{ format: "safetensors", files: ["model.safetensors"] }]);
		for (const key of ["hubId", "task", "gating", "createdAtMs", "lastModifiedMs", "parameters"] as const) {
			assert.equal(model[key], undefined, key);
		}
	});

	it("is no model without a valid id", () => {
		for (const row of [
			null,
			1,
			"a/b",
			[],
			{},
			{ id: 1 },
			{ id: "a/b/c" },
			{ id: "a/b\u202e" },
			{ id: ".." },
		]) {
			assert.equal(mapModel(row, 1), undefined);
		}
	});

	it("lets no character through that deceives on a screen", () => {
		const model = map({
			library_name: "trans\u202eformers\u0000",
			cardData: {
				license: "other",
				license_name: "free\u2028 \u200bfor all",
				license_link: "javascript:alert(1)",
			},
			siblings: [{ rfilename: "mo\u202edel.safetensors" }],
		});
		assert.equal(model.library, "transformers");
		assert.deepEqual(model.license, { id: "other", name: "free for all", origin: "card" });
		assert.deepEqual(model.artifacts, []);
	});

	describe("license", () => {
		it("is the tag's before the card's, with the card's name and link", () => {
			const cardData = {
				license: "apache-2.0",
				license_name: "My License",
				license_link: "https://example.org/license",
			};
			assert.deepEqual(map({ tags: ["license:Other"], cardData }).license, {
				id: "other",
				name: "My License",
				link: "https://example.org/license",
				origin: "tag",
			});
			assert.equal(map({ tags: [], cardData }).license?.origin, "card");
			assert.equal(map({ cardData: { license: ["mit", "gpl"] } }).license?.id, "mit");
			assert.deepEqual(map({ cardData: { license_name: "deepseek" } }).license, {
				id: "other",
				name: "deepseek",
				origin: "card",
			});
			const inText = map({ id: "deepseek-ai/DeepSeek-V3", tags: ["transformers"] }).license;
			assert.equal(inText && resolveLicense(inText).known?.title, "DeepSeek License");
			assert.equal(map({ id: "deepseek-ai/DeepSeek-V3", tags: ["license:mit"] }).license?.id, "mit");
			assert.equal(map({ cardData: { license: "openrail++" } }).license?.id, "openrail++");
		});

		it("is inherited only where none is stated, and says from whom", () => {
			const base = map({ id: "base/one", tags: ["license:mit"] });
			const child = inheritLicense(map({}), base);
			assert.deepEqual(child.license, { id: "mit", origin: "inherited", inheritedFrom: "base/one" });
			assert.equal(inheritLicense(map({ id: "a/b" }), child).license?.inheritedFrom, "base/one");
			assert.equal(inheritLicense(map({ tags: ["license:gpl"] }), base).license?.id, "gpl");
			assert.equal(inheritLicense(map({}), map({})).license, undefined);
		});
	});

	describe("languages", () => {
		it("are the card's, in the shortest code, else the tags that are codes", () => {
			assert.deepEqual(map({ cardData: { language: ["en", "deu", "zh-CN", "English", "code"] } }).languages, [
				"en",
				"de",
				"zh",
			]);
			assert.deepEqual(map({ cardData: { language: "multilingual" } }).languages, ["multilingual"]);
			assert.deepEqual(map({ tags: ["fr", "ceb", "rag"], cardData: {} }).languages, ["fr", "ceb"]);
		});

		it("are not the tags that look like codes", () => {
			const tags = ["tf", "rl", "qa", "moe", "yi", "gan", "trl", "dpo", "llm", "nlp", "jp", "US", "EN"];
			assert.equal(map({ tags }).languages, undefined);
		});
	});

	describe("base models", () => {
		it("are the field's, else the tags'", () => {
			const tags = ["base_model:a/b", "base_model:quantized:a/b", "base_model:../x"];
			assert.deepEqual(map({ tags }).baseModels, { relation: "quantized", repoIds: ["a/b"] });
			const baseModels = { relation: "merge", models: [{ id: "c/d" }, null, { id: "e/f" }] };
			assert.deepEqual(map({ tags, baseModels }).baseModels, {
				relation: "merge",
				repoIds: ["c/d", "e/f"],
			});
			assert.deepEqual(map({ tags: ["base_model:owner/name"] }).baseModels, { repoIds: [] });
			assert.deepEqual(map({ tags: ["gguf"] }).baseModels, { repoIds: [] });
			assert.equal(map({}).baseModels, undefined);
		});
	});

	it("tells a mixture of experts by any sign", () => {
		for (const row of [
			{ tags: ["MoE"] },
			{ tags: ["qwen3_moe"] },
			{ tags: ["deepseek_v3"] },
			{ gguf: { architecture: "qwen3moe" } },
			{ config: { num_experts: 8 } },
			{ config: { model_type: "gpt_oss" } },
			{ id: "a/Qwen3-30B-A3B" },
			{ id: "a/Mixtral-8x7B-v0.1" },
		]) {
			assert.equal(map(row).isMixtureOfExperts, true, JSON.stringify(row));
		}
		assert.equal(
			map({ id: "moeru-ai/plain-7B", tags: ["qwen3", "smoe-free"] }).isMixtureOfExperts,
			undefined,
		);
	});

	it("reads context and architecture where they are told", () => {
		const gguf = map({
			gguf: { architecture: "llama", context_length: 131_072, chat_template: "x".repeat(9) },
		});
		assert.deepEqual(gguf.contextLength, { value: 131_072, basis: "read", from: "config" });
		assert.deepEqual(gguf.architecture, { name: "llama" });
		assert.equal(map({ gguf: { context_length: 0 } }).contextLength, undefined);
	});

	it("calls files clean only when they were scanned", () => {
		const status = (scansDone: boolean, filesWithIssues: unknown[]): object => ({
			securityRepoStatus: { scansDone, filesWithIssues },
		});
		assert.equal(map(status(true, [])).security, "clean");
		assert.equal(map(status(false, [])).security, "unknown");
		assert.equal(map(status(true, [{ path: "x.pkl", level: "unsafe" }])).security, "issues");
	});
});
