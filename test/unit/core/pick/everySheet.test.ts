import assert from "node:assert/strict";
import fc from "fast-check";
import { classifyLicense } from "../../../../src/core/license/resolveLicense.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { type NeedKind, needKinds } from "../../../../src/core/pick/needs.ts";
import { explainModel, pickCandidates } from "../../../../src/core/pick/pickCandidates.ts";
import { readEvidenceTable } from "../../../../src/core/pick/quality/evidenceTable.ts";
import { createRecord } from "../../../../src/core/pick/record/createRecord.ts";
import { findChanges } from "../../../../src/core/pick/record/findChanges.ts";
import { parseRecord } from "../../../../src/core/pick/record/pickRecord.ts";
import { relaxSheet } from "../../../../src/core/pick/relaxSheet.ts";
import { findNeedKind, needsOfSheet } from "../../../../src/core/pick/sheet/needsOfSheet.ts";
import type { Requirement, RequirementSheet } from "../../../../src/core/pick/sheet/requirement.ts";
import { card, model, nowMs } from "./pickFixture.ts";
import { type Asked, consult, judge } from "./sheetOracle.ts";

const targets = [card(8), { ...card(24), id: "second" }];

const anyModel: fc.Arbitrary<Model> = fc
	.record({
		maker: fc.constantFrom("mistralai", "Qwen", "meta-llama", "nobody"),
		name: fc.constantFrom("hermes", "alpha", "beta"),
		billions: fc.constantFrom(0.5, 3, 8, 32),
		license: fc.constantFrom("apache-2.0", "mit", "gemma", "llama3.2", "cc-by-nc-4.0", ""),
		languages: fc.option(fc.subarray(["en", "pl"], { minLength: 1 }), { nil: undefined }),
		context: fc.constantFrom(0, 2_048, 32_768),
		months: fc.nat(40),
		downloads: fc.constantFrom(2_000, 50_000),
		task: fc.constantFrom("text-generation", "text-generation", "image-text-to-text", "feature-extraction"),
		format: fc.constantFrom(
			"safetensors" as const,
			"safetensors" as const,
			"gguf" as const,
			"pytorch" as const,
			"onnx" as const,
			undefined,
		),
		library: fc.constantFrom("transformers", "timm", undefined),
		isQuantized: fc.boolean(),
		gating: fc.constantFrom("open" as const, "manual" as const, undefined),
		hasCustomCode: fc.constantFrom(true, false, undefined),
		isClean: fc.boolean(),
		width: fc.constantFrom(384, 768, undefined),
	})
	.map(
		({
			maker,
			name,
			languages,
			format,
			library,
			isQuantized,
			gating,
			hasCustomCode,
			isClean,
			width,
			...facts
		}) => {
			const id = `${maker}/${name}-${facts.billions}b-${format ?? "plain"}`;
			const {
				gating: _,
				library: __,
				storedBits,
				...plain
			} = model(id, {
				...facts,
				...(languages === undefined ? {} : { languages }),
			});
			const quantization =
				format === "gguf" ? { method: "gguf" } : isQuantized ? { method: "awq", bits: 4 } : undefined;
			return {
				...plain,
				hubId: id,
				revision: "a".repeat(40),
				formats: format === undefined ? [] : [format],
				security: isClean ? "clean" : "unknown",
				...(quantization === undefined && storedBits !== undefined ? { storedBits } : {}),
				...(quantization === undefined ? {} : { quantization }),
				...(library === undefined ? {} : { library }),
				...(gating === undefined ? {} : { gating }),
				...(hasCustomCode === undefined ? {} : { hasCustomCode }),
				...(width === undefined ? {} : { architecture: { hiddenSize: width } }),
			} satisfies Model;
		},
	);
const anyModels = fc.uniqueArray(anyModel, { selector: ({ repoId }) => repoId, maxLength: 30 });

const one = <Kind extends string, Value>(kind: Kind, ...values: readonly Value[]) =>
	fc.record({ kind: fc.constant(kind), value: fc.constantFrom(...values) });

/** A requirement of every kind that eliminates, but for evaluations, which are of real models. */
const anyRequirement: fc.Arbitrary<Requirement> = fc
	.tuple(
		fc.oneof(
			one("license", ["apache-2.0"], ["permissive"], ["commercial"], ["gemma", "mit"]),
			one("excludedLicense", ["gemma"], ["apache-2.0"]),
			one("useRegion", "EU"),
			one("org", ["Qwen", "nobody"], ["mistralai"]),
			one("excludedOrg", ["Qwen"]),
			one("makerRegion", "EU", "US"),
			one("excludedMakerRegion", "CN"),
			one("family", ["hermes"], ["alpha", "beta"]),
			one("excludedFamily", ["alpha"]),
			one("safety", "safetensors" as const, "noCustomCode" as const, "scanned" as const),
			one("gated", false as const),
			one("language", "en", "pl"),
			one("contextLength", 1_024, 8_192),
			one("parameters", { max: 8e9 }, { max: 3e9 }),
			one("bytes", { max: 7e9 }),
			one("input", "image" as const),
			one("capability", "toolCalling" as const),
			one("embeddingDimension", 384, 768),
			one("format", ["gguf" as const], ["safetensors" as const, "onnx" as const]),
			one("runtime", ["ollama"], ["vllm"]),
			one("library", ["transformers"]),
			one("quantization", ["awq"]),
			one("target", { id: "card" }, { id: "second" }),
			one("speedFloor", 20, 500),
		),
		fc.constantFrom("must" as const, "must" as const, "prefer" as const),
		fc.boolean(),
	)
	.map(
		([asked, strength, acceptsUnknown]): Requirement => ({
			...asked,
			strength,
			from: "text",
			...(acceptsUnknown ? { acceptsUnknown } : {}),
		}),
	);

