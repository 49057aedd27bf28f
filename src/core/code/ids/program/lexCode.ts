import { TokenColumns } from "./tokenColumns.ts";

/**
 * What a token is; a mark is its own character's code. A string's offsets are of its text, without quotes: `partial` has code in
 * it, `text` may go over several lines.
 */
export const tokenKind = { word: 1, number: 2, newline: 4, string: 5, partial: 6, text: 7 } as const;

/** Codes of marks that say something. */
export const mark = {
	bang: 33,
	openCall: 40,
	closeCall: 41,
	plus: 43,
	comma: 44,
	dot: 46,
	colon: 58,
	semicolon: 59,
	less: 60,
	equals: 61,
	greater: 62,
	question: 63,
	openList: 91,
	closeList: 93,
	openBrace: 123,
	closeBrace: 125,
} as const;

/** Tokens of a program, as columns: a file has a hundred thousand of them at each keystroke. */
export interface CodeTokens {
	/** Of `tokenKind`, or the code of a mark. */
	readonly kinds: Uint8Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/** Offsets of comments without their marks: start, end, start, end… */
	readonly comments: readonly number[];
}

/** What a lexer must know of a language. */
export interface LexRules {
	readonly lineComment: "#" | "//" | "";
	readonly hasBlockComments: boolean;
	readonly hasTripleQuotes: boolean;
	readonly hasTemplates: boolean;
}

export const pythonRules: LexRules = {
	lineComment: "#",
	hasBlockComments: false,
	hasTripleQuotes: true,
	hasTemplates: false,
};

export const scriptRules: LexRules = {
	lineComment: "//",
	hasBlockComments: true,
	hasTripleQuotes: false,
	hasTemplates: true,
};

const newline = 10;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const singleQuote = 39;
const slash = 47;
const star = 42;
const backslash = 92;
const backtick = 96;
/** Regular expressions are shorter; a longer search would make a line of slashes expensive. */
const longestPattern = 300;

const wordChars = new Uint8Array(128);
for (const each of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$0123456789") {
	wordChars[each.charCodeAt(0)] = 1;
}

/**
 * Splits Python or JavaScript into tokens, whatever the text is: what is left open ends with its line or with the
 * text. Takes time in proportion to the text.
 */
export function lexCode(text: string, rules: LexRules): CodeTokens {
	const columns = new TokenColumns(text.length);
	const comments: number[] = [];
	const { length } = text;
	let at = 0;
	while (at < length) {
		const code = text.charCodeAt(at);
		if (code === newline) {
			columns.push(tokenKind.newline, at, at + 1);
			at += 1;
		} else if (code <= space) {
			at += 1;
		} else if (code >= 128 || wordChars[code] === 1) {
			const start = at;
			at += 1;
			while (at < length && isWordCode(text.charCodeAt(at))) {
				at += 1;
			}
			columns.push(code >= 48 && code <= 57 ? tokenKind.number : tokenKind.word, start, at);
		} else if (code === doubleQuote || code === singleQuote || (code === backtick && rules.hasTemplates)) {
			at = lexString(text, at, code, rules, columns);
		} else if (code === hash && rules.lineComment === "#") {
			const end = findLineEnd(text, at);
			comments.push(at + 1, end);
			at = end;
		} else if (code === slash && rules.lineComment === "//" && text.charCodeAt(at + 1) === slash) {
			const end = findLineEnd(text, at);
			comments.push(at + 2, end);
			at = end;
		} else if (code === slash && rules.hasBlockComments && text.charCodeAt(at + 1) === star) {
			const close = text.indexOf("*/", at + 2);
			const end = close === -1 ? length : close;
			comments.push(at + 2, end);
			at = end + 2;
		} else if (code === slash && rules.hasTemplates && canBeginPattern(text, columns)) {
			const end = findPatternEnd(text, at + 1);
			columns.push(code, at, at + 1);
			at = end ?? at + 1;
		} else if (code === backslash && text.charCodeAt(at + 1) === newline) {
			at += 2;
		} else {
			columns.push(code, at, at + 1);
			at += 1;
		}
	}
	return { ...columns.finish(), comments };
}

/** The end of the line that an offset is in. */
export function findLineEnd(text: string, at: number): number {
	const end = text.indexOf("\n", at);
	return end === -1 ? text.length : end;
}

