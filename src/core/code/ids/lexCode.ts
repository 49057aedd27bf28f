/** What a token is. A mark is one character; a string's offsets are of its text, without quotes. */
export const tokenKind = { word: 1, number: 2, mark: 3, newline: 4, string: 5, partial: 6, text: 7 } as const;

/** Tokens of a program, as columns: a file has a hundred thousand of them at each keystroke. */
export interface CodeTokens {
	/**
	 * `tokenKind`: `partial` is a string with code in it or after an escape, `text` one that may go over several
	 * lines.
	 */
	readonly kinds: readonly number[];
	readonly starts: readonly number[];
	readonly ends: readonly number[];
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
const openBrace = 123;
const closeBrace = 125;
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
	const kinds: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const comments: number[] = [];
	const { length } = text;
	let at = 0;
	const push = (kind: number, start: number, end: number) => {
		kinds.push(kind);
		starts.push(start);
		ends.push(end);
	};
	while (at < length) {
		const code = text.charCodeAt(at);
		if (code === newline) {
			push(tokenKind.newline, at, at + 1);
			at += 1;
		} else if (code <= space) {
			at += 1;
		} else if (code >= 128 || wordChars[code] === 1) {
			const start = at;
			at += 1;
			while (at < length && isWordCode(text.charCodeAt(at))) {
				at += 1;
			}
			push(code >= 48 && code <= 57 ? tokenKind.number : tokenKind.word, start, at);
		} else if (code === doubleQuote || code === singleQuote || (code === backtick && rules.hasTemplates)) {
			at = lexString(text, at, code, rules, push, kinds, starts, ends);
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
		} else if (code === slash && rules.hasTemplates && canBeginPattern(text, kinds, starts, ends)) {
			const end = findPatternEnd(text, at + 1);
			push(tokenKind.mark, at, at + 1);
			at = end ?? at + 1;
		} else if (code === backslash && text.charCodeAt(at + 1) === newline) {
			at += 2;
		} else {
			push(tokenKind.mark, at, at + 1);
			at += 1;
		}
	}
	return { kinds, starts, ends, comments };
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
	push: (kind: number, start: number, end: number) => void,
	kinds: number[],
	starts: number[],
	ends: number[],
): number {
	if (quote === backtick) {
		const { end, isPlain } = findTemplateEnd(text, openAt + 1);
		push(isPlain ? tokenKind.text : tokenKind.partial, openAt + 1, end);
		return end + 1;
	}
	const formatted = takePrefix(text, openAt, rules, kinds, starts, ends);
	const mark = text[openAt] ?? "";
	if (rules.hasTripleQuotes && text.startsWith(mark + mark, openAt + 1)) {
		const close = findClosing(text, openAt + 3, mark.repeat(3));
		push(
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
		} else if (formatted && code === openBrace) {
			isPlain = false;
		}
	}
	const end = Math.min(at, text.length);
	push(isPlain ? tokenKind.string : tokenKind.partial, openAt + 1, end);
	return text.charCodeAt(end) === quote ? end + 1 : end;
}

/** Takes the letters before a Python string from the tokens, and tells whether it takes code. */
function takePrefix(
	text: string,
	openAt: number,
	rules: LexRules,
	kinds: number[],
	starts: number[],
	ends: number[],
): boolean {
	const last = kinds.length - 1;
	const start = starts[last] ?? 0;
	if (
		!rules.hasTripleQuotes ||
		kinds[last] !== tokenKind.word ||
		ends[last] !== openAt ||
		openAt - start > 2
	) {
		return false;
	}
	const letters = text.slice(start, openAt).toLowerCase();
	if (!/^[rbuft]{1,2}$/.test(letters)) {
		return false;
	}
	kinds.pop();
	starts.pop();
	ends.pop();
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
			if (code === dollar && text.charCodeAt(at + 1) === openBrace) {
				isPlain = false;
				open.push(0);
				at += 1;
			}
		} else if (code === openBrace) {
			open[top] = depth + 1;
		} else if (code === closeBrace) {
			if (depth === 0) {
				open.pop();
			} else {
				open[top] = depth - 1;
			}
		}
	}
	return { end: Math.min(at, text.length), isPlain };
}

function canBeginPattern(
	text: string,
	kinds: readonly number[],
	starts: readonly number[],
	ends: readonly number[],
) {
	const last = kinds.length - 1;
	const kind = kinds[last];
	if (kind === undefined || kind === tokenKind.newline) {
		return true;
	}
	const start = starts[last] ?? 0;
	if (kind === tokenKind.mark) {
		return "(,=:[!&|?{};+".includes(text[start] ?? " ");
	}
	return (
		kind === tokenKind.word &&
		/^(?:return|typeof|case|in|of|void|delete)$/.test(text.slice(start, ends[last]))
	);
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
