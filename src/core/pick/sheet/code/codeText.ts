import { toFileOffset } from "../../../code/ids/documents/findInNotebook.ts";
import { readNotebook } from "../../../code/ids/documents/readNotebook.ts";
import {
	findLineEnd,
	lexCode,
	mark,
	pythonRules,
	scriptRules,
	tokenKind,
} from "../../../code/ids/program/lexCode.ts";

/** A text within a program, without its quotes. */
export interface CodeString {
	readonly at: number;
	readonly text: string;
}

/** A file's code as rules read it. */
export interface CodeText {
	/** The code, with a space for each character of comments and docstrings: places stay what they are. */
	readonly code: string;
	readonly strings: readonly CodeString[];
	/** Comments, neighbors as one. */
	readonly comments: readonly CodeString[];
	/** The line of a place, from 1 on. */
	readonly lineOf: (at: number) => number;
	/** Where a line begins. */
	readonly startOf: (line: number) => number;
}

const scripts: ReadonlySet<string> = new Set([
	"javascript",
	"javascriptreact",
	"typescript",
	"typescriptreact",
	"java",
	"kotlin",
	"csharp",
	"go",
	"rust",
	"swift",
	"dart",
	"php",
	"cpp",
	"c",
	"vue",
	"svelte",
]);

/** Prepares a file for the rules. `languageId` is VS Code's, or `ipynb` for the file of a notebook. */
export function prepareCode(text: string, languageId: string | undefined): CodeText {
	if (languageId === "ipynb") {
		return prepareNotebook(text);
	}
	const lines = indexLines(text);
	return {
		...readText(text, languageId),
		lineOf: (at) => findLine(lines, at),
		startOf: (line) => lines[line - 1] ?? text.length,
	};
}

function readText(
	text: string,
	languageId: string | undefined,
): Pick<CodeText, "code" | "strings" | "comments"> {
	if (languageId === "python" || (languageId !== undefined && scripts.has(languageId))) {
		return readProgramText(text, languageId === "python");
	}
	const pattern = languageId === "sql" ? /--[^\n]*/g : /(?<=^|[\s;])#[^\n]*/g;
	const spans =
		languageId === "json" || languageId === "jsonc"
			? []
			: [...text.matchAll(pattern)].flatMap((m) => [m.index, m.index + m[0].length]);
	return { code: blankSpans(text, spans), strings: [], comments: joinComments(text, spans) };
}

function readProgramText(text: string, isPython: boolean): Pick<CodeText, "code" | "strings" | "comments"> {
	const { kinds, starts, ends, comments } = lexCode(text, isPython ? pythonRules : scriptRules);
	const strings: CodeString[] = [];
	const docstrings: number[] = [];
	let before = 0;
	for (let i = 0; i < kinds.length; i++) {
		const kind = kinds[i] ?? 0;
		const start = starts[i] ?? 0;
		const end = ends[i] ?? start;
		if (kind === tokenKind.string || kind === tokenKind.partial || kind === tokenKind.text) {
			if (isPython && kind === tokenKind.text && (before === 0 || before === mark.colon)) {
				docstrings.push(start, end);
			} else {
				strings.push({ at: start, text: text.slice(start, end) });
			}
		}
		before = kind === tokenKind.newline ? before : kind;
	}
	return {
		code: blankSpans(text, [...comments, ...docstrings]),
		strings,
		comments: joinComments(text, comments),
	};
}

/** The code of all cells, one after the other; commands after `!` and `%` stay as they are. */
function prepareNotebook(text: string): CodeText {
	const { cells, languageId } = readNotebook(text);
	const fileLines = indexLines(text);
	const starts: number[] = [];
	const code = cells.filter(({ kind }) => kind === "code");
	let whole = "";
	for (const cell of code) {
		starts.push(whole.length);
		whole += `${cell.text}\n`;
	}
	const lineOf = (at: number): number => {
		const index = findLine(starts, at) - 1;
		const cell = code[Math.max(0, index)];
		return cell === undefined ? 1 : findLine(fileLines, toFileOffset(cell, at - (starts[index] ?? 0)));
	};
	return {
		...readText(whole, languageId),
		lineOf,
		startOf: (line) => {
			for (let at = 0; at < whole.length; at = findLineEnd(whole, at) + 1) {
				if (lineOf(at) >= line) {
					return at;
				}
			}
			return whole.length;
		},
	};
}

function blankSpans(text: string, spans: readonly number[]): string {
	const sorted: [number, number][] = [];
	for (let i = 0; i < spans.length; i += 2) {
		sorted.push([spans[i] ?? 0, spans[i + 1] ?? 0]);
	}
	sorted.sort((a, b) => a[0] - b[0]);
	let result = "";
	let at = 0;
	for (const [start, end] of sorted) {
		if (start >= at) {
			result += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\n]/g, " ");
			at = end;
		}
	}
	return result + text.slice(at);
}

/** Neighboring comments are read as one. */
function joinComments(text: string, spans: readonly number[]): readonly CodeString[] {
	const joined: { at: number; text: string; end: number }[] = [];
	for (let i = 0; i < spans.length; i += 2) {
		const start = spans[i] ?? 0;
		const end = spans[i + 1] ?? start;
		const own = text.slice(start, end).replace(/^[#/*\s-]+/, "");
		const last = joined.at(-1);
		if (
			last !== undefined &&
			start - last.end < 120 &&
			/^\s*(?:#|\/\/|--)?$/.test(text.slice(last.end, start))
		) {
			last.text += ` ${own}`;
			last.end = end;
		} else {
			joined.push({ at: start, text: own, end });
		}
	}
	return joined;
}

function indexLines(text: string): readonly number[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		starts.push(at + 1);
	}
	return starts;
}

/** How many of the sorted starts are not after a place. */
function findLine(starts: readonly number[], at: number): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= at) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
