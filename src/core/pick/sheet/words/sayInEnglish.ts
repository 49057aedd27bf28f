import table from "./foreignWords.json" with { type: "json" };

let patterns: readonly { readonly pattern: RegExp; readonly english: string }[] | undefined;

/**
 * Says in English what a request in another language asks for, as far as a table of words goes: the rules know English.
 * Other words, and English itself, stay as they are.
 */
export function sayInEnglish(text: string): string {
	patterns ??= table.words.flatMap(([words, english]) =>
		words === undefined || english === undefined
			? []
			: [
					{
						pattern: new RegExp(`(?<![\\p{L}\\d])(?:${words.replaceAll("*", "\\p{L}*")})(?![\\p{L}])`, "giu"),
						english,
					},
				],
	);
	return patterns.reduce((said, { pattern, english }) => said.replaceAll(pattern, english), text);
}