const task: Requirement = { kind: "task", value: "text-generation", strength: "must", from: "text" };
const anySheet: fc.Arbitrary<RequirementSheet> = fc
	.uniqueArray(anyRequirement, { selector: ({ kind }) => kind, maxLength: 4 })
	.map((others) => ({ requirements: [task, ...others] }));

function choose(models: readonly Model[], sheet: RequirementSheet) {
	const needs = needsOfSheet(sheet, targets);
	const context = { needs, classifyLicense, judge, quality: readEvidenceTable(), nowMs };
	const asked: Asked = {
		// A machine holds whatever its strength.
		musts: sheet.requirements.filter(({ kind, strength }) => strength === "must" || kind === "target"),
		targets: needs.targets,
		contextTokens: needs.contextTokens,
	};
	return { context, asked, result: pickCandidates({ ...context, models }) };
}

/** What the oracle says of all that a step of the elimination asks; `yes` where what is not known may pass. */
function consultStep(each: Model, need: NeedKind, asked: Asked) {
	const requirements = asked.musts.filter((one) => findNeedKind(one) === need);
	const answers = requirements.map((one) => consult(each, one, asked));
	const isOk = requirements.length > 0 && requirements.every((one) => one.acceptsUnknown === true);
	const answer = answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";
	return answer === "unknown" && isOk ? "yes" : answer;
}

describe("every sheet", function () {
	// Thousands of sheets take a while where other work is done beside.
	this.timeout(240_000);

	it("lets in whom every requirement lets in, and names of every other the first that it fails", () => {
		const tried = new Map<NeedKind, number>();
		fc.assert(
			fc.property(anyModels, anySheet, (models, sheet) => {
				const { asked, context } = choose(models, sheet);
				for (const each of models) {
					const failed = explainModel(each, context);
					const first = needKinds.find((need) => consultStep(each, need, asked) !== "yes");
					const what = `${JSON.stringify(each)} against ${JSON.stringify(sheet)}`;
					assert.equal(failed?.need, first, what);
					if (first !== undefined) {
						assert.equal(failed?.isUnknown, consultStep(each, first, asked) === "unknown", what);
						tried.set(first, (tried.get(first) ?? 0) + 1);
					}
				}
			}),
			{ numRuns: 3000 },
		);
		const never = needKinds.filter((need) => (tried.get(need) ?? 0) === 0);
		// What is asked of every model is tried elsewhere; who takes no pictures fails by the task already.
		assert.deepEqual(never, ["standalone", "adoption", "input", "evidence"]);
	});

	it("shows only whom it lets in, and counts all the others", () => {
		fc.assert(
			fc.property(anyModels, anySheet, (models, sheet) => {
				const { context, result } = choose(models, sheet);
				for (const { model: each, siblings } of result.candidates) {
					assert.ok([each, ...siblings].every((one) => explainModel(one, context) === undefined));
				}
				const fallen = Object.entries(result.fallen);
				for (const [need, left] of fallen) {
					assert.ok(
						left.every((each) => each.need === need && explainModel(each.model, context)?.need === need),
					);
				}
				const passed = models.filter((each) => explainModel(each, context) === undefined).length;
				assert.equal(result.trail.at(-3)?.left ?? models.length, passed);
				assert.equal(result.candidates.length > 0, passed > 0);
			}),
			{ numRuns: 500 },
		);
	});

	it("tells only of changes that bring in whom they name, when they are made in the sheet", () => {
		let tried = 0;
		fc.assert(
			fc.property(anyModels, anySheet, (models, sheet) => {
				const { result } = choose(models, sheet);
				for (const { relaxation, best } of result.counterfactuals) {
					const relaxed = relaxSheet(sheet, relaxation);
					assert.ok(relaxed !== undefined, JSON.stringify([relaxation, sheet]));
					const { context } = choose(models, relaxed);
					assert.equal(
						explainModel(best, context),
						undefined,
						`${best.repoId} by ${JSON.stringify([relaxation, sheet])}`,
					);
					tried += 1;
				}
			}),
			{ numRuns: 500 },
		);
		assert.ok(tried > 50, String(tried));
	});

	it("finds nothing changed where nothing has, whichever was chosen", () => {
		fc.assert(
			fc.property(anyModels, anySheet, fc.nat(6), (models, sheet, at) => {
				const { result, context } = choose(models, sheet);
				const choice = result.candidates[at % Math.max(1, result.candidates.length)]?.model;
				if (choice === undefined) {
					return;
				}
				const made = createRecord({
					sheet,
					result,
					targets: context.needs.targets,
					choice,
					source: "hub",
					nowMs,
				});
				const record = parseRecord(JSON.stringify(made));
				assert.ok(record);
				const again = choose(models, record.sheet);
				const find = (id: string) => models.find(({ repoId, hubId }) => repoId === id || hubId === id);
				assert.deepEqual(findChanges(record, again.result, again.context, find), []);
			}),
			{ numRuns: 500 },
		);
	});
});
