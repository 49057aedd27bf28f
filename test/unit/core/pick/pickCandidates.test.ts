import assert from "node:assert/strict";
import type { Target } from "../../../../src/core/hardware/target.ts";
import type { WeightFormat } from "../../../../src/core/model/artifact.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { checkCapabilities } from "../../../../src/core/pick/checks/checkShape.ts";
import type { Needs } from "../../../../src/core/pick/needs.ts";
import { explainModel, pickCandidates } from "../../../../src/core/pick/pickCandidates.ts";
import type { Capability } from "../../../../src/core/pick/sheet/requirement.ts";
import { findPreset } from "../../../../src/core/pick/workloads.ts";
import { card, gibibyte, ids, input, model, pick } from "./pickFixture.ts";

describe("candidates", () => {
	it("prefer larger and newer models to more downloaded ones", () => {
		const old = model("old/popular-7b", { downloads: 20_000_000, likes: 9_000, months: 36 });
		const newer = model("new/better-14b", { billions: 14, months: 2 });
		assert.deepEqual(ids(pick([old, newer]).candidates), ["new/better-14b", "old/popular-7b"]);
	});

	it("leave out what does not fit, and never call offload a fit", () => {
		const result = pick([model("a/small-3b", { billions: 3 }), model("b/huge-400b", { billions: 400 })], {
			targets: [card(12)],
		});
		assert.deepEqual(ids(result.candidates), ["a/small-3b"]);
		assert.equal(result.candidates[0]?.verdicts[0]?.answer, "fits");
		assert.deepEqual(
			result.leftOut.map(({ model: { repoId }, need, isUnknown }) => [repoId, need, isUnknown]),
			[["b/huge-400b", "fit", false]],
		);
	});

	it("show one of a family: the author's own tuned model", () => {
		const family = [
			model("Qwen/Qwen3-8B-Base"),
			model("Qwen/Qwen3-8B", { base: "Qwen/Qwen3-8B-Base" }),
			model("Qwen/Qwen3-8B-AWQ", { base: "Qwen/Qwen3-8B", relation: "quantized", downloads: 900_000 }),
			model("someone/Qwen3-8B-wild", { base: "Qwen/Qwen3-8B", downloads: 5_000_000 }),
			model("unsloth/Qwen3-8B-GGUF", { base: "qwen/qwen3-8b", relation: "quantized" }),
			model("packer/Qwen3-8B-Q4_K_M-GGUF"),
		];
		const { candidates } = pick([...family, model("other/one-7b")]);
		assert.deepEqual(ids(candidates).sort(), ["Qwen/Qwen3-8B", "other/one-7b"]);
		assert.equal(candidates.find((each) => each.model.repoId === "Qwen/Qwen3-8B")?.siblings.length, 5);
	});

	it("show a quantized copy where the original does not satisfy the needs", () => {
		const gated = { ...model("maker/model-8b"), gating: "manual" as const };
		const copy = model("packer/model-8b-GGUF", { base: "maker/model-8b", relation: "quantized" });
		assert.deepEqual(ids(pick([gated, copy], { gatedOk: false }).candidates), ["packer/model-8b-GGUF"]);
		assert.deepEqual(ids(pick([gated, copy]).candidates), ["maker/model-8b"]);
	});

	it("keep generations apart, and an embedding model from the language model that it was tuned from", () => {
		const names = (a: string, b: string) => ids(pick([model(a), model(b)]).candidates).sort();
		assert.deepEqual(names("google/gemma-2-27b-it", "google/gemma-3-27b-it").length, 2);
		const embedding = model("Qwen/Qwen3-Embedding-8B", {
			base: "Qwen/Qwen3-8B-Base",
			task: "feature-extraction",
		});
		const another = model("x/embedder-8b", { base: "Qwen/Qwen3-8B-Base", task: "feature-extraction" });
		const result = pick([embedding, another, model("Qwen/Qwen3-8B-Base")], { tasks: ["feature-extraction"] });
		assert.equal(result.candidates.length, 2);
	});

	it("do not let one maker fill the list while there are others", () => {
		const many = ["1", "2", "3", "4", "5"].map((generation) =>
			model(`big/brand${generation}-70b`, { billions: 70, months: 1 }),
		);
		const others = ["a", "b", "c"].map((maker) => model(`${maker}/other-3b`, { billions: 3, months: 20 }));
		const shown = ids(pick([...many, ...others]).candidates);
		assert.equal(shown.filter((id) => id.startsWith("big/")).length, 2);
		assert.equal(shown.length, 5);
		assert.equal(pick(many).candidates.length, 3);
	});

	it("leave models for other work behind, and say who is a specialist", () => {
		const preset = findPreset("readDocument");
		const models = [
			model("a/scan-ocr-3b", { billions: 3 }),
			model("b/general-3b", { billions: 3 }),
			model("c/safety-guard-3b", { billions: 3 }),
		];
		const { candidates } = pick(models, { prefersNames: preset?.prefersNames ?? [], avoidsNames: ["guard"] });
		assert.deepEqual(ids(candidates), ["a/scan-ocr-3b", "b/general-3b"]);
		assert.ok(candidates[0]?.reasons.includes("specialist"));
	});

	it("say so where there are none but models for other work", () => {
		const [only] = pick([model("a/LightOnOCR-2-1B")], { avoidsNames: ["ocr"] }).candidates;
		assert.equal(only?.model.repoId, "a/LightOnOCR-2-1B");
		assert.ok(only.reasons.includes("otherWork"));
	});

	it("are no copies that answer what their original refuses", () => {
		const models = [model("a/original-30b"), model("b/original-30b-Uncensored-Heretic", { months: 0 })];
		assert.deepEqual(ids(pick(models).candidates), ["a/original-30b"]);
	});

	it("are called the largest that fit only where something was to fit", () => {
		const reasons = (needs: Partial<Needs>) =>
			pick([model("a/one-7b"), model("b/two-1b", { billions: 1 })], needs).candidates[0]?.reasons ?? [];
		assert.ok(reasons({ targets: [card(24)] }).includes("largest"));
		assert.ok(!reasons({}).includes("largest"));
	});

	it("are shown by the copy that the code loads, and called so where it loads none", () => {
		const models = [
			model("a/great-30b", { billions: 30 }),
			{
				...model("b/great-30b-GGUF", { base: "a/great-30b", relation: "quantized" }),
				formats: ["gguf" as const],
			},
			model("c/other-30b", { billions: 30, downloads: 90_000 }),
		];
		const { candidates } = pick(models, { inUse: [{ formats: [["gguf"]] }] });
		const otherwise = (repoId: string) =>
			candidates.find((each) => each.model.repoId === repoId)?.reasons.includes("otherLoader");
		assert.equal(otherwise("b/great-30b-GGUF"), false);
		assert.equal(otherwise("c/other-30b"), true);
	});

	it("name the repository that holds the quantization which fits", () => {
		const models = [
			model("a/great-30b", { billions: 30 }),
			{
				...model("b/great-30b-GGUF", { base: "a/great-30b", relation: "quantized" }),
				formats: ["gguf" as const],
			},
		];
		const [shown] = pick(models, { targets: [card(24)] }).candidates;
		assert.deepEqual([shown?.model.repoId, shown?.loadAs?.repoId], ["a/great-30b", "b/great-30b-GGUF"]);
	});

	it("fit as what serves them loads it, and as it is liked where that fits", () => {
		const label = (needs: Partial<Needs>) =>
			pick([model("a/chat-14b", { billions: 14 })], { targets: [card(24)], ...needs }).candidates[0]
				?.verdicts[0]?.label;
		// 28 GB in 16 bits: only a quantization fits, and vLLM loads no GGUF.
		assert.equal(label({}), "Q8_0");
		assert.equal(label({ formats: [["safetensors"]] }), undefined);
		const liking = (formats: readonly WeightFormat[]): Partial<Needs> => ({
			preferred: { tasks: [], contextTokens: 0, targets: [], formats: [formats] },
			preferredKinds: ["format"],
		});
		assert.equal(label(liking(["gguf"])), "Q8_0");
		const [otherwise] = pick([model("a/chat-14b", { billions: 14 })], {
			targets: [card(24)],
			...liking(["safetensors"]),
		}).candidates;
		assert.equal(otherwise?.terms.preferred, 0);
	});

	it("ask for nothing that nobody uses, for adapters alone, or for files with known issues", () => {
		const unsafe = { ...model("x/unsafe-7b"), security: "issues" as const };
		const billions = { value: 9e9, from: "repoName" as const };
		const models = [
			model("x/unused-7b", { downloads: 12, likes: 0 }),
			model("x/lora", { base: "x/model", relation: "adapter" }),
			{
				...model("x/Must_Have_9b_loras"),
				parameters: { total: { ...billions, basis: "estimated" as const } },
			},
			model("x/model-7b-Eagle3"),
			unsafe,
			model("y/fine-7b"),
		];
		assert.deepEqual(ids(pick(models).candidates), ["y/fine-7b"]);
		assert.equal(explainModel(unsafe, input(models))?.need, "safety");
		assert.equal(explainModel(model("y/fine-7b"), input(models)), undefined);
	});

	it("speak what their makers publish where no card names it, and say which of the two it is", () => {
		const models = [
			model("Qwen/Qwen3-8B"),
			model("a/tagged-7b", { languages: ["pl"] }),
			model("b/silent-7b"),
		];
		const { candidates } = pick(models, { languages: ["pl"] });
		const reasons = new Map(candidates.map((each) => [each.model.repoId, each.reasons]));
		assert.deepEqual([...reasons.keys()].sort(), ["Qwen/Qwen3-8B", "a/tagged-7b"]);
		assert.ok(reasons.get("Qwen/Qwen3-8B")?.includes("languagesPublished"));
		assert.ok(reasons.get("a/tagged-7b")?.includes("statesLanguages"));
		assert.ok(!reasons.get("a/tagged-7b")?.includes("languagesPublished"));
	});
});

