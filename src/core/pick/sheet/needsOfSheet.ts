import { findTaskCall, listLoadedTasks } from "../../code/callTask.ts";
import { readPipelineKind } from "../../code/pipelineClass.ts";
import { readBudgetBytes } from "../../hardware/readBudgetBytes.ts";
import type { Target } from "../../hardware/target.ts";
import { licenseClasses } from "../../license/licenseClass.ts";
import { listLoadedFormats, listLoadedLibraries } from "../loaders.ts";
import type { LicenseNeed, MakerNeeds, NeedKind, Needs } from "../needs.ts";
import { findPreset, findPresetOfTask, type WorkloadPreset } from "../workloads.ts";
import { acceptedTasks } from "./acceptedTasks.ts";
import type {
	LicenseWord,
	Range,
	Requirement,
	RequirementKind,
	RequirementOf,
	RequirementSheet,
	RequirementValues,
	Strength,
} from "./requirement.ts";
import { findTarget } from "./targetOfNeed.ts";

/** Which elimination a kind of requirement belongs to; the others eliminate nobody. */
const needKindOf: Partial<Readonly<Record<RequirementKind, NeedKind>>> = {
	task: "task",
	capability: "capability",
	input: "input",
	language: "language",
	contextLength: "context",
	embeddingDimension: "dimension",
	license: "license",
	excludedLicense: "license",
	useRegion: "region",
	gated: "gating",
	safety: "files",
	org: "makers",
	excludedOrg: "makers",
	makerRegion: "makers",
	excludedMakerRegion: "makers",
	family: "makers",
	excludedFamily: "makers",
	target: "fit",
	speedFloor: "speed",
	parameters: "size",
	bytes: "size",
	format: "format",
	quantization: "format",
	library: "format",
	runtime: "format",
	evidence: "evidence",
};

/**
 * The elimination that a requirement takes part in; `undefined` for what only tells of the work: its purpose, the length of
 * answers, requests at once, the type that weights are cast to, the model in use now.
 */
export function findNeedKind({ kind, value }: Requirement): NeedKind | undefined {
	return kind === "safety" && value === "scanned" ? "safety" : needKindOf[kind];
}

/** Context in tokens where nothing is said of it. */
const usualContextTokens = 4096;

/**
 * A sheet as what eliminates and what orders. What is asked for as a must eliminates, and lets pass what is not known only
 * where every requirement of its kind does; what is preferred stands in `preferred`. The task and the targets hold
 * whatever their strength: without them there is nothing to choose. A target is one of `targets` by its id or its name,
 * else what was said of it.
 */
export function needsOfSheet(sheet: RequirementSheet, targets: readonly Target[]): Needs {
	const tasks = acceptedTasks(sheet);
	const preset = findWork(sheet);
	const contextTokens =
		findLargest(listValues(sheet, "contextLength")) ?? preset?.contextTokens ?? usualContextTokens;
	const common = { tasks, contextTokens };
	const judged = listValues(sheet, "target").flatMap((need) => findTarget(need, targets) ?? []);
	const isUnsized = judged.some((target) => readBudgetBytes(target) === undefined);
	const called = findCalledTasks(sheet);
	const pipelineKind = listCalls(sheet).flatMap((code) => readPipelineKind(code) ?? [])[0];
	const preferredKinds = [
		...listKinds(sheet, "prefer").filter((kind) => kind !== "task" && kind !== "fit"),
		...(called === undefined ? [] : (["task"] as const)),
	];
	const least = findLargest(listValues(sheet, "contextLength", "must"));
	return {
		...common,
		...readAsked(sheet, "must"),
		leastContextTokens: least ?? 0,
		targets: judged,
		// Of a machine whose memory nobody said nothing is known to fit: that is told of each, and keeps out nobody.
		includeUnknown: [...listUnknownOk(sheet), ...(isUnsized ? (["fit"] as const) : [])],
		...(preset?.prefersNames === undefined ? {} : { prefersNames: preset.prefersNames }),
		...(preset?.avoidsNames === undefined ? {} : { avoidsNames: preset.avoidsNames }),
		...(preferredKinds.length === 0
			? {}
			: {
					preferredKinds,
					preferred: { tasks: called ?? tasks, contextTokens, targets: [], ...readAsked(sheet, "prefer") },
				}),
		inUse: listInUse(sheet),
		...(pipelineKind === undefined ? {} : { pipelineKind }),
	};
}

/** Tasks of the models that the code's own call loads, where it loads only some. */
function findCalledTasks(sheet: RequirementSheet): readonly string[] | undefined {
	const call = listCalls(sheet)
		.flatMap((code) => findTaskCall(code) ?? [])
		.at(-1);
	return call && listLoadedTasks(call.task);
}

/** Lines of code that tell the task. */
function listCalls({ requirements }: RequirementSheet): readonly string[] {
	return requirements.flatMap(({ kind, from, excerpt = "" }) =>
		kind === "task" && typeof from === "object" ? [excerpt] : [],
	);
}

/** What is preferred to load or serve it, each for itself. */
function listInUse(sheet: RequirementSheet): NonNullable<Needs["inUse"]> {
	const list = (kind: "library" | "runtime") => listValues(sheet, kind, "prefer");
	return [
		...list("library").map((ids) => ({ libraries: [ids], formats: nest(listLoadedFormats(ids)) })),
		...list("runtime").map((ids) => ({
			libraries: nest(listLoadedLibraries(ids)),
			formats: nest(listLoadedFormats(ids)),
		})),
	];
}

