/** Numbers by row. NaN is unknown. */
export class NumberColumn {
	values = new Float64Array(0);

	/** Makes room for at least so many rows; what is there stays. */
	reserve(rows: number): void {
		if (rows > this.values.length) {
			const grown = new Float64Array(growTo(rows)).fill(Number.NaN);
			grown.set(this.values);
			this.values = grown;
		}
	}

	set(row: number, value: number | undefined): void {
		this.values[row] = value ?? Number.NaN;
	}
}

/**
 * Words by row, dictionary-coded: a row holds the code of a set of words, and a query judges and counts codes, not
 * rows' words. Code 0 is the empty set: unknown.
 */
export class CodeColumn<V extends string> {
	codes = new Uint32Array(0);
	/** The words behind each code. */
	readonly sets: (readonly V[])[] = [[]];
	readonly #codeByKey = new Map<string, number>();

	/** Makes room for at least so many rows; what is there stays. */
	reserve(rows: number): void {
		if (rows > this.codes.length) {
			const grown = new Uint32Array(growTo(rows));
			grown.set(this.codes);
			this.codes = grown;
		}
	}

	setOne(row: number, word: V | undefined): void {
		this.codes[row] = word === undefined ? 0 : this.#encode(word, [word]);
	}

	setMany(row: number, words: readonly V[]): void {
		this.codes[row] = words.length === 0 ? 0 : this.#encode(words.join("\n"), words);
	}

	#encode(key: string, words: readonly V[]): number {
		const known = this.#codeByKey.get(key);
		if (known !== undefined) {
			return known;
		}
		const code = this.sets.length;
		this.sets.push([...new Set(words)]);
		this.#codeByKey.set(key, code);
		return code;
	}
}

/** Half as much again, so that rows that come page by page do not copy the column each time. */
function growTo(rows: number): number {
	return Math.max(64, Math.ceil(rows * 1.5));
}