describe("what a name tells of abilities", () => {
	const can = (capability: Capability) => (name: string) =>
		checkCapabilities(model(`a/${name}`), [capability]) === "yes";

	it("is known of families that servers list for it, and of none that was only pretrained", () => {
		const tools = [
			"Llama-3.1-8B-Instruct",
			"Qwen3-8B",
			"GLM-4.7-Flash",
			"gpt-oss-20b",
			"Hermes-3-Llama-3.1-8B",
		];
		assert.deepEqual(tools.filter(can("toolCalling")), tools);
		const others = ["Llama-3.1-8B", "Qwen3-8B-Base", "phi-2", "Llama-2-7b-chat-hf"];
		assert.deepEqual(others.filter(can("toolCalling")), []);
		const reasoners = ["Qwen3-8B", "Qwen3-4B-Thinking-2507", "DeepSeek-R1-Distill-Qwen-7B"];
		assert.deepEqual(reasoners.filter(can("reasoning")), reasoners);
		assert.deepEqual(["Qwen3-4B-Instruct-2507", "Qwen3-Coder-30B"].filter(can("reasoning")), []);
		assert.ok(can("fillInTheMiddle")("Qwen2.5-Coder-7B-Base"));
	});
});

describe("elimination", () => {
	it("counts how many each need leaves, in order", () => {
		const models = [
			model("a/one-7b", { languages: ["en", "pl"] }),
			model("b/two-7b", { languages: ["en"] }),
			model("c/three-7b", { license: "cc-by-nc-4.0" }),
			model("d/four", { task: "translation" }),
		];
		const result = pick(models, { licenses: [{ classes: ["permissive"] }], languages: ["pl"] });
		assert.equal(result.total, 4);
		assert.deepEqual(result.trail, [
			{ need: "task", left: 3 },
			{ need: "license", left: 2 },
			{ need: "language", left: 1 },
			{ need: "family", left: 1 },
			{ need: "rank", left: 1 },
		]);
	});

	it("keeps unknown apart from no, and lets it pass only when asked to", () => {
		const models = [
			model("a/silent-7b"),
			model("b/many-7b", { languages: ["multilingual"] }),
			model("c/english-7b", { languages: ["en"] }),
			model("d/bare-7b", { license: "", languages: ["pl"] }),
		];
		const needs: Partial<Needs> = { languages: ["pl"], licenses: [{ ids: ["apache-2.0"] }] };
		const strict = pick(models, needs);
		assert.deepEqual(ids(strict.candidates), []);
		const answers = new Map(strict.leftOut.map((each) => [each.model.repoId, [each.need, each.isUnknown]]));
		assert.deepEqual(answers.get("a/silent-7b"), ["language", true]);
		assert.deepEqual(answers.get("b/many-7b"), ["language", true]);
		assert.deepEqual(answers.get("c/english-7b"), ["language", false]);
		assert.deepEqual(answers.get("d/bare-7b"), ["license", true]);
		const lenient = pick(models, { ...needs, includeUnknown: ["language"] });
		assert.deepEqual(ids(lenient.candidates).sort(), ["a/silent-7b", "b/many-7b"]);
		assert.ok(lenient.candidates.every((each) => each.reasons.includes("languageNotStated")));
	});

	it("does not take a base model's license for a model's own", () => {
		const inherited = {
			...model("a/quant-7b"),
			license: { id: "apache-2.0", origin: "inherited" as const, inheritedFrom: "b/base-7b" },
		};
		const result = pick([inherited], { licenses: [{ ids: ["apache-2.0"] }] });
		assert.deepEqual([result.leftOut[0]?.need, result.leftOut[0]?.isUnknown], ["license", true]);
	});

	it("names what is just out of reach, and what it lacks", () => {
		const models = [
			model("a/small-1b", { billions: 1, months: 24 }),
			model("b/short-7b", { context: 4_096 }),
			model("c/terms-7b", { license: "gemma" }),
			model("d/far-7b", { context: 512, license: "cc-by-nc-4.0" }),
		];
		const { almost } = pick(models, { licenses: [{ classes: ["permissive"] }] });
		const found = new Map(almost.map((each) => [each.model.repoId, each]));
		assert.deepEqual([...found.keys()].sort(), ["b/short-7b", "c/terms-7b"]);
		assert.equal(found.get("b/short-7b")?.contextTokens, 4_096);
		assert.equal(found.get("c/terms-7b")?.need, "license");
	});

	it("says how much memory is lacking", () => {
		const verdict = (gigabytes: number) => ({
			...input([]),
			judge: (_: Model, target: Target) => ({
				targetId: target.id,
				answer: "tooLarge" as const,
				reasons: [],
				parts: {},
				required: { value: gigabytes * gibibyte, basis: "computed" as const, from: "fileSizes" as const },
				budget: { value: 8 * gibibyte, basis: "read" as const, from: "probe" as const },
				contextTokens: 8_192,
			}),
		});
		const base = verdict(10);
		const result = pickCandidates({
			...base,
			models: [model("a/large-9b")],
			needs: { ...base.needs, targets: [card(8)] },
		});
		assert.deepEqual(result.candidates, []);
		assert.equal(result.almost[0]?.missingBytes, 2 * gibibyte);
	});
});
