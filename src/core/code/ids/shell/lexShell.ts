import type { SpannedText } from "../candidates/candidate.ts";
import { findLineEnd } from "../program/lexCode.ts";

/** A command of a shell script: its words without their quotes. */
export interface ShellCommand {
	readonly words: readonly SpannedText[];
	/** The variable, where the words are an array's elements. */
	readonly arrayName?: string;
	readonly place: "code" | "comment";
}

/** What follows `<<WORD` up to that word, and the command that it is given to. */
export interface HereText extends SpannedText {
	readonly command: string;
}

/** A shell script, taken apart. */
export interface ShellScript {
	readonly text: string;
	readonly commands: readonly ShellCommand[];
	readonly hereTexts: readonly HereText[];
}

const hereMark = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/;
const wordEnd = /[\s;|&()<>]/;

/** Splits a shell script into commands, whatever the text is, in time in proportion to it. */
export function lexShell(text: string): ShellScript {
	const commands: ShellCommand[] = [];
	const hereTexts: HereText[] = [];
	let words: SpannedText[] = [];
	let commandAt = 0;
	let arrayName: string | undefined;
	/** Words of texts that have no end: looking for it once is enough. */
	const unclosed = new Set<string>();
	const hasClosing: Record<string, boolean> = { '"': true, "'": true };
	const finish = (next: number) => {
		if (words.length > 0) {
			commands.push({ words, place: "code", ...(arrayName === undefined ? {} : { arrayName }) });
		}
		words = [];
		commandAt = next;
	};
	let at = 0;
	while (at < text.length) {
		const each = text[at] ?? "";
		if (each === "\n") {
			const here = hereMark.exec(text.slice(commandAt, Math.min(at, commandAt + 2000)));
			const command = text.slice(commandAt, at);
			finish(at + 1);
			at = here === null ? at + 1 : readHereText(at + 1, here[2] ?? "", command);
			commandAt = at;
		} else if (each === "\\" && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
			at += text[at + 1] === "\r" ? 3 : 2;
		} else if (each === "#" && /[\s;]/.test(text[at - 1] ?? "\n")) {
			const end = findLineEnd(text, at);
			commands.push({ words: splitWords(text.slice(at + 1, end), at + 1), place: "comment" });
			// A comment between continued lines ends none of them.
			at = end;
			if (words.length > 0 && /^\n[ \t]*#/.test(text.slice(end, end + 200))) {
				at = end + 1;
			}
		} else if (/[;|&()]/.test(each)) {
			const array = each === "(" ? /^([A-Za-z_]\w*)\+?=$/.exec(words.at(-1)?.value ?? "")?.[1] : undefined;
			finish(at + 1);
			arrayName = each === ")" ? undefined : (array ?? arrayName);
			at += 1;
		} else if (/\s/.test(each) || each === "<" || each === ">") {
			at += 1;
		} else {
			const end = findWordEnd(at);
			words.push(unquote(text, at, end));
			at = end;
		}
	}
	finish(at);
	return { text, commands, hereTexts };

	function readHereText(start: number, word: string, command: string): number {
		if (unclosed.has(word)) {
			return start;
		}
		let lineAt = start;
		while (lineAt < text.length) {
			const end = findLineEnd(text, lineAt);
			if (text.slice(lineAt, end).trim() === word) {
				hereTexts.push({ value: text.slice(start, lineAt), start, end: lineAt, command });
				return end;
			}
			lineAt = end + 1;
		}
		unclosed.add(word);
		return start;
	}

	function findWordEnd(start: number): number {
		let end = start;
		while (end < text.length) {
			const each = text[end] ?? "";
			if (each === "\\" && /^\r?\n/.test(text.slice(end + 1, end + 3))) {
				break;
			} else if (each === "\\") {
				end += 2;
			} else if (each === "$" && (text[end + 1] === "(" || text[end + 1] === "{")) {
				end += 2;
			} else if (each === '"' || each === "'") {
				const close = hasClosing[each] === true ? findQuoteEnd(each, end + 1) : -1;
				end = close === -1 ? end + 1 : close + 1;
			} else if (wordEnd.test(each)) {
				break;
			} else {
				end += 1;
			}
		}
		return Math.min(Math.max(end, start + 1), text.length);
	}

	function findQuoteEnd(quote: string, from: number): number {
		let close = text.indexOf(quote, from);
		while (close > 0 && quote === '"' && text[close - 1] === "\\") {
			close = text.indexOf(quote, close + 1);
		}
		if (close === -1) {
			hasClosing[quote] = false;
		}
		return close;
	}
}

/** Words between white space, without quotes around them. */
export function splitWords(text: string, base: number): readonly SpannedText[] {
	return [...text.matchAll(/\S+/g)].map((match) => unquote(match[0], 0, match[0].length, base + match.index));
}

function unquote(text: string, start: number, end: number, base = start): SpannedText {
	const value = text.slice(start, end);
	const isQuoted = value.length > 1 && /^["'`]/.test(value) && value.endsWith(value[0] ?? "");
	return isQuoted
		? { value: value.slice(1, -1), start: base + 1, end: base + value.length - 1 }
		: { value, start: base, end: base + value.length };
}
