import table from "./functionWords.json" with { type: "json" };

const words: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(table.words).map(
	([code, own]) => [code, new Set(own)] as const,
);

/** Scripts that tell a language, or nearly; the first that fits. */
const scripts: readonly (readonly [string, RegExp])[] = [
	["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
	["ko", /\p{Script=Hangul}/gu],
	["zh", /\p{Script=Han}/gu],
	["uk", /[іїєґІЇЄҐ]/gu],
	["ru", /\p{Script=Cyrillic}/gu],
	["fa", /[پچژگ]/gu],
	["ar", /\p{Script=Arabic}/gu],
	["he", /\p{Script=Hebrew}/gu],
	["el", /\p{Script=Greek}/gu],
	["th", /\p{Script=Thai}/gu],
	["hi", /\p{Script=Devanagari}/gu],
	["bn", /\p{Script=Bengali}/gu],
	["ta", /\p{Script=Tamil}/gu],
	["te", /\p{Script=Telugu}/gu],
	["ka", /\p{Script=Georgian}/gu],
	["hy", /\p{Script=Armenian}/gu],
];

const fewestWords = 4;
const fewestHits = 2;

/**
 * The language that a text is written in, if it is not English and there can be little doubt: by its script, or by the words
 * that every sentence has. `undefined` for short texts, for English and where two languages are as near.
 */
export function findSpokenLanguage(text: string): string | undefined {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	for (const [code, pattern] of scripts) {
		const own = text.match(pattern)?.length ?? 0;
		const share = code === "uk" || code === "fa" ? 0.02 : code === "ja" ? 0.1 : 0.4;
		if (own >= (share < 0.05 ? 2 : 4) && own >= letters * share) {
			return code;
		}
	}
	const tokens = text.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
	if (tokens.length < fewestWords) {
		return undefined;
	}
	const scores = words
		.map(([code, own]) => ({
			code,
			hits: tokens.filter((token) => own.has(token)).length,
			kinds: new Set(tokens.filter((token) => own.has(token))).size,
		}))
		.sort((a, b) => b.hits - a.hits);
	const [best, second] = scores;
	const english = scores.find(({ code }) => code === "en");
	return best === undefined ||
		best.code === "en" ||
		best.kinds < fewestHits ||
		best.hits < tokens.length * 0.15 ||
		best.hits <= (english?.hits ?? 0) ||
		best.hits === second?.hits
		? undefined
		: best.code;
}
