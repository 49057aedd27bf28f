import assert from "node:assert/strict";
import fc from "fast-check";
import { listPresets } from "../../../../../src/core/hardware/listPresets.ts";
import { classifyLicense } from "../../../../../src/core/license/resolveLicense.ts";
import type { Model } from "../../../../../src/core/model/model.ts";
import { checkFormats } from "../../../../../src/core/pick/checks/checkShape.ts";
import type { Needs } from "../../../../../src/core/pick/needs.ts";
import { pickCandidates } from "../../../../../src/core/pick/pickCandidates.ts";
import { needsOfSheet } from "../../../../../src/core/pick/sheet/needsOfSheet.ts";
import type { Requirement } from "../../../../../src/core/pick/sheet/requirement.ts";
import { judgeBest } from "../../fit/samples.ts";
import { card, gibibyte, ids, input, model } from "../pickFixture.ts";

const must = { strength: "must", from: "text" } as const;
const prefer = { strength: "prefer", from: "text" } as const;
const chat: Requirement = { kind: "task", value: "text-generation", ...must };

function choose(models: readonly Model[], requirements: readonly Requirement[]) {
	const needs = needsOfSheet({ requirements: [chat, ...requirements] }, [card(8)]);
	return pickCandidates({ ...input(models), needs });
}

/** What a requirement says, read off the model without any of the rooms under test. */
function satisfies(each: Model, { kind, value }: Requirement): boolean {
	switch (kind) {
		case "license":
			return value.some(
				(word) =>
					word === each.license?.id ||
					word === classifyLicense(each.license) ||
					(word === "commercial" && ["permissive", "conditions"].includes(classifyLicense(each.license))),
			);
		case "excludedLicense":
			return each.license !== undefined && !value.includes(each.license.id);
		case "language":
			return each.languages?.includes(value) === true;
		case "contextLength":
			return each.contextLength !== undefined && each.contextLength.value >= value;
		case "org":
			return value.includes(each.repoId.split("/")[0] ?? "");
		case "excludedOrg":
			return !value.includes(each.repoId.split("/")[0] ?? "");
		case "excludedFamily":
			return !value.some((family) => each.repoId.split("/")[1]?.startsWith(family));
		case "parameters":
			return (each.parameters?.total.value ?? Number.NaN) <= (value.max ?? 0);
		case "gated":
			return each.gating === "open";
		case "format":
			return each.formats.some((format) => value.includes(format));
		case "target":
			return judgeBest(each, card(8), 4_096).answer === "fits";
		default:
			return true;
	}
}

