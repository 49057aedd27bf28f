import fc from "fast-check";
import type { ModelTraits } from "../../../../src/core/catalog/catalogIndex.ts";
import { type Filters, filterFields, type Query, sortKeys } from "../../../../src/core/catalog/query.ts";
import type { Model } from "../../../../src/core/model/model.ts";

export const nowMs = Date.UTC(2026, 4, 20);
const dayMs = 86_400_000;

/** Traits that are simple enough for an oracle to redo: classes by the id, bytes from parameters. */
export const plainTraits: ModelTraits = {
	classifyLicense: (license) => {
		switch (license?.id) {
			case "mit":
			case "apache-2.0":
				return "permissive";
			case "gemma":
				return "conditions";
			case "cc-by-nc-4.0":
				return "nonCommercial";
			default:
				return "notStated";
		}
	},
	estimateWeightsBytes: (model) => {
		const parameters = model.parameters?.total.value;
		return parameters === undefined ? undefined : parameters * 2;
	},
	estimateRequiredBytes: (model, contextTokens, { vendor }) => {
		const parameters = model.parameters?.total.value;
		return parameters === undefined
			? undefined
			: parameters * (vendor === "cpu" ? 1 : 2) + contextTokens * 1000;
	},
	nowMs: () => nowMs,
};

/** A model of the given fields, otherwise with nothing known. */
export function makeModel(repoId: string, fields: Partial<Model> = {}): Model {
	return { repoId, formats: [], security: "unknown", counters: {}, readAtMs: nowMs, ...fields };
}

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
	return fc.option(arbitrary, { nil: undefined, freq: 3 });
}

function some<T>(values: readonly T[]): fc.Arbitrary<T[]> {
	return fc.subarray([...values]);
}

const tasks = ["text-generation", "feature-extraction", "automatic-speech-recognition"];
const licenseIds = ["mit", "apache-2.0", "gemma", "cc-by-nc-4.0", "other"];
const languages = ["en", "pl", "zh", "multilingual"];
const formats = ["safetensors", "gguf", "onnx"] as const;
const gatings = ["open", "auto", "manual"] as const;
const sizes = [5e8, 1e9, 3e9, 8e9, 32e9, 70e9, 235e9, 671e9];

function withoutUndefined<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

const counters = fc
	.record({
		downloads30d: optional(fc.nat({ max: 5 })),
		likes: optional(fc.nat({ max: 3 })),
		trendingScore: optional(fc.nat({ max: 2 })),
	})
	.map(withoutUndefined);

/** Models whose values repeat, so that ties, unknowns and shared labels are common. */
export const models: fc.Arbitrary<Model[]> = fc.uniqueArray(
	fc
		.record({
			repoId: fc
				.tuple(fc.constantFrom("Qwen", "google", "qwen"), fc.stringMatching(/^[abAB][0-9b]{0,2}$/))
				.map(([author, name]) => `${author}/${name}`),
			task: optional(fc.constantFrom(...tasks)),
			license: optional(fc.constantFrom(...licenseIds).map((id) => ({ id, origin: "tag" as const }))),
			languages: optional(fc.subarray(languages, { minLength: 1 })),
			formats: some(formats),
			gating: optional(fc.constantFrom(...gatings)),
			parameters: optional(
				fc
					.constantFrom(...sizes)
					.map((value) => ({ total: { value, basis: "read" as const, from: "safetensorsTotal" as const } })),
			),
			baseModels: optional(
				fc
					.record({
						repoIds: some(["meta/a", "meta/b"]),
						relation: optional(fc.constantFrom("finetune" as const, "merge" as const)),
					})
					.map(withoutUndefined),
			),
			createdAtMs: optional(fc.nat({ max: 60 }).map((days) => nowMs - days * dayMs)),
			lastModifiedMs: optional(fc.nat({ max: 5 }).map((days) => nowMs - days * dayMs)),
			counters,
			security: fc.constant("unknown" as const),
			readAtMs: fc.constant(nowMs),
		})
		.map(withoutUndefined),
	{ selector: (model) => model.repoId, maxLength: 40 },
) as fc.Arbitrary<Model[]>;

const range = fc
	.record({ min: optional(fc.constantFrom(...sizes)), max: optional(fc.constantFrom(...sizes)) })
	.map(withoutUndefined);

const filters = fc
	.record({
		tasks: optional(some(tasks)),
		licenseClasses: optional(some(["permissive", "conditions", "nonCommercial", "notStated"])),
		licenseIds: optional(some(licenseIds)),
		parameters: optional(range),
		sizeBytes: optional(range),
		hardware: optional(
			fc.array(
				fc.record({
					name: fc.constant("a machine"),
					vendor: fc.constantFrom("nvidia", "cpu"),
					budgetBytes: fc.constantFrom(8e9, 24e9, 80e9),
					contextTokens: fc.constantFrom(4096, 1_000_000),
				}),
				{ maxLength: 2 },
			),
		),
		languages: optional(some(languages)),
		formats: optional(some(formats)),
		gating: optional(some(gatings)),
		baseOnly: optional(fc.boolean()),
		maxAgeDays: optional(fc.constantFrom(0, 7, 30)),
		derivedFrom: optional(fc.constantFrom({ repoId: "meta/a", relation: "finetune" as const })),
		group: optional(
			fc.record({ name: fc.constant("a group"), repoIds: some(["Qwen/a", "Qwen/b", "google/a", "qwen/B"]) }),
		),
		includeUnknown: optional(fc.subarray([...filterFields])),
	})
	.map(withoutUndefined) as fc.Arbitrary<Filters>;

export const queries: fc.Arbitrary<Query> = fc
	.record({
		text: optional(fc.constantFrom("", "q", "a B", "QWEN/a", "qwen/b", "google b1", "zzz")),
		filters: optional(filters),
		sort: optional(fc.constantFrom(...sortKeys)),
		offset: optional(fc.nat({ max: 10 })),
		limit: optional(fc.nat({ max: 10 })),
	})
	.map(withoutUndefined) as fc.Arbitrary<Query>;
