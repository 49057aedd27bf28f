import type { LanguageSyntax, StringSyntax } from "./languageSyntax.ts";

/** Where a text ends. */
export interface ScanResult {
	readonly place: "code" | "string" | "comment";
	/** The string's text up to the end, without its delimiter. Empty outside a string. */
	readonly stringText: string;
	/** The delimiter of the string that the code at the end is interpolated into. */
	readonly enclosingDelimiter?: string;
	/** Offset of the innermost bracket that is open in the code at the end. */
	readonly openBracketAt?: number;
	/** How many strings began with a quote of each kind. */
	readonly doubleQuotes: number;
	readonly singleQuotes: number;
}

interface OpenString {
	readonly syntax: StringSyntax;
	readonly interpolates: boolean;
	readonly startsAt: number;
}

interface OpenCode {
	readonly within?: OpenString;
	readonly brackets: number[];
}

const character = /'(?:\\(?:u\{?[0-9a-fA-F]*\}?|x[0-9a-fA-F]*|.)|[^'\\\n])'/y;
const prefix = /(?:^|[^A-Za-z0-9_])([A-Za-z]{1,2})$/;

/**
 * Reads a text from its beginning and tells what it ends in. A text that begins in the middle of a file may
 * be misread up to the end of the first line, or of the first string of several lines.
 */
export function scanCode(text: string, syntax: LanguageSyntax): ScanResult {
	const codes: OpenCode[] = [{ brackets: [] }];
	let string: OpenString | undefined;
	let comment: string | undefined;
	let doubleQuotes = 0;
	let singleQuotes = 0;
	let at = 0;
	while (at < text.length) {
		const code = codes.at(-1) ?? { brackets: [] };
		if (comment !== undefined) {
			if (text.startsWith(comment, at)) {
				at += comment.length;
				comment = undefined;
			} else {
				at += 1;
			}
		} else if (string !== undefined) {
			const { syntax: own, interpolates } = string;
			const opener = own.interpolation ?? "";
			if (text[at] === "\\" && own.isRaw !== true) {
				at += 2;
			} else if (text.startsWith(own.delimiter, at)) {
				at += own.delimiter.length;
				string = undefined;
			} else if (text[at] === "\n" && own.isMultiline !== true) {
				string = undefined;
				at += 1;
			} else if (interpolates && text.startsWith(opener, at)) {
				const isText = opener === "{" && text[at + 1] === "{";
				if (!isText) {
					codes.push({ within: string, brackets: [] });
					string = undefined;
				}
				at += isText ? 2 : opener.length;
			} else {
				at += 1;
			}
		} else {
			const opened = syntax.strings.find((each) => text.startsWith(each.delimiter, at));
			const blockEnd = opensBlock(text, at, syntax);
			if (syntax.lineComment !== undefined && text.startsWith(syntax.lineComment, at)) {
				comment = "\n";
				at += syntax.lineComment.length;
			} else if (blockEnd !== undefined) {
				comment = blockEnd;
				at += 2;
			} else if (syntax.hasCharacters === true && text[at] === "'") {
				character.lastIndex = at;
				at += character.exec(text)?.[0].length ?? 1;
			} else if (opened !== undefined) {
				doubleQuotes += opened.delimiter === '"' ? 1 : 0;
				singleQuotes += opened.delimiter === "'" ? 1 : 0;
				const startsAt = at + opened.delimiter.length;
				string = { syntax: opened, interpolates: isInterpolated(text, at, opened), startsAt };
				at = startsAt;
			} else if (text[at] === "}" && code.brackets.length === 0 && code.within !== undefined) {
				codes.pop();
				string = code.within;
				at += 1;
			} else {
				// An f-string of one line that was left open ends with its line, and so does the code in it.
				if (text[at] === "\n" && code.within !== undefined && code.within.syntax.isMultiline !== true) {
					codes.pop();
				}
				if ("([{".includes(text[at] ?? " ")) {
					code.brackets.push(at);
				} else if (")]}".includes(text[at] ?? " ")) {
					code.brackets.pop();
				}
				at += 1;
			}
		}
	}
	const code = codes.at(-1) ?? { brackets: [] };
	const openBracketAt = code.brackets.at(-1);
	return {
		place: string !== undefined ? "string" : comment !== undefined ? "comment" : "code",
		stringText: string === undefined ? "" : text.slice(string.startsAt),
		...(string === undefined && code.within !== undefined
			? { enclosingDelimiter: code.within.syntax.delimiter }
			: {}),
		...(openBracketAt === undefined ? {} : { openBracketAt }),
		doubleQuotes,
		singleQuotes,
	};
}

function opensBlock(text: string, at: number, syntax: LanguageSyntax): string | undefined {
	const [open, close] = syntax.blockComment ?? [];
	return open !== undefined && text.startsWith(open, at) ? close : undefined;
}

function isInterpolated(text: string, at: number, syntax: StringSyntax): boolean {
	if (syntax.interpolation !== "{") {
		return syntax.interpolation !== undefined;
	}
	const letters = prefix.exec(text.slice(Math.max(0, at - 3), at))?.[1];
	return letters !== undefined && /[ft]/i.test(letters);
}