describe("a sheet as needs", () => {
	it("lets in only who satisfies every must, for thousands of sheets", function () {
		this.timeout(120_000);
		const requirement: fc.Arbitrary<Requirement> = fc
			.oneof(
				fc.record({
					kind: fc.constant("license" as const),
					value: fc.subarray(["apache-2.0", "permissive", "commercial", "gemma"], { minLength: 1 }),
				}),
				fc.record({ kind: fc.constant("excludedLicense" as const), value: fc.constant(["gemma"]) }),
				fc.record({ kind: fc.constant("language" as const), value: fc.constantFrom("en", "pl") }),
				fc.record({ kind: fc.constant("contextLength" as const), value: fc.constantFrom(1_024, 4_096) }),
				fc.record({ kind: fc.constant("org" as const), value: fc.subarray(["a", "b"], { minLength: 1 }) }),
				fc.record({ kind: fc.constant("excludedOrg" as const), value: fc.constant(["c"]) }),
				fc.record({ kind: fc.constant("excludedFamily" as const), value: fc.constant(["alpha"]) }),
				fc.record({
					kind: fc.constant("parameters" as const),
					value: fc.constantFrom({ max: 8e9 }, { max: 3e9 }),
				}),
				fc.record({ kind: fc.constant("gated" as const), value: fc.constant(false as const) }),
				fc.record({
					kind: fc.constant("format" as const),
					value: fc.constantFrom(["gguf" as const], ["safetensors" as const]),
				}),
				fc.record({ kind: fc.constant("target" as const), value: fc.constant({ id: "card" }) }),
			)
			.chain((value) =>
				fc.constantFrom(must, prefer).map((strength): Requirement => ({ ...value, ...strength })),
			);
		const anyModel = fc
			.record({
				maker: fc.constantFrom("a", "b", "c"),
				name: fc.constantFrom("alpha", "beta"),
				billions: fc.constantFrom(1, 3, 8, 70),
				license: fc.constantFrom("apache-2.0", "gemma", "cc-by-nc-4.0", ""),
				languages: fc.option(fc.subarray(["en", "pl"], { minLength: 1 }), { nil: undefined }),
				context: fc.constantFrom(0, 2_048, 32_768),
				gating: fc.constantFrom("open" as const, "manual" as const, undefined),
				format: fc.constantFrom("safetensors" as const, "gguf" as const),
			})
			.map(({ maker, name, gating, format, languages, ...facts }): Model => {
				const { gating: _, ...plain } = model(`${maker}/${name}-${facts.billions}b-${format}`, {
					...facts,
					...(languages === undefined ? {} : { languages }),
				});
				return { ...plain, formats: [format], ...(gating === undefined ? {} : { gating }) };
			});
		const anyModels = fc.uniqueArray(anyModel, { selector: (each) => each.repoId, maxLength: 30 });
		let candidates = 0;
		fc.assert(
			fc.property(anyModels, fc.array(requirement, { maxLength: 5 }), (models, requirements) => {
				const result = choose(models, requirements);
				const asked = requirements.filter(({ strength }) => strength === "must");
				for (const { model: each } of result.candidates) {
					candidates += 1;
					for (const one of asked) {
						assert.ok(satisfies(each, one), `${each.repoId} against ${JSON.stringify(one)}`);
					}
				}
				// Whoever is named as left out for a requirement that was asked for is not among the candidates.
				const chosen = new Set(ids(result.candidates));
				assert.ok(result.leftOut.every((out) => !chosen.has(out.model.repoId)));
			}),
			{ numRuns: 3000 },
		);
		assert.ok(candidates > 1000, "the sheets let hardly anybody in, so nothing was tried");
	});

	it("lets what is preferred order, and eliminate nobody", () => {
		const models = [model("a/free-7b", { license: "gemma" }), model("b/terms-7b")];
		const liked = choose(models, [{ kind: "license", value: ["gemma"], ...prefer }]);
		assert.deepEqual(ids(liked.candidates), ["a/free-7b", "b/terms-7b"]);
		assert.deepEqual(ids(choose(models, []).candidates), ["b/terms-7b", "a/free-7b"]);
	});

	it("leaves out what its name calls made for other work, where a task alone is asked for, too", () => {
		const models = [
			model("a/Reader-OCR-2-7B", { downloads: 9_000_000, months: 1, task: "image-text-to-text" }),
			model("b/Writer-7B", { downloads: 600, months: 20 }),
		];
		for (const value of ["text-generation", "summarization"]) {
			const needs = needsOfSheet({ requirements: [{ kind: "task", value, ...must }] }, []);
			assert.deepEqual(ids(pickCandidates({ ...input(models), needs }).candidates), ["b/Writer-7B"], value);
		}
	});

	it("asks no several tasks for the names of one", () => {
		const both = ["text-generation", "feature-extraction"].map(
			(value): Requirement => ({ kind: "task", value, ...must }),
		);
		assert.equal(needsOfSheet({ requirements: both }, []).avoidsNames, undefined);
		assert.ok(needsOfSheet({ requirements: [chat] }, []).avoidsNames?.includes("embedding"));
	});

	it("keeps out whom an exclusion names, and what was made of it", () => {
		const models = [
			model("meta-llama/Meta-Llama-3-8B"),
			model("someone/wild-8b", { base: "meta-llama/Llama-3-8B" }),
			model("Qwen/Qwen3-8B"),
		];
		const result = choose(models, [{ kind: "excludedFamily", value: ["llama"], ...must }]);
		assert.deepEqual(ids(result.candidates), ["Qwen/Qwen3-8B"]);
		assert.deepEqual(
			result.leftOut.map(({ need }) => need),
			["makers", "makers"],
		);
	});

	it("knows whom a license grants nothing in the EU", () => {
		const vision = {
			...model("meta-llama/Llama-3.2-11B-Vision", { license: "llama3.2" }),
			task: "image-text-to-text",
		};
		const text = model("meta-llama/Llama-3.2-3B", { license: "llama3.2" });
		const requirements: readonly Requirement[] = [{ kind: "useRegion", value: "DE", ...must }];
		assert.deepEqual(ids(choose([vision, text], requirements).candidates), ["meta-llama/Llama-3.2-3B"]);
		const needs = needsOfSheet(
			{ requirements: [{ kind: "input", value: "image", ...must }, chat, ...requirements] },
			[],
		);
		assert.deepEqual(needs.tasks, ["image-text-to-text", "any-to-any"]);
		const { leftOut } = pickCandidates({ ...input([vision]), needs });
		assert.deepEqual(
			leftOut.map(({ need, isUnknown }) => [need, isUnknown]),
			[["region", false]],
		);
	});

	it("takes a machine by its name, with the memory that was said", () => {
		const presets = listPresets();
		const target = (value: Extract<Requirement, { kind: "target" }>["value"]) =>
			needsOfSheet({ requirements: [{ kind: "target", value, ...must }] }, presets).targets[0];
		assert.equal(target({ device: "RTX 4090" })?.id, "preset:rtx-4090");
		assert.equal(target({ device: "RTX 4090", count: 2 })?.devices.length, 2);
		const named = target({ vendor: "amd", memoryBytes: 8 * gibibyte });
		assert.deepEqual([named?.vendor, named?.devices[0]?.memoryBytes], ["amd", 8 * gibibyte]);
		assert.equal(target({ device: "something nobody sells" }), undefined);
	});

	it("reads formats off the program that serves", () => {
		const needs = needsOfSheet({ requirements: [{ kind: "runtime", value: ["llama.cpp"], ...must }] }, []);
		assert.deepEqual(needs.formats, [["gguf"]]);
		const unknown = needsOfSheet({ requirements: [{ kind: "runtime", value: ["homemade"], ...must }] }, []);
		assert.deepEqual(unknown.formats, []);
		const converted = needsOfSheet(
			{ requirements: [{ kind: "runtime", value: ["faster-whisper"], ...must }] },
			[],
		);
		assert.deepEqual(converted.libraries, [["ctranslate2"]]);
	});

	it("says of each model that the code's own call does not load it, and prefers those that it does", () => {
		const requirements: readonly Requirement[] = [
			{
				kind: "task",
				value: "summarization",
				strength: "must",
				from: { file: "a.py", line: 2 },
				excerpt: 'summarizer = pipeline("summarization", model="")',
			},
		];
		const models = [
			model("a/chat-7b"),
			model("b/summarizer-0.4b", { billions: 0.4, task: "summarization", months: 30 }),
		];
		const list = (from: Requirement["from"]) => {
			const needs = needsOfSheet({ requirements: requirements.map((each) => ({ ...each, from })) }, []);
			return new Map(
				pickCandidates({ ...input(models), needs }).candidates.map(({ model: each, reasons, terms }) => [
					each.repoId,
					{ isOther: reasons.includes("otherCall"), preferred: terms.preferred },
				]),
			);
		};
		const called = list({ file: "a.py", line: 2 });
		assert.deepEqual(called.get("a/chat-7b"), { isOther: true, preferred: 0 });
		assert.deepEqual(called.get("b/summarizer-0.4b"), { isOther: false, preferred: 1 });
		assert.deepEqual(list("text").get("a/chat-7b"), { isOther: false, preferred: 0 });
	});

	it("says of a model that the code's own pipeline is written for another kind", () => {
		const code = "pipe = StableDiffusionXLPipeline.from_pretrained(MODEL)";
		const requirements: readonly Requirement[] = [
			{
				kind: "task",
				value: "text-to-image",
				strength: "must",
				from: { file: "a.py", line: 2 },
				excerpt: code,
			},
		];
		const draw = (repoId: string) => model(repoId, { task: "text-to-image" });
		const models = [
			draw("a/stable-diffusion-xl-base-1.0"),
			draw("b/FLUX.1-schnell"),
			draw("c/juggernaut-v9"),
		];
		const { candidates } = pickCandidates({
			...input(models),
			needs: needsOfSheet({ requirements }, []),
		});
		const other = candidates.filter(({ reasons }) => reasons.includes("otherCall"));
		assert.deepEqual(ids(other), ["b/FLUX.1-schnell"]);
	});

	it("does not know what fits a machine whose memory nobody said, and says so of each", () => {
		const requirements: readonly Requirement[] = [
			chat,
			{ kind: "target", value: { vendor: "intel", device: "Arc A770" }, ...must },
		];
		const needs = needsOfSheet({ requirements }, []);
		const [only] = pickCandidates({ ...input([model("a/one-7b")]), needs }).candidates;
		assert.deepEqual(only?.unverified, ["fit"]);
		assert.ok(only.reasons.includes("fitNotKnown"));
	});

	it("takes of a library only files that it loads, and is not sure of what the Hub lists under another", () => {
		const asked = (library: string): Needs =>
			needsOfSheet({ requirements: [{ kind: "library", value: [library], ...must }] }, []);
		const answer = (needs: Needs, facts: Partial<Model>) =>
			checkFormats({ ...model("a/some-1b"), ...facts }, needs);
		const [python, browser] = [asked("transformers"), asked("transformers.js")];
		assert.equal(answer(python, {}), "yes");
		assert.equal(answer(python, { formats: ["gguf"] }), "no");
		assert.equal(answer(browser, {}), "no");
		assert.equal(answer(browser, { formats: ["safetensors", "onnx"] }), "unknown");
		assert.equal(answer(browser, { formats: ["onnx"], library: "transformers.js" }), "yes");
	});

	it("knows that plain weights are in no quantization, and does not know which a list of GGUF files holds", () => {
		const answer = (facts: Partial<Model>) =>
			checkFormats({ ...model("a/some-1b"), ...facts }, { quantizations: [["q4_k_m"]] });
		assert.equal(answer({}), "no");
		const gguf: Partial<Model> = { formats: ["gguf"], quantization: { method: "gguf" } };
		assert.equal(answer(gguf), "unknown");
		assert.equal(answer({ ...gguf, repoId: "a/some-1b-Q4_K_M-GGUF" }), "yes");
		assert.equal(answer({ ...gguf, repoId: "a/some-1b-Q8_0-GGUF" }), "no");
	});
});
