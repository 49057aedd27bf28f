/** Which names are given the values of which words: noted for each word of a program, and read only where it is asked for. */
export class Gifts {
	readonly #names: string[] = [];
	readonly #words: number[] = [];
	readonly #callees: string[] = [];
	readonly #positions: number[] = [];
	readonly #passed: number[] = [];

	constructor(
		readonly text: string,
		readonly starts: Int32Array,
		readonly ends: Int32Array,
	) {}

	/** Notes that a name, if there is one, is given the word that is a token. */
	add(name: string | undefined, token: number): void {
		if (name !== undefined) {
			this.#names.push(name);
			this.#words.push(token);
		}
	}

	/** Notes that a call is given the word at a position. */
	addPassed(callee: string, position: number, token: number): void {
		this.#callees.push(callee);
		this.#positions.push(position);
		this.#passed.push(token);
	}

	/** Calls with the words that some names are given, and with the name. */
	findGiven(names: ReadonlySet<string>, onFound: (name: string, word: string) => void): void {
		for (const [i, name] of this.#names.entries()) {
			if (names.has(name)) {
				onFound(name, this.#wordOf(this.#words[i] ?? 0));
			}
		}
	}

	/** Calls with the words that are passed to calls, by the parameter that they come to. */
	findPassed(
		names: ReadonlySet<string>,
		findParameter: (callee: string, position: number) => string | undefined,
		onFound: (name: string, word: string) => void,
	): void {
		for (const [i, callee] of this.#callees.entries()) {
			const parameter = findParameter(callee, this.#positions[i] ?? 0);
			if (parameter !== undefined && names.has(parameter)) {
				onFound(parameter, this.#wordOf(this.#passed[i] ?? 0));
			}
		}
	}

	#wordOf(token: number): string {
		return this.text.slice(this.starts[token], this.ends[token]);
	}
}
