import table from "./foreignWords.json" with { type: "json" };

/** Letters of the languages of the table. Patterns of all the world's letters take too long to compile. */
const letter = "[a-z\u00df-\u024f]";

let patterns: readonly { readonly pattern: RegExp; readonly english: string }[] | undefined;

/**
 * Says in English what a request in another language asks for, as far as a table of words goes: the rules know English.
 * Other words, and English itself, stay as they are.
 */
export function sayInEnglish(text: string): string {
	patterns ??= table.words.flatMap(([words, english]) =>
		words === undefined || english === undefined ? [] : [{ pattern: compile(words), english }],
	);
	return patterns.reduce((said, { pattern, english }) => said.replaceAll(pattern, english), text);
}

function compile(words: string): RegExp {
	const body = words.replaceAll("~", letter).replaceAll(/(?<![\])])\*/g, `${letter}*`);
	return new RegExp(`(?<![\\da-z\u00df-\u024f])(?:${body})(?!${letter})`, "gi");
}
