import { listTasksOf } from "../workloads.ts";
import type { Clue } from "./code/clue.ts";
import { type CodeScope, findScopes, findUsed, scopeAt } from "./code/codeScope.ts";
import { type ReadFile, readCodeFile } from "./code/readCodeFile.ts";
import { readMachines } from "./code/readMachines.ts";
import { collectSettings, type SettingBook } from "./code/settings.ts";
import type { SourceFile } from "./code/sourceFile.ts";
import { splitManifest } from "./code/splitManifest.ts";
import { mergeClues, ofVectors, type PlacedClue } from "./mergeClues.ts";
import type { Requirement, RequirementSheet } from "./requirement.ts";
import type { Said } from "./said.ts";
import { sortSheet } from "./sortSheet.ts";
import { readSentence } from "./words/readSentence.ts";

/** What there is to read. Everything stays where it is: rules read it, nothing is sent. */
export interface SheetInput {
	/** What the person typed. */
	readonly text?: string | undefined;
	/** The file that is worked in first, then manifests and others beside it. */
	readonly files?: readonly SourceFile[];
	/** The line of the first file that the cursor is in, from 1 on, or the lines that are selected. */
	readonly lines?: { readonly first: number; readonly last: number } | undefined;
	/** Requirements of the repository's policy. */
	readonly policy?: readonly Requirement[];
}

const longestExcerpt = 80;

/**
 * The sheet of a workload, by rules: what was typed beats what the code says, the part of the code around the cursor beats the
 * rest, and the policy stands beside both. Never throws.
 */
export function readSheet(input: SheetInput): RequirementSheet {
	const typed = readSentence(input.text ?? "").map(
		(said): Requirement => ({ ...shorten(said), from: "text" }),
	);
	const sources = input.files ?? [];
	const { book, replaced } = collectSettings(sources);
	const files = sources.flatMap((file, index) =>
		readParts(file, book, index === 0 ? input.lines : undefined),
	);
	const clues = files
		.flatMap((file, index) =>
			(index === 0 && input.lines !== undefined ? narrow(file, input.lines) : file.clues).map(
				(clue): PlacedClue => ({ clue, file }),
			),
		)
		.filter(({ clue, file }) => {
			const place = file.code.placeOf(clue.at);
			return clue.kind === "currentModel" || !replaced.has(`${place.file}:${place.line}`);
		});
	const said = mergeClues(clues, typed.find(({ kind }) => kind === "task") !== undefined ? typed : undefined);
	const read = said.map(({ clue, file }): Requirement => {
		const { at, weight: _weight, ...rest } = clue;
		return { ...shorten(rest), from: file.code.placeOf(at) };
	});
	const own = [...override(read, typed), ...typed];
	const isOfVectors = own.some(({ kind, value }) => kind === "task" && ofVectors.test(String(value)));
	const policy = (input.policy ?? []).filter(({ kind }) => kind !== "embeddingDimension" || isOfVectors);
	return sortSheet([...own, ...policy]);
}

/** The parts of a file; where a line is meant, the part around it. Machines of parts without a model are for other things. */
function readParts(
	file: SourceFile,
	book: SettingBook,
	lines: SheetInput["lines"] | undefined,
): readonly ReadFile[] {
	const all = splitManifest(file);
	const own = all.filter(({ text }) => lines !== undefined && text.split("\n")[lines.first - 1] !== "");
	const parts = (own.length === 1 ? own : all).map((part) => readCodeFile(part, book, all.length > 1));
	return parts.some(({ usesModels }) => usesModels)
		? parts.map((part) =>
				part.usesModels ? part : { ...part, clues: part.clues.filter(({ kind }) => kind !== "target") },
			)
		: parts;
}

/** What was typed stands for what the code says of the same. */
function override(read: readonly Requirement[], typed: readonly Requirement[]): readonly Requirement[] {
	const kinds = new Set(typed.map(({ kind }) => kind));
	return read.filter(
		({ kind }) => !kinds.has(kind) || kind === "currentModel" || kind === "capability" || kind === "safety",
	);
}

