import { toFileOffset } from "../../../code/ids/documents/findInNotebook.ts";
import { readNotebook } from "../../../code/ids/documents/readNotebook.ts";
import { lexCode, mark, pythonRules, scriptRules, tokenKind } from "../../../code/ids/program/lexCode.ts";
import type { FilePlace } from "../requirement.ts";
import { type Expanded, expandSettings } from "./expandSettings.ts";
import { findLine, indexLines, lineFinder } from "./lines.ts";
import { listSettings, type SettingBook } from "./settings.ts";
import { findLanguage, isProgram, type SourceFile } from "./sourceFile.ts";

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
	/** Values of settings that stand where they were asked for. */
	readonly expanded: readonly Expanded[];
	/** The line of the file that an offset stands in, from 1 on. */
	readonly lineOf: (at: number) => number;
	/** Where what stands at an offset was said: there, or where a setting has its value. */
	readonly placeOf: (at: number) => FilePlace;
	/** Where a line begins. */
	readonly startOf: (line: number) => number;
}

/**
 * Prepares a file for the rules, with the values of settings where they are asked for: those of the file, and `others`.
 */
export function prepareCode(file: SourceFile, others: SettingBook): CodeText {
	const languageId = findLanguage(file);
	const { raw, rawLineOf, inner } =
		languageId === "ipynb"
			? joinCells(file.text)
			: { raw: file.text, rawLineOf: lineFinder(file.text), inner: languageId };
	const placeOf = (at: number): FilePlace => {
		const place = { file: file.path, line: rawLineOf(at) };
		return file.cell === undefined ? place : { ...place, cell: file.cell };
	};
	const read = readText(raw, inner);
	const books = [listSettings(raw, isProgram(inner), placeOf, [others]), others];
	const hidden = isProgram(inner)
		? blankSpans(
				read.code,
				read.strings.flatMap(({ at, text }) => [at, at + text.length]),
			)
		: undefined;
	const { code: long, expanded } = expandSettings(hidden === undefined ? read.code : raw, hidden, books);
	const code = hidden === undefined ? joinArguments(long) : long;
	const toRaw = (at: number) => {
		const before = expanded.filter(({ start }) => start <= at).at(-1);
		return before === undefined ? at : Math.max(0, Math.max(at, before.end) - before.growth);
	};
	const starts = indexLines(long);
	const lineOf = (at: number) => rawLineOf(toRaw(at));
	return {
		...(code === raw ? read : readText(code, inner)),
		expanded,
		lineOf,
		placeOf: (at) => expanded.find(({ start, end }) => start <= at && at < end)?.place ?? placeOf(toRaw(at)),
		startOf: (line) =>
			languageId === "ipynb"
				? (starts.find((at) => lineOf(at) >= line) ?? code.length)
				: (starts[line - 1] ?? code.length),
	};
}

/** Lists of arguments, continued lines, and variables with their values as one line, as long as they were. */
function joinArguments(code: string): string {
	return code
		.replaceAll(/\\\n/g, "\\ ")
		.replaceAll(
			/\bname:([ \t]*["']?[A-Za-z_]\w*["']?)[ \t]*(\n[ \t]*value)(?=:)/g,
			(_all, name: string, gap: string) => `     ${name}${" ".repeat(gap.length)}`,
		)
		.replaceAll(
			/^([ \t]*)(?:- +)?["']?(?:command|\w*[aA]rgs|entrypoint|arguments)["']?:[ \t]*(?:[>|][-+\d]*)?[ \t]*\n(?:\1[ \t]*(?:-[ \t]|[ \t]).*(?:\n|$))+/gm,
			(list) =>
				list.replaceAll(/\n[ \t]*(?:-(?=[ \t]))?(?=[ \t]*["']?[\w/$-]+(?![\w-]*:\s))/g, (gap) =>
					" ".repeat(gap.length),
				),
		);
}

function readText(
	text: string,
	languageId: string | undefined,
): Pick<CodeText, "code" | "strings" | "comments"> {
	if (isProgram(languageId)) {
		return readProgramText(text, languageId === "python");
	}
	const pattern = languageId === "sql" ? /--[^\n]*/g : /(?<=^|[\s;])#(?!SBATCH\b)[^\n]*/g;
	const spans =
		languageId === "json" || languageId === "jsonc"
			? []
			: [...text.matchAll(pattern)].flatMap((m) => [m.index, m.index + m[0].length]);
	return { code: blankSpans(text, spans), strings: [], comments: joinComments(text, spans) };
}

/** What stands before a text that tells people something: help, logs, failures. */
const forPeople =
	/(?:\b(?:help|epilog|usage)\s*[=:]|\b(?:HELP|USAGE|EPILOG|BANNER|EXAMPLES?)\s*=|\b(?:print|(?:log|logger|logging|console)\.\w+|raise \w+|new \w*Error)\()\s*[rf]?["'`]{0,3}$/;

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
			const isDocstring = isPython && kind === tokenKind.text && (before === 0 || before === mark.colon);
			if (isDocstring || forPeople.test(text.slice(Math.max(0, start - 40), start))) {
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
function joinCells(text: string): {
	readonly raw: string;
	readonly rawLineOf: (at: number) => number;
	readonly inner: string;
} {
	const { cells, languageId } = readNotebook(text);
	const lineOf = lineFinder(text);
	const starts: number[] = [];
	const code = cells.filter(({ kind }) => kind === "code");
	let raw = "";
	for (const cell of code) {
		starts.push(raw.length);
		raw += `${cell.text}\n`;
	}
	const rawLineOf = (at: number): number => {
		const index = findLine(starts, at) - 1;
		const cell = code[Math.max(0, index)];
		return cell === undefined ? 1 : lineOf(toFileOffset(cell, at - (starts[index] ?? 0)));
	};
	return { raw, rawLineOf, inner: languageId };
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
