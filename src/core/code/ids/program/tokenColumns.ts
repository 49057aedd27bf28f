/** Tokens as they are read: their columns grow as a text needs. */
export class TokenColumns {
	#kinds: Uint8Array;
	#starts: Int32Array;
	#ends: Int32Array;
	#count = 0;

	/** For a text of some length: most have a token for every five characters. */
	constructor(length: number) {
		const room = Math.ceil(length / 4) + 16;
		this.#kinds = new Uint8Array(room);
		this.#starts = new Int32Array(room);
		this.#ends = new Int32Array(room);
	}

	push(kind: number, start: number, end: number): void {
		const at = this.#count;
		if (at === this.#kinds.length) {
			this.#grow();
		}
		this.#kinds[at] = kind;
		this.#starts[at] = start;
		this.#ends[at] = end;
		this.#count = at + 1;
	}

	/** The last token; of kind 0 where there is none. */
	last(): { readonly kind: number; readonly start: number; readonly end: number } {
		const at = this.#count - 1;
		return { kind: this.#kinds[at] ?? 0, start: this.#starts[at] ?? 0, end: this.#ends[at] ?? 0 };
	}

	dropLast(): void {
		this.#count = Math.max(0, this.#count - 1);
	}

	finish(): { readonly kinds: Uint8Array; readonly starts: Int32Array; readonly ends: Int32Array } {
		return {
			kinds: this.#kinds.subarray(0, this.#count),
			starts: this.#starts.subarray(0, this.#count),
			ends: this.#ends.subarray(0, this.#count),
		};
	}

	#grow(): void {
		const room = this.#kinds.length * 2;
		const kinds = new Uint8Array(room);
		const starts = new Int32Array(room);
		const ends = new Int32Array(room);
		kinds.set(this.#kinds);
		starts.set(this.#starts);
		ends.set(this.#ends);
		this.#kinds = kinds;
		this.#starts = starts;
		this.#ends = ends;
	}
}