/** Of a file what is around the lines: their function, and what stands in none. */
function narrow(
	file: ReadFile,
	{ first, last }: { readonly first: number; readonly last: number },
): readonly Clue[] {
	const scopes = findScopes(file.code);
	const start = file.code.startOf(first);
	const end = Math.max(start + 1, file.code.startOf(last + 1) - 1);
	const isNowhere = (clue: Clue) => scopeAt(scopes, clue.at) === undefined;
	const isTask = ({ kind, weight }: Clue) => kind === "task" && weight >= 0.5;
	const within = (all: readonly CodeScope[]) => {
		const isWithin = (at: number) => all.some((part) => part.start <= at && at < part.end);
		return [
			...file.clues.filter(({ at, kind }) => kind !== "target" && isWithin(at)),
			...readMachines(file.code, isWithin),
		];
	};
	let own = scopeAt(scopes, start) ?? paragraphAround(file.code.code, start, end);
	let parts: readonly CodeScope[] = [own, { start, end }];
	let near = within(parts);
	// A method of a class uses what another makes.
	for (let outer: CodeScope | undefined = own; outer !== undefined && !near.some(isTask); ) {
		own = outer;
		parts = [own, { start, end }, ...findUsed(file.code.code, own)];
		near = within(parts);
		outer = scopeAt(
			scopes.filter((each) => each.start < own.start),
			start,
		);
	}
	const hasTask = near.some(isTask);
	if (!hasTask && !near.some(({ kind }) => kind === "currentModel")) {
		return file.clues;
	}
	const taken = new Set(
		near.filter(({ kind }) => kind !== "library" && kind !== "runtime").map(({ kind }) => kind),
	);
	const reached = [...parts, ...findUsed(file.code.code, own)];
	const isElsewhere = (clue: Clue) =>
		(clue.kind === "library" || clue.kind === "runtime") && isImportedForOthers(file, clue.at, reached);
	const outer = file.clues.filter(
		(clue) => !near.includes(clue) && isNowhere(clue) && !taken.has(clue.kind) && !isElsewhere(clue),
	);
	const [task] = near.filter(({ kind }) => kind === "task").sort((a, b) => b.weight - a.weight);
	const wanted = task?.kind === "task" ? listTasksOf(task.value) : undefined;
	return [
		...near,
		...outer.filter((clue) => clue.kind !== "task" || wanted === undefined || wanted.includes(clue.value)),
	];
}

/** Whether what a line imports is only used where neither what counts stands nor what that uses. */
function isImportedForOthers(
	{ code: { code, lineOf, startOf } }: ReadFile,
	at: number,
	own: readonly CodeScope[],
): boolean {
	const start = startOf(lineOf(at));
	const line = /^[^\n(]*(?:\([^)]*\))?[^\n]*/.exec(code.slice(start, start + 2000))?.[0] ?? "";
	const listed =
		/^\s*from\s+\S+\s+import\s+\(?([\w\s,]+)/.exec(line)?.[1] ??
		/^\s*import\s+(?:type\s+)?(?:\w+\s*,\s*)?\{([^}]*)\}/.exec(line)?.[1] ??
		/^\s*import\s+(\w+)(?:\s+from\b|\s*$)/.exec(line)?.[1];
	const names = (listed ?? "").split(",").map((each) => /\w+\s*$/.exec(each)?.[0].trim() ?? "");
	const uses = names
		.filter((name) => name !== "")
		.flatMap((name) => [...code.matchAll(new RegExp(`(?<![\\w.])${name}\\b`, "g"))])
		.filter((match) => match.index < start || match.index >= start + line.length);
	return (
		uses.length > 0 && !uses.some(({ index }) => own.some((each) => each.start <= index && index < each.end))
	);
}

/** Lines without an empty one between them, where there is no function. */
function paragraphAround(code: string, start: number, end: number): CodeScope {
	const before = code.lastIndexOf("\n\n", start);
	const after = code.indexOf("\n\n", end);
	return { start: before === -1 ? 0 : before + 1, end: after === -1 ? code.length : after };
}

function shorten<S extends Said>(said: S): S {
	const { excerpt } = said;
	return excerpt.length <= longestExcerpt
		? said
		: { ...said, excerpt: `${excerpt.slice(0, longestExcerpt - 1)}…` };
}
