import { relations } from "../../model/relation.ts";
import type { BitReader, BitWriter } from "./bitStream.ts";
import { type Predictor, SamePredictor, TrendPredictor, WindowPredictor } from "./predictors.ts";
import { foldSign, ResidualModel, unfoldSign } from "./residual.ts";

/** Counters in the order in which they are written; the four relations follow. */
export const countersInOrder = ["downloadsAllTime", "downloads30d", "likes", "trendingScore"] as const;

/** Columns of a row. */
export const columnCount = countersInOrder.length + relations.length;

/** As large as a counter can be and keep its differences exact. */
export const mostCount = 2 ** 51;

const firstRelation = countersInOrder.length;
const relationsMask = ((1 << relations.length) - 1) << firstRelation;

/**
 * Codes the counters of one model's rows: what a row's values are more or less than expected, in an adaptive Golomb-Rice
 * code; but for the all-time counter, which is never as expected, after a bit that says whether it is. One bit
 * for all relations says that they are as they were. `values` is a row's column by column, and `mask` has a bit
 * for each that is known.
 */
export class ColumnCodec {
	readonly #window = new WindowPredictor();
	readonly #predictors: readonly Predictor[] = [
		new TrendPredictor(),
		this.#window,
		...Array.from({ length: columnCount - 2 }, () => new SamePredictor()),
	];
	readonly #residuals = Array.from({ length: columnCount }, () => new ResidualModel());

	/** Writes a row that is `days` after the one before. */
	write(bits: BitWriter, values: Float64Array, mask: number, day: number, days: number): void {
		const isSkipping = this.#areRelationsSame(values, mask);
		for (let column = 0; column < columnCount; column++) {
			if (column === firstRelation && (mask & relationsMask) !== 0) {
				bits.write(isSkipping ? 1 : 0, 1);
			}
			if (column >= firstRelation && isSkipping) {
				break;
			}
			if ((mask & (1 << column)) !== 0) {
				const guess = this.#guess(column, values, mask, day, days);
				const value = values[column] ?? 0;
				this.#writeResidual(bits, column, foldSign(value - guess));
				this.#predictors[column]?.learn(value, days);
			}
		}
	}

	/** Reads a row into `values`. */
	read(bits: BitReader, values: Float64Array, mask: number, day: number, days: number): void {
		let isSkipping = false;
		for (let column = 0; column < columnCount; column++) {
			if (column === firstRelation && (mask & relationsMask) !== 0) {
				isSkipping = bits.read(1) === 1;
			}
			if ((mask & (1 << column)) === 0) {
				continue;
			}
			const guess = this.#guess(column, values, mask, day, days);
			const isSame = column >= firstRelation && isSkipping;
			const value = isSame ? guess : guess + unfoldSign(this.#readResidual(bits, column));
			values[column] = value;
			if (!isSame) {
				this.#predictors[column]?.learn(value, days);
			}
		}
	}

	#guess(column: number, values: Float64Array, mask: number, day: number, days: number): number {
		if (column === 1) {
			this.#window.enter(day, (mask & 1) === 0 ? undefined : values[0]);
		}
		return Math.min(mostCount, Math.max(0, this.#predictors[column]?.predict(days) ?? 0));
	}

	#areRelationsSame(values: Float64Array, mask: number): boolean {
		for (let column = firstRelation; column < columnCount; column++) {
			if ((mask & (1 << column)) !== 0 && values[column] !== this.#predictors[column]?.predict(1)) {
				return false;
			}
		}
		return true;
	}

	#writeResidual(bits: BitWriter, column: number, folded: number): void {
		const residual = this.#residuals[column];
		if (column > 0) {
			bits.write(folded === 0 ? 1 : 0, 1);
		}
		if (residual !== undefined && (column === 0 || folded !== 0)) {
			const coded = column === 0 ? folded : folded - 1;
			bits.writeRice(coded, residual.k);
			residual.learn(coded);
		}
	}

	#readResidual(bits: BitReader, column: number): number {
		const residual = this.#residuals[column];
		if (residual === undefined || (column > 0 && bits.read(1) === 1)) {
			return 0;
		}
		const coded = bits.readRice(residual.k);
		residual.learn(coded);
		return column === 0 ? coded : coded + 1;
	}
}
