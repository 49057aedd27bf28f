/** Words by row, each kept once: −1 is unknown. */
export interface CodedWords {
	readonly codes: Int32Array;
	/** The word of each code. */
	readonly words: readonly string[];
}

/** Codes words as they come. */
export class WordColumn implements CodedWords {
	readonly codes: Int32Array;
	/** The word of each code. */
	readonly words: string[] = [];
	readonly #codeByWord = new Map<string, number>();

	constructor(rows: number) {
		this.codes = new Int32Array(rows).fill(-1);
	}

	set(row: number, word: string | undefined): void {
		if (word !== undefined) {
			this.codes[row] = this.encode(word);
		}
	}

	/** The code of a word, a new one if need be. */
	encode(word: string): number {
		const known = this.#codeByWord.get(word);
		if (known !== undefined) {
			return known;
		}
		const code = this.words.length;
		this.words.push(word);
		this.#codeByWord.set(word, code);
		return code;
	}
}
