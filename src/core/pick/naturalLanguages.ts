/** A natural language with the words that name it. */
export interface NaturalLanguage {
	/** ISO 639 code as the Hub tags it. */
	readonly code: string;
	readonly pattern: RegExp;
}

/** Languages that models on the Hub state and that people ask for by name. */
const codes = (
	"en zh es ar hi bn pt ru ja de fr ko it tr vi pl uk nl fa th id cs sv hu ro el da fi no he sk bg hr sr lt lv et sl " +
	"ca eu gl ga cy is mt sq mk bs hy ka az kk uz mn ta te mr gu kn ml pa ur ne si my km lo ms tl jv sw am ha yo ig zu " +
	"xh af so la eo be lb"
).split(" ");

/** English words that are a language's name only in some places: "polish the text". */
const unlessBefore: Readonly<Record<string, string>> = {
	pl: "(?!\\s+(?:the|this|that|my|our|up|your|and\\s+(?:rewrite|edit))(?![\\p{L}]))",
};

/** Endonyms that are ordinary English words, or parts of other languages' names. */
const ambiguousNames = ["no", "is", "so", "am"];

let known: readonly NaturalLanguage[] | undefined;

/**
 * Language names in English and in the language itself, from the runtime's own CLDR data. Made when first asked for: it
 * takes longer than activation may.
 */
export function listNaturalLanguages(): readonly NaturalLanguage[] {
	known ??= codes.map(nameLanguage);
	return known;
}

/** Whether a word is the code of one of these languages. */
export function isLanguageCode(word: string): boolean {
	return codes.includes(word);
}

function nameLanguage(code: string): NaturalLanguage {
	const names = new Set(
		["en", code]
			.map((locale) => new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? "")
			.filter((name) => name.length > 1 && name !== code && !ambiguousNames.includes(name.toLowerCase())),
	);
	const source = [...names].map((name) => bound(escapeName(name), unlessBefore[code] ?? "")).join("|");
	return { code, pattern: new RegExp(source === "" ? "(?!)" : source, "iu") };
}

function bound(name: string, notBefore: string): string {
	// Scripts that are written without spaces have no word ends.
	return /^[\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(name)
		? name
		: `(?<![\\p{L}])${name}(?![\\p{L}])${notBefore}`;
}

function escapeName(name: string): string {
	return name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