/** What requirements of one strength ask for, but for the task, the context and the targets. */
function readAsked(sheet: RequirementSheet, strength: Strength): Partial<Needs> {
	const list = <K extends RequirementKind>(kind: K) => listValues(sheet, kind, strength);
	const flat = <K extends RequirementKind>(kind: K) => list(kind).flat();
	const last = <K extends RequirementKind>(kind: K) => list(kind).at(-1);
	const excluded = readLicense(flat("excludedLicense"));
	const runtimes = list("runtime");
	const formats = [...runtimes, ...list("library")].flatMap((group) => nest(listLoadedFormats(group)));
	const parameters = intersectRanges(list("parameters"));
	const bytes = intersectRanges(list("bytes"));
	const useRegion = last("useRegion");
	const dimension = last("embeddingDimension");
	const evidence = last("evidence");
	const speedFloor = findLargest(list("speedFloor"));
	const makers = readMakers(list, list, flat);
	return {
		licenses: list("license").map(readLicense),
		...(excluded.ids?.length || excluded.classes?.length ? { excludedLicense: excluded } : {}),
		...(useRegion === undefined ? {} : { useRegion }),
		...(makers === undefined ? {} : { makers }),
		safety: list("safety"),
		inputs: list("input"),
		capabilities: list("capability"),
		languages: list("language"),
		...(parameters === undefined ? {} : { parameters }),
		...(bytes === undefined ? {} : { bytes }),
		formats: [...list("format"), ...formats],
		quantizations: list("quantization").map((group) => group.map((word) => word.toLowerCase())),
		libraries: [...list("library"), ...runtimes.flatMap((group) => nest(listLoadedLibraries(group)))],
		...(dimension === undefined ? {} : { embeddingDimension: dimension }),
		...(evidence === undefined ? {} : { evidence }),
		...(speedFloor === undefined ? {} : { speedFloor }),
		...(list("gated").length > 0 ? { gatedOk: false } : {}),
	};
}

function readMakers(
	list: (kind: "makerRegion" | "excludedMakerRegion") => readonly string[],
	groups: (kind: "org" | "family") => readonly (readonly string[])[],
	flat: (kind: "excludedOrg" | "excludedFamily") => readonly string[],
): MakerNeeds | undefined {
	const makers = {
		orgs: groups("org"),
		excludedOrgs: flat("excludedOrg"),
		families: groups("family"),
		excludedFamilies: flat("excludedFamily"),
		regions: list("makerRegion"),
		excludedRegions: list("excludedMakerRegion"),
	};
	return Object.values(makers).every((each) => each.length === 0) ? undefined : makers;
}

function readLicense(words: readonly LicenseWord[]): LicenseNeed {
	const classes = licenseClasses.filter(
		(each) =>
			words.includes(each) ||
			(words.includes("commercial") && (each === "permissive" || each === "conditions")),
	);
	const isClass = (word: string): boolean =>
		word === "commercial" || licenseClasses.some((each) => each === word);
	return { classes, ids: words.filter((word) => !isClass(word)) };
}

function listValues<K extends RequirementKind>(
	sheet: RequirementSheet,
	kind: K,
	strength?: Strength,
): readonly RequirementValues[K][] {
	return sheet.requirements
		.filter(
			(each): each is Requirement & RequirementOf<K> =>
				each.kind === kind && (strength === undefined || each.strength === strength),
		)
		.map(({ value }) => value);
}

function readOne<K extends RequirementKind>(
	sheet: RequirementSheet,
	kind: K,
): RequirementValues[K] | undefined {
	return listValues(sheet, kind).at(-1);
}

/** The preset that the work is of; none where several tasks are asked for. */
function findWork(sheet: RequirementSheet): WorkloadPreset | undefined {
	const [task, ...others] = listValues(sheet, "task");
	return (
		findPreset(readOne(sheet, "purpose")) ??
		(task === undefined || others.length > 0 ? undefined : findPresetOfTask(task))
	);
}

function findLargest(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : Math.max(...values);
}

function listKinds(sheet: RequirementSheet, strength: Strength): readonly NeedKind[] {
	const kinds = sheet.requirements
		.filter((each) => each.strength === strength)
		.flatMap((each) => findNeedKind(each) ?? []);
	return [...new Set(kinds)];
}

/** Targets hold whatever their strength, and so does what is not known of them. */
function listUnknownOk(sheet: RequirementSheet): readonly NeedKind[] {
	const asked = sheet.requirements.filter(({ kind, strength }) => strength === "must" || kind === "target");
	return [...new Set(asked.flatMap((each) => findNeedKind(each) ?? []))].filter((kind) =>
		asked.every((each) => findNeedKind(each) !== kind || each.acceptsUnknown === true),
	);
}

/** A list in a list, to be joined with others. */
function nest<T>(list: readonly T[] | undefined): readonly (readonly T[])[] {
	return list === undefined ? [] : [list];
}

function intersectRanges(ranges: readonly Range[]): Range | undefined {
	if (ranges.length === 0) {
		return undefined;
	}
	const min = Math.max(...ranges.map((each) => each.min ?? 0));
	const max = Math.min(...ranges.map((each) => each.max ?? Number.POSITIVE_INFINITY));
	return { ...(min > 0 ? { min } : {}), ...(Number.isFinite(max) ? { max } : {}) };
}
