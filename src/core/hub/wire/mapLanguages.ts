import facts from "./languageCodes.json" with { type: "json" };
import type { WireRow } from "./wireRow.ts";

const codes: ReadonlySet<string> = new Set(facts.codes.split(" "));
const aliases: ReadonlyMap<string, string> = new Map(
	facts.aliases
		.split(" ")
		.map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
);
/** Codes that, as a tag, nearly always mean something else (`moe`, `gan`, the Yi models). */
const notFromTags: ReadonlySet<string> = new Set(facts.notFromTags.split(" "));
const mostLanguages = 250;

/**
 * The natural languages that a row states, as ISO 639 codes (two letters where there are two): those of its card, else
 * the tags that are codes. `undefined` when none is stated.
 */
export function mapLanguages({ cardData, tags }: WireRow): readonly string[] | undefined {
	const fromCard = collectCodes(cardData?.language ?? []);
	const languages = fromCard.length > 0 ? fromCard : collectCodes((tags ?? []).filter(canBeTag));
	return languages.length === 0 ? undefined : languages.slice(0, mostLanguages);
}

/** The Hub writes languages in lower case, and nothing else that has two or three letters looks like `zh-hans`. */
function canBeTag(tag: string): boolean {
	return /^([a-z]{2,3}|multilingual)$/.test(tag) && !notFromTags.has(tag);
}

function collectCodes(words: readonly string[]): readonly string[] {
	const found = words.flatMap((word) => {
		const code = toCode(word);
		return code === undefined ? [] : [code];
	});
	return [...new Set(found)];
}

function toCode(word: string): string | undefined {
	const lower = word.toLowerCase();
	if (lower === "multilingual" || lower === "mul") {
		return "multilingual";
	}
	const language = /^([a-z]{2,3})([-_][a-z0-9]{2,8})*$/.exec(lower)?.[1];
	const code = language === undefined ? undefined : (aliases.get(language) ?? language);
	return code !== undefined && codes.has(code) ? code : undefined;
}
