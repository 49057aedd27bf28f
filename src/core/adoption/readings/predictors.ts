/** Guesses the next value of a counter from those before; writer and reader learn the same. */
export interface Predictor {
	/** The guess for a reading so many days after the last one. Whole. */
	predict(days: number): number;
	/** Takes in what it was. */
	learn(value: number, days: number): void;
}

const windowDays = 30;
const ringDays = 64;

/** A counter that stays as it is. */
export class SamePredictor implements Predictor {
	#last = 0;

	predict(): number {
		return this.#last;
	}

	learn(value: number): void {
		this.#last = value;
	}
}

/** A counter that grows as much each day as it did lately. */
export class TrendPredictor implements Predictor {
	#last = 0;
	#perDay = 0;
	#learned = 0;

	/** What it last was. */
	get last(): number {
		return this.#last;
	}

	predict(days: number): number {
		return this.#last + Math.round(this.#perDay * days);
	}

	learn(value: number, days: number): void {
		if (this.#learned > 0 && days > 0) {
			const weight = Math.max(1 / 8, 1 / this.#learned);
			this.#perDay += ((value - this.#last) / days - this.#perDay) * weight;
		}
		this.#learned++;
		this.#last = value;
	}
}

/**
 * The 30-day counter: what it was, plus what the all-time counter gained, less what it had gained 30 days ago. Where
 * the Hub's two counters do not go together, or one is unknown, what it was: whichever was the better guess
 * lately.
 */
export class WindowPredictor implements Predictor {
	#last = 0;
	#sameError = 0;
	#windowError = 0;
	#guess = 0;
	/** Gains by day, in a ring that two windows fit into, and the day that each place is of. */
	readonly #gains = new Float64Array(ringDays);
	readonly #gainDays = new Int32Array(ringDays).fill(-1);
	#day = 0;
	#allTime: number | undefined;

	/** Tells the day and the all-time counter of the reading to come. */
	enter(day: number, allTime: number | undefined): void {
		if (allTime !== undefined && this.#allTime !== undefined && day > this.#day) {
			const perDay = (allTime - this.#allTime) / (day - this.#day);
			for (let each = Math.max(this.#day, day - windowDays) + 1; each <= day; each++) {
				this.#gains[each % ringDays] = perDay;
				this.#gainDays[each % ringDays] = each;
			}
		}
		const came = this.#sum(this.#day, day);
		const left = this.#sum(this.#day - windowDays, day - windowDays);
		this.#guess =
			came === undefined || left === undefined ? this.#last : Math.round(this.#last + came - left);
		this.#allTime = allTime ?? this.#allTime;
		this.#day = day;
	}

	predict(): number {
		return this.#windowError < this.#sameError ? this.#guess : this.#last;
	}

	learn(value: number): void {
		this.#sameError = this.#sameError * 0.75 + Math.abs(value - this.#last);
		this.#windowError = this.#windowError * 0.75 + Math.abs(value - this.#guess);
		this.#last = value;
	}

	#sum(afterDay: number, untilDay: number): number | undefined {
		let sum = 0;
		for (let day = afterDay + 1; day <= untilDay && untilDay - afterDay <= windowDays; day++) {
			if (day < 0 || this.#gainDays[day % ringDays] !== day) {
				return undefined;
			}
			sum += this.#gains[day % ringDays] ?? 0;
		}
		return untilDay - afterDay > windowDays ? undefined : sum;
	}
}
