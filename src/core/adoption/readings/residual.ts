/** So many residuals are remembered; the older count half. */
const rememberedCount = 16;

const mostK = 40;

/**
 * The parameter of a Golomb-Rice code that fits the residuals so far, as JPEG-LS finds it: the least `k` with count × 2^k
 * ≥ sum. Weinberger, Seroussi, Sapiro, https://www.hpl.hp.com/research/info_theory/loco/HPL-98-193R1.pdf
 * (1998).
 */
export class ResidualModel {
	/** 0 to 40. */
	k = 2;
	#count = 1;
	#sum = 4;

	/** Takes in a residual, after it was coded with `k`. */
	learn(coded: number): void {
		this.#sum += coded;
		this.#count++;
		if (this.#count >= rememberedCount) {
			this.#sum = Math.floor(this.#sum / 2);
			this.#count = this.#count >> 1;
		}
		let { k } = this;
		while (k > 0 && this.#count * 2 ** (k - 1) >= this.#sum) {
			k--;
		}
		while (k < mostK && this.#count * 2 ** k < this.#sum) {
			k++;
		}
		this.k = k;
	}
}

/** Signed to unsigned: 0, −1, 1, −2, … become 0, 1, 2, 3, …. */
export function foldSign(value: number): number {
	return value < 0 ? -2 * value - 1 : 2 * value;
}

/** The inverse of `foldSign`. */
export function unfoldSign(folded: number): number {
	return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}
