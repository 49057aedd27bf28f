import type { Vendor } from "../../hardware/target.ts";
import type { LicenseClass } from "../../license/licenseClass.ts";
import type { WeightFormat } from "../../model/artifact.ts";

/** A machine or an accelerator that was named; what was not said is absent. */
export interface TargetNeed {
	/** Of a target that is known here (`Target.id`). */
	readonly id?: string;
	readonly vendor?: Vendor;
	/** As makers name it: `GeForce RTX 4090`, `M3 Max`. */
	readonly device?: string;
	/** Memory of one device in bytes; for `cpu` the system's. "8 GB" is 8 GiB, as cards and machines are sold. */
	readonly memoryBytes?: number;
	/** The system's memory in bytes, where weights can be offloaded to. */
	readonly systemMemoryBytes?: number;
	/** Devices of that kind; absent: one. */
	readonly count?: number;
}

/** Bounds, both included; at least one is there. */
export interface Range {
	readonly min?: number;
	readonly max?: number;
}

/** A license by its id on the Hub (`apache-2.0`), by class, or `commercial`: `permissive` or `conditions`. */
export type LicenseWord = LicenseClass | "commercial" | (string & {});

/** What models can do beside their task. */
export const capabilities = ["toolCalling", "structuredOutput", "reasoning", "fillInTheMiddle"] as const;
export type Capability = (typeof capabilities)[number];

/** What is given to a model beside text. */
export const inputKinds = ["image", "audio", "video"] as const;
export type InputKind = (typeof inputKinds)[number];

/** `safetensors`: weights that run no code on loading; `noCustomCode`: nothing of the repository is executed; `scanned`: known to be clean. */
export const safetyNeeds = ["safetensors", "noCustomCode", "scanned"] as const;
export type SafetyNeed = (typeof safetyNeeds)[number];

/** `task`: independent evaluations of the task; `any`: of any task; `family`: at least of a relative. */
export const evidenceNeeds = ["task", "any", "family"] as const;
export type EvidenceNeed = (typeof evidenceNeeds)[number];

/** What each kind of requirement is about: the type of its value, and what it means. */
export interface RequirementValues {
	/** Pipeline id of the Hub that names the work best (`summarization`); which tasks of models do for it, `acceptedTasks` says. One. */
	readonly task: string;
	/** The kind of work within the task, as in workloads.json (`code`, `readDocument`); absent where the task says it. One. */
	readonly purpose: string;
	/** What it must be able to do. Several: all of them. */
	readonly capability: Capability;
	/** What it must take beside text. Several: all of them. */
	readonly input: InputKind;
	/** ISO 639 code of a natural language, or `multilingual`. Several: all of them. */
	readonly language: string;
	/** Tokens of prompt and answer together, at least. One. */
	readonly contextLength: number;
	/** Tokens of an answer, at most asked for; a hint for memory and time. One. */
	readonly outputTokens: number;
	/** Requests or sequences at once. One. */
	readonly batch: number;
	/** Length of the vectors that an index or a store holds: exactly. One. */
	readonly embeddingDimension: number;
	/** Any of these will do. Several requirements: each of them. */
	readonly license: readonly LicenseWord[];
	/** None of these will do. */
	readonly excludedLicense: readonly LicenseWord[];
	/** Where its user sits, so that the license must grant rights there: `EU`, or an ISO 3166 code. */
	readonly useRegion: string;
	/** Where it must run. Several: each of them. */
	readonly target: TargetNeed;
	/** Tokens a second that one answer is written with, at least, on every target. One. */
	readonly speedFloor: number;
	/** All parameters of the model, in units (7e9). One. */
	readonly parameters: Range;
	/** Bytes of what is downloaded and loaded. One. */
	readonly bytes: Range;
	/** Any of these formats will do. */
	readonly format: readonly WeightFormat[];
	/** Any of these methods or labels will do, in lower case (`awq`, `q4_k_m`, `4bit`). */
	readonly quantization: readonly string[];
	/** The type that weights are loaded as: `bfloat16`, `float16`, `float32`, `int8`, `int4`, `fp8`. One. */
	readonly dtype: string;
	/** `false`: only what everybody may download without asking. One. */
	readonly gated: false;
	/** Several: all of them. */
	readonly safety: SafetyNeed;
	readonly evidence: EvidenceNeed;
	/** Library of the Hub that loads it (`transformers`, `sentence-transformers`, `transformers.js`). Any of these will do. */
	readonly library: readonly string[];
	/** What serves it (`vllm`, `tgi`, `llama.cpp`, `ollama`, `sglang`). Any of these will do. */
	readonly runtime: readonly string[];
	/** Families by the words of names (`qwen`, `llama`). Any of these will do; none of the excluded. */
	readonly family: readonly string[];
	readonly excludedFamily: readonly string[];
	/** Owners on the Hub in their own case (`mistralai`). Any of these will do; none of the excluded. */
	readonly org: readonly string[];
	readonly excludedOrg: readonly string[];
	/** Where its makers sit: `EU`, or an ISO 3166 code. One of the wanted; none of the excluded. */
	readonly makerRegion: string;
	readonly excludedMakerRegion: string;
	/** A model that is in use now. Several: each stands in the code. Never a condition: what it is tells of what is wanted. */
	readonly currentModel: string;
}

