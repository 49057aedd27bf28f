import type { Said } from "../said.ts";
import type { CodeText } from "./codeText.ts";

/** What a place in a file says. */
export type Clue = Said & {
	/** Offset in the code. */
	readonly at: number;
	/** How much it tells beside others of its kind: 4 for a call that says it, 2 for words, 1 for what is generic. */
	readonly weight: number;
};

/** A place that a pattern fits: at what it caught last, or else where it begins. */
export function placeOf(match: RegExpMatchArray): number {
	const [all, ...groups] = match;
	const caught = groups.filter((each: string | undefined) => each !== undefined && each !== "").at(-1);
	const inside = caught === undefined ? 0 : all.lastIndexOf(caught);
	return (match.index ?? 0) + Math.max(0, inside);
}

/** Where what a pattern fits has its value, if that stands for a setting; or else where it begins. */
export function placeOfValue({ expanded }: CodeText, match: RegExpMatchArray): number {
	const [all] = match;
	const from = match.index ?? 0;
	const found = expanded.find(({ start, end }) => start >= from && end <= from + all.length);
	return found?.start ?? from + all.length - all.trimStart().length;
}

/** The line around a place, for an excerpt. */
export function lineAt({ code, lineOf, startOf }: CodeText, at: number): string {
	const line = lineOf(at);
	return code.slice(startOf(line), startOf(line + 1)).trim();
}

/** The name of the call around a place; "" without one. */
export function calleeAt(code: string, at: number): string {
	const open = openedAt(code, at);
	return open === undefined
		? ""
		: (/[\w.]+(?=\s*$)/.exec(code.slice(Math.max(0, open - 80), open))?.[0] ?? "");
}

/** Whether a place is among the parameters of a function: what is given there is only so if nothing else is. */
export function isParameter(code: string, at: number): boolean {
	const open = openedAt(code, at);
	return (
		open !== undefined &&
		/\b(?:def|function)\s+\w*\s*(?:<[^>]*>)?$/.test(code.slice(Math.max(0, open - 80), open))
	);
}

/** Where the innermost round bracket around a place opens. */
function openedAt(code: string, at: number): number | undefined {
	let depth = 0;
	for (let i = at - 1; i >= Math.max(0, at - 1500); i--) {
		const each = code[i];
		if (each === ")" || each === "]" || each === "}") {
			depth += 1;
		} else if (each === "[" || each === "{") {
			depth -= 1;
		} else if (each === "(") {
			if (depth <= 0) {
				return i;
			}
			depth -= 1;
		}
	}
	return undefined;
}
