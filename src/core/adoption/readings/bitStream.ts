/** Longer unary parts give way to the plain number. */
const mostUnary = 24;

/** Bits of a plain number: what a safe integer needs. */
const plainBits = 53;

/** Writes bits, the most significant first. */
export class BitWriter {
	#bytes = new Uint8Array(1024);
	#bits = 0;

	/** The low bits of a whole number below 2^53. */
	write(value: number, bits: number): void {
		if (bits > 24) {
			this.write(Math.floor(value / 2 ** 24), bits - 24);
			this.write(value % 2 ** 24, 24);
			return;
		}
		this.#reserve(bits);
		for (let left = bits; left > 0; ) {
			const free = 8 - (this.#bits & 7);
			const taken = Math.min(free, left);
			const part = (value >>> (left - taken)) & ((1 << taken) - 1);
			const at = this.#bits >>> 3;
			this.#bytes[at] = (this.#bytes[at] ?? 0) | (part << (free - taken));
			this.#bits += taken;
			left -= taken;
		}
	}

	/** Golomb-Rice: what is above `k` bits in unary, then `k` bits. `value` is whole, 0 to 2^53. */
	writeRice(value: number, k: number): void {
		const quotient = Math.floor(value / 2 ** k);
		if (quotient >= mostUnary) {
			this.write(2 ** mostUnary - 1, mostUnary);
			this.write(value, plainBits);
			return;
		}
		this.write(2 ** (quotient + 1) - 2, quotient + 1);
		this.write(value % 2 ** k, k);
	}

	/** What was written, filled up to a whole byte with zeros. */
	finish(): Uint8Array {
		return this.#bytes.slice(0, (this.#bits + 7) >>> 3);
	}

	#reserve(bits: number): void {
		if (((this.#bits + bits) >>> 3) + 1 > this.#bytes.length) {
			const grown = new Uint8Array(this.#bytes.length * 2);
			grown.set(this.#bytes);
			this.#bytes = grown;
		}
	}
}

/** Reads what `BitWriter` wrote; past the end there are zeros, and `isOver` says so. */
export class BitReader {
	readonly #bytes: Uint8Array;
	#bits = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** Whether more was read than there is. */
	get isOver(): boolean {
		return this.#bits > this.#bytes.length * 8;
	}

	read(bits: number): number {
		if (bits > 24) {
			const high = this.read(bits - 24);
			return high * 2 ** 24 + this.read(24);
		}
		const value = bits === 0 ? 0 : this.#peek() >>> (32 - bits);
		this.#bits += bits;
		return value;
	}

	readRice(k: number): number {
		const quotient = Math.clz32(~this.#peek());
		if (quotient >= mostUnary) {
			this.#bits += mostUnary;
			return this.read(plainBits);
		}
		this.#bits += quotient + 1;
		return quotient * 2 ** k + this.read(k);
	}

	/** At least the next 25 bits, from the highest bit of a 32-bit number on. */
	#peek(): number {
		const bytes = this.#bytes;
		const at = this.#bits >>> 3;
		const word =
			((bytes[at] ?? 0) << 24) |
			((bytes[at + 1] ?? 0) << 16) |
			((bytes[at + 2] ?? 0) << 8) |
			(bytes[at + 3] ?? 0);
		return word << (this.#bits & 7);
	}
}
