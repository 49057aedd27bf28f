import { type CodeTokens, mark, tokenKind } from "./lexCode.ts";

/** What is called, before a bracket. */
export interface Callee {
	readonly name: string;
	/** What stands before the name, with dots. */
	readonly receiver: string;
	/** The word before all of it. */
	readonly before: string | undefined;
}

/** Words of Python and of JavaScript that are no names. */
export const keywords: ReadonlySet<string> = new Set(
	"if else elif for while in of is not and or return yield await async new typeof def class function const let var import from as with try except finally raise assert lambda None null undefined True False true false this self cls export default case switch throw delete void instanceof print extends".split(
		" ",
	),
);
/** By the first letter's code: the lengths of keywords, as bits. */
const lengthsByFirst = new Uint32Array(128);
/** The same by the last letter's. */
const lengthsByLast = new Uint32Array(128);
for (const each of keywords) {
	const first = each.charCodeAt(0);
	const last = each.charCodeAt(each.length - 1);
	lengthsByFirst[first] = (lengthsByFirst[first] ?? 0) | (1 << each.length);
	lengthsByLast[last] = (lengthsByLast[last] ?? 0) | (1 << each.length);
}

/** Whether a part of a text is a keyword. Most words are told by their length, first and last letter. */
export function isKeyword(text: string, start: number, end: number): boolean {
	if (end - start > 10) {
		return false;
	}
	const length = 1 << (end - start);
	return (
		((lengthsByFirst[text.charCodeAt(start)] ?? 0) & length) !== 0 &&
		((lengthsByLast[text.charCodeAt(end - 1)] ?? 0) & length) !== 0 &&
		keywords.has(text.slice(start, end))
	);
}

const mostGenerics = 12;
const mostReceivers = 4;

/** What is called by the bracket at an index of tokens; `undefined` where it opens no call. */
export function readCallee(text: string, tokens: CodeTokens, index: number): Callee | undefined {
	const { kinds, starts, ends } = tokens;
	const isWord = (at: number) => kinds[at] === tokenKind.word;
	let at = index - 1;
	if (kinds[at] === mark.greater) {
		const limit = at - mostGenerics;
		while (at > limit && kinds[at] !== mark.less) {
			at -= 1;
		}
		at -= 1;
	}
	if (!isWord(at) || isKeyword(text, starts[at] ?? 0, ends[at] ?? 0)) {
		return undefined;
	}
	const nameAt = at;
	for (let i = 0; i < mostReceivers && kinds[at - 1] === mark.dot && isWord(at - 2); i++) {
		at -= 2;
	}
	const before = isWord(at - 1) ? text.slice(starts[at - 1], ends[at - 1]) : undefined;
	return before === "class"
		? undefined
		: {
				name: text.slice(starts[nameAt], ends[nameAt]),
				receiver: at === nameAt ? "" : text.slice(starts[at], ends[nameAt - 2]),
				before,
			};
}
