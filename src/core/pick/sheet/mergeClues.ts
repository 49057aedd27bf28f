import { listTasksOf } from "../workloads.ts";
import type { Clue } from "./code/clue.ts";
import type { ReadFile } from "./code/readCodeFile.ts";
import type { Requirement, RequirementKind } from "./requirement.ts";

/** What a place in one of the files says. */
export interface PlacedClue {
	readonly clue: Clue;
	readonly file: ReadFile;
}

/** Kinds of which a sheet has one. */
const single: ReadonlySet<RequirementKind> = new Set([
	"contextLength",
	"outputTokens",
	"batch",
	"embeddingDimension",
	"dtype",
	"quantization",
	"format",
	"license",
	"parameters",
	"bytes",
	"speedFloor",
]);

const installedWeight = 1;
/** A task that what is imported or served is for. */
const servedWeight = 0.6;
/** Tasks whose models give vectors. */
export const ofVectors = /^(?:feature-extraction|sentence-similarity|image-feature-extraction)$/;
const ofWriting =
	/^(?:text-generation|text2text-generation|image-text-to-text|image-to-text|summarization|translation|any-to-any|automatic-speech-recognition|question-answering|visual-question-answering|document-question-answering)$/;
const ofImages = /^(?:image-text-to-text|image-to-text|document-question-answering)$/;
const ofPrompts = /^(?:text-generation|text2text-generation)$/;

/** Clues of all files as what a sheet says: each thing once, where it is said most surely, and only what is of the task. */
export function mergeClues(
	clues: readonly PlacedClue[],
	typed: readonly Requirement[] | undefined,
): readonly PlacedClue[] {
	const typedTask = typed?.find((each) => each.kind === "task")?.value;
	const task = typed === undefined ? chooseTask(clues) : undefined;
	const taskId =
		typeof typedTask === "string" ? typedTask : task?.clue.kind === "task" ? task.clue.value : undefined;
	const isImported = clues.some(({ clue }) => clue.kind === "library" && clue.weight > installedWeight);
	const kept: PlacedClue[] = task === undefined ? [] : [task];
	const seen = new Set<string>();
	const others = findOthers(clues, taskId);
	const hasOwnTarget = clues.some(({ clue, file }) => clue.kind === "target" && !others.has(file));
	for (const each of order(
		clues.filter(({ clue, file }) => !others.has(file) || (clue.kind === "target" && !hasOwnTarget)),
	)) {
		const { clue } = each;
		const isOne = single.has(clue.kind);
		const key = isOne ? clue.kind : `${clue.kind} ${JSON.stringify(clue.value)}`;
		// What is installed for another library's sake is not what loads the model.
		if (clue.kind === "library" && isImported && clue.weight <= installedWeight) {
			continue;
		}
		if (clue.kind === "task" || seen.has(key) || !isOfTask(clue, taskId) || isOfOther(each, clues, taskId)) {
			continue;
		}
		if (clue.kind === "purpose" && (typed !== undefined || !isPurpose(each, task, taskId, kept))) {
			continue;
		}
		seen.add(key);
		const isDoubtful = isSpokenElsewhere(clue, taskId) || hasRival(each, clues, others);
		kept.push(isDoubtful ? { ...each, clue: { ...clue, strength: "prefer" } } : each);
	}
	return mergeTargets(kept);
}

/** The surest first; of equally sure ones the first in its file, and files in their order. */
function order(clues: readonly PlacedClue[]): readonly PlacedClue[] {
	return clues
		.map((each, index) => ({ each, index }))
		.sort(
			(a, b) =>
				Number(b.each.clue.strength === "must") - Number(a.each.clue.strength === "must") ||
				b.each.clue.weight - a.each.clue.weight ||
				(a.each.file === b.each.file ? a.each.clue.at - b.each.clue.at : a.index - b.index),
		)
		.map(({ each }) => each);
}

/**
 * Each task weighs as its strongest clue, and a little more for others of it; the heaviest is meant, in a tie the first. What
 * several calls ask several models for is no more than preferred: one of them is meant, and nobody said which.
 */
function chooseTask(clues: readonly PlacedClue[]): PlacedClue | undefined {
	const tasks = new Map<string, { weight: number; best: PlacedClue }>();
	for (const each of order(clues)) {
		if (each.clue.kind !== "task") {
			continue;
		}
		const known = tasks.get(each.clue.value);
		if (known === undefined) {
			tasks.set(each.clue.value, { weight: each.clue.weight, best: each });
		} else {
			known.weight = Math.max(known.weight, each.clue.weight) + 0.01;
		}
	}
	const sure = [...tasks].filter(([, { best }]) => best.clue.strength === "must");
	const [chosen] = [...tasks].sort(([, a], [, b]) => b.weight - a.weight);
	if (chosen === undefined) {
		return undefined;
	}
	const [task, { best }] = chosen;
	const isOnlyOne = sure.every(([other]) => isOneWork(other, task));
	return isOnlyOne ? best : { ...best, clue: { ...best.clue, strength: "prefer" } };
}

