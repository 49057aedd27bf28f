/** Words found in a text. */
export interface FoundWords {
	/** Offset in the text. */
	readonly at: number;
	/** As they stand there. */
	readonly text: string;
}

/** A text prepared to be searched for words again and again. */
export interface SearchableText {
	readonly original: string;
	/**
	 * The text in lower case between spaces, with a space for all that is no letter or digit; offsets are off
	 * by one.
	 */
	readonly words: string;
}

/**
 * Prepares a text. Words are compared as plain strings: a pattern for each of some hundred phrases in all the
 * world's letters takes longer to compile than a person should wait.
 */
export function makeSearchable(original: string): SearchableText {
	const lower = original.toLowerCase();
	const letters = lower.length === original.length ? lower : original;
	return {
		original,
		words: ` ${letters.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, (other) => " ".repeat(other.length))} `,
	};
}

/**
 * The first place of a phrase, its words a space or any other single mark apart; a `*` at its end ends a
 * stem. `from`: the offset to begin at.
 */
export function findWords(text: SearchableText, phrase: string, from = 0): FoundWords | undefined {
	const isStem = phrase.endsWith("*");
	const core = isStem ? phrase.slice(0, -1) : phrase;
	const found = text.words.indexOf(isStem ? ` ${core}` : ` ${core} `, from);
	if (found < 0) {
		return undefined;
	}
	const end = isStem ? text.words.indexOf(" ", found + 1 + core.length) : found + 1 + core.length;
	return { at: found, text: text.original.slice(found, end - 1) };
}