/** What a requirement is about. The order is that of a sheet: what for, may it be used, where does it run, what else. */
export const requirementKinds = [
	"task",
	"purpose",
	"capability",
	"input",
	"language",
	"contextLength",
	"outputTokens",
	"batch",
	"embeddingDimension",
	"license",
	"excludedLicense",
	"useRegion",
	"gated",
	"safety",
	"org",
	"excludedOrg",
	"makerRegion",
	"excludedMakerRegion",
	"family",
	"excludedFamily",
	"target",
	"speedFloor",
	"parameters",
	"bytes",
	"format",
	"quantization",
	"dtype",
	"library",
	"runtime",
	"evidence",
	"currentModel",
] as const satisfies readonly (keyof RequirementValues)[];
export type RequirementKind = (typeof requirementKinds)[number];

/** `must` eliminates; `prefer` only orders. Read as `must` only where it was said, or nothing else would work. */
export type Strength = "must" | "prefer";

/** A line of a file; `file` is a path relative to what was read, with `/`. */
export interface FilePlace {
	readonly file: string;
	/** From 1 on. Of a notebook's cell, within the cell. */
	readonly line: number;
	/** The cell of a notebook that is open in the editor, from 1 on. */
	readonly cell?: number;
}

/**
 * Where a requirement came from: a line of code, the words that were typed, the repository's `.openmodels.json`, an edit of
 * the sheet, or what is usual where nothing was said.
 */
export type RequirementOrigin = FilePlace | "text" | "policy" | "user" | "default";

/** A requirement of one kind. */
export interface RequirementOf<K extends RequirementKind> {
	readonly kind: K;
	readonly value: RequirementValues[K];
	readonly strength: Strength;
	readonly from: RequirementOrigin;
	/** The words or the code that said so, shortened. */
	readonly excerpt?: string;
	/** A model of which it is not known passes. Absent: it does not, where the requirement is a must. */
	readonly acceptsUnknown?: boolean;
}

/** One line of a requirement sheet. */
export type Requirement = { [K in RequirementKind]: RequirementOf<K> }[RequirementKind];

/** What a workload asks of a model, in the order of `requirementKinds`. */
export interface RequirementSheet {
	readonly requirements: readonly Requirement[];
}

/** The requirements of one kind, in order. */
export function listOfKind<K extends RequirementKind>(
	sheet: RequirementSheet,
	kind: K,
): readonly (Requirement & { readonly kind: K })[] {
	return sheet.requirements.filter((each): each is Requirement & { readonly kind: K } => each.kind === kind);
}