/** Files that are about other work: they say nothing of this one. */
function findOthers(clues: readonly PlacedClue[], task: string | undefined): ReadonlySet<ReadFile> {
	const others = new Set<ReadFile>();
	const own = new Set<ReadFile>();
	for (const { clue, file } of clues) {
		if (task !== undefined && clue.kind === "task" && clue.weight >= servedWeight) {
			(isOneWork(task, clue.value) ? own : others).add(file);
		}
	}
	return new Set([...others].filter((file) => !own.has(file)));
}

/** What a call for other work loads. */
function isOfOther({ clue, file }: PlacedClue, clues: readonly PlacedClue[], task = ""): boolean {
	const line = file.code.lineOf(clue.at);
	const called = clues.filter(
		({ clue: each, file: its }) =>
			each.kind === "task" && each.weight >= 2 && its === file && file.code.lineOf(each.at) === line,
	);
	return (
		/^(?:library|currentModel|dtype|contextLength|language)$/.test(clue.kind) &&
		called.length > 0 &&
		!called.some(({ clue: each }) => each.kind === "task" && isOneWork(each.value, task))
	);
}

function isOneWork(a: string, b: string): boolean {
	return listTasksOf(a).includes(b) || listTasksOf(b).includes(a);
}

function isOfTask({ kind, value }: Clue, task: string | undefined): boolean {
	if (task === undefined) {
		return kind !== "purpose";
	}
	switch (kind) {
		case "embeddingDimension":
			return ofVectors.test(task);
		case "outputTokens":
			return ofWriting.test(task);
		case "capability":
			return ofWriting.test(task);
		case "purpose":
			return ofPrompts.test(task) || value === "readDocument";
		default:
			return true;
	}
}

/** Whether several models are as clearly asked for several lengths. */
function hasRival(
	{ clue, file }: PlacedClue,
	clues: readonly PlacedClue[],
	others: ReadonlySet<ReadFile>,
): boolean {
	return (
		/^(?:contextLength|embeddingDimension)$/.test(clue.kind) &&
		clues.some(
			(each) =>
				each.clue.kind === clue.kind &&
				each.clue.value !== clue.value &&
				each.clue.strength === "must" &&
				each.clue.weight === clue.weight &&
				each.file === file &&
				!others.has(each.file),
		)
	);
}

/** Settings of languages are those of a page or of a program as well, where the work is not to hear, say or translate them. */
function isSpokenElsewhere({ kind }: Clue, task: string | undefined): boolean {
	return (
		kind === "language" &&
		!/^(?:automatic-speech-recognition|translation|text-to-speech|text2text-generation|summarization)$/.test(
			task ?? "",
		)
	);
}

/** The purpose that a prompt gives where text is generated; one of a call only beside its task. */
function isPurpose(
	{ clue, file }: PlacedClue,
	task: PlacedClue | undefined,
	taskId: string | undefined,
	kept: readonly PlacedClue[],
): boolean {
	if (clue.kind !== "purpose" || kept.some((each) => each.clue.kind === "purpose")) {
		return false;
	}
	if (clue.value === "readDocument" && clue.weight <= 2 && taskId !== undefined && ofImages.test(taskId)) {
		return true;
	}
	return clue.weight === 4 || clue.value === "readDocument"
		? task?.clue.at === clue.at && task.file === file
		: taskId !== undefined && ofPrompts.test(taskId) && !listTasksOf("feature-extraction").includes(taskId);
}

/** One machine where one file says more of what another says. */
function mergeTargets(kept: readonly PlacedClue[]): readonly PlacedClue[] {
	const targets = kept.filter(({ clue }) => clue.kind === "target");
	return kept.filter((each) => {
		const { clue } = each;
		if (clue.kind !== "target") {
			return true;
		}
		return !targets.some(
			(other) =>
				other !== each &&
				other.clue.kind === "target" &&
				covers(other.clue.value, clue.value) &&
				targets.indexOf(other) < targets.indexOf(each),
		);
	});
}

function covers(more: object, less: object): boolean {
	return Object.entries(less).every(([key, value]) =>
		Object.entries(more).some(([other, own]) => other === key && own === value),
	);
}
