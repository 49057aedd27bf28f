import { textBit } from "./rowMask.ts";

/** The words of a search text, in lower case, longest (rarest) first. */
export function splitWords(text: string): string[] {
	const words = text
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== "");
	return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Repo ids in lower case by row, searched as one long string, which is what `indexOf` is fast at. */
export class TextColumn {
	readonly #names: string[] = [];
	#haystack = "";
	/** Where each row begins in the haystack, and where the last one ends. */
	#starts = new Uint32Array(1);
	#isStale = false;

	set(row: number, name: string): void {
		const lowered = name.toLowerCase();
		if (this.#names[row] !== lowered) {
			this.#names[row] = lowered;
			this.#isStale = true;
		}
	}

	/** Forgets the rows from `size` on. */
	truncate(size: number): void {
		if (this.#names.length > size) {
			this.#names.length = size;
			this.#isStale = true;
		}
	}

	/** The lower-cased repo id of a row. */
	getName(row: number): string {
		return this.#names[row] ?? "";
	}

	/** Sets the text's bit in the mask of each row whose name lacks one of the words. */
	markMismatches(text: string, masks: Uint32Array): void {
		const [rarest, ...others] = splitWords(text);
		if (rarest === undefined) {
			return;
		}
		this.#refresh();
		const size = this.#names.length;
		let nextRow = 0;
		let from = 0;
		while (nextRow < size) {
			const at = this.#haystack.indexOf(rarest, from);
			const hit = at < 0 ? size : this.#findRow(at, nextRow);
			for (; nextRow < hit; nextRow++) {
				masks[nextRow] = (masks[nextRow] ?? 0) | textBit;
			}
			if (hit < size) {
				const name = this.getName(hit);
				if (!others.every((word) => name.includes(word))) {
					masks[hit] = (masks[hit] ?? 0) | textBit;
				}
				nextRow = hit + 1;
				from = this.#starts[nextRow] ?? this.#haystack.length;
			}
		}
	}

	/** In steps that grow, because the next hit is mostly near. */
	#findRow(position: number, firstRow: number): number {
		const lastRow = this.#names.length - 1;
		let low = firstRow;
		let step = 1;
		while (low + step <= lastRow && (this.#starts[low + step] ?? 0) <= position) {
			low += step;
			step *= 2;
		}
		let high = Math.min(lastRow, low + step - 1);
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if ((this.#starts[middle] ?? 0) <= position) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}

	#refresh(): void {
		if (!this.#isStale) {
			return;
		}
		this.#isStale = false;
		// No word has white space in it, so that no match can run over the seam.
		this.#haystack = this.#names.join("\n");
		this.#starts = new Uint32Array(this.#names.length + 1);
		let at = 0;
		for (const [row, name] of this.#names.entries()) {
			this.#starts[row] = at;
			at += name.length + 1;
		}
		this.#starts[this.#names.length] = at;
	}
}
