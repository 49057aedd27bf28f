import languageNames from "./naturalLanguages.json" with { type: "json" };
import { type FoundWords, findWords, makeSearchable, type SearchableText } from "./wordMatch.ts";

/** Scripts that are written without spaces have no word ends to look for. */
const unspaced =
	/^[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;

/** "Polish the text" asks for no Polish. */
const polishing = /^ (?:the|this|that|my|our|up|your|and (?:rewrite|edit)) /;

/** Names in lower case, made when first asked for. */
let names:
	| readonly { readonly code: string; readonly words: string; readonly isUnspaced: boolean }[]
	| undefined;

/**
 * The languages that a text names, in English or in the language itself, in the order of the text, each once.
 */
export function findLanguages(text: SearchableText): readonly (FoundWords & { readonly code: string })[] {
	names ??= Object.entries(languageNames.byCode).flatMap(([code, known]) =>
		known.map((name) => ({
			code,
			words: makeSearchable(name).words.trim(),
			isUnspaced: unspaced.test(name),
		})),
	);
	const byCode = new Map<string, FoundWords & { readonly code: string }>();
	for (const { code, words, isUnspaced } of names) {
		const found = isUnspaced ? findAnywhere(text, words) : findWords(text, words);
		if (
			found === undefined ||
			(code === "pl" && polishing.test(text.words.slice(found.at + 1 + words.length)))
		) {
			continue;
		}
		const known = byCode.get(code);
		if (known === undefined || found.at < known.at) {
			byCode.set(code, { ...found, code });
		}
	}
	return [...byCode.values()].sort((a, b) => a.at - b.at);
}

/** Whether a word is the code of one of these languages. */
export function isLanguageCode(word: string): boolean {
	return Object.hasOwn(languageNames.byCode, word);
}

function findAnywhere(text: SearchableText, words: string): FoundWords | undefined {
	const found = text.words.indexOf(words);
	return found < 0 ? undefined : { at: found - 1, text: words };
}

/** The codes of all of these languages, in the table's order. */
export function listLanguageCodes(): readonly string[] {
	return Object.keys(languageNames.byCode);
}

/** Names of these languages in lower case, in English and in the languages themselves. */
export function listLanguageNames(): readonly string[] {
	return Object.values(languageNames.byCode)
		.flat()
		.map((name) => name.toLowerCase());
}