function isWordCode(code: number): boolean {
	return code >= 128 || wordChars[code] === 1;
}

function lexString(
	text: string,
	openAt: number,
	quote: number,
	rules: LexRules,
	columns: TokenColumns,
): number {
	if (quote === backtick) {
		const { end, isPlain } = findTemplateEnd(text, openAt + 1);
		columns.push(isPlain ? tokenKind.text : tokenKind.partial, openAt + 1, end);
		return end + 1;
	}
	const formatted = takePrefix(text, openAt, rules, columns);
	const quoteMark = text[openAt] ?? "";
	if (rules.hasTripleQuotes && text.startsWith(quoteMark + quoteMark, openAt + 1)) {
		const close = findClosing(text, openAt + 3, quoteMark.repeat(3));
		columns.push(
			formatted && text.slice(openAt + 3, close).includes("{") ? tokenKind.partial : tokenKind.text,
			openAt + 3,
			close,
		);
		return close + 3;
	}
	let at = openAt + 1;
	let isPlain = true;
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === quote || code === newline) {
			break;
		}
		if (code === backslash) {
			at += 1;
		} else if (formatted && code === mark.openBrace) {
			isPlain = false;
		}
	}
	const end = Math.min(at, text.length);
	columns.push(isPlain ? tokenKind.string : tokenKind.partial, openAt + 1, end);
	return text.charCodeAt(end) === quote ? end + 1 : end;
}

/** Takes the letters before a Python string from the tokens, and tells whether it takes code. */
function takePrefix(text: string, openAt: number, rules: LexRules, columns: TokenColumns): boolean {
	const { kind, start, end } = columns.last();
	if (!rules.hasTripleQuotes || kind !== tokenKind.word || end !== openAt || openAt - start > 2) {
		return false;
	}
	const letters = text.slice(start, openAt).toLowerCase();
	if (!/^[rbuft]{1,2}$/.test(letters)) {
		return false;
	}
	columns.dropLast();
	return letters.includes("f") || letters.includes("t");
}

function findClosing(text: string, from: number, close: string): number {
	let at = text.indexOf(close, from);
	while (at > 0 && text.charCodeAt(at - 1) === backslash && text.charCodeAt(at - 2) !== backslash) {
		at = text.indexOf(close, at + 1);
	}
	return at === -1 ? text.length : at;
}

/** The end of a template, with the templates in its code passed over. */
function findTemplateEnd(text: string, from: number): { readonly end: number; readonly isPlain: boolean } {
	/** Depths of braces of the code that is open; -1 stands for a template. */
	const open: number[] = [-1];
	let isPlain = true;
	let at = from;
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const top = open.length - 1;
		const depth = open[top] ?? -1;
		if (code === backslash) {
			at += 1;
		} else if (code === backtick) {
			if (depth === -1) {
				open.pop();
				if (open.length === 0) {
					break;
				}
			} else {
				open.push(-1);
			}
		} else if (depth === -1) {
			if (code === dollar && text.charCodeAt(at + 1) === mark.openBrace) {
				isPlain = false;
				open.push(0);
				at += 1;
			}
		} else if (code === mark.openBrace) {
			open[top] = depth + 1;
		} else if (code === mark.closeBrace) {
			if (depth === 0) {
				open.pop();
			} else {
				open[top] = depth - 1;
			}
		}
	}
	return { end: Math.min(at, text.length), isPlain };
}

function canBeginPattern(text: string, columns: TokenColumns): boolean {
	const { kind, start, end } = columns.last();
	if (kind === 0 || kind === tokenKind.newline) {
		return true;
	}
	if (kind > space) {
		return "(,=:[!&|?{};+".includes(text[start] ?? " ");
	}
	return kind === tokenKind.word && /^(?:return|typeof|case|in|of|void|delete)$/.test(text.slice(start, end));
}

function findPatternEnd(text: string, from: number): number | undefined {
	let isInClass = false;
	const limit = Math.min(text.length, from + longestPattern);
	for (let at = from; at < limit; at++) {
		const each = text[at];
		if (each === "\n") {
			return undefined;
		}
		if (each === "\\") {
			at += 1;
		} else if (each === "[") {
			isInClass = true;
		} else if (each === "]") {
			isInClass = false;
		} else if (each === "/" && !isInClass) {
			return at + 1;
		}
	}
	return undefined;
}
