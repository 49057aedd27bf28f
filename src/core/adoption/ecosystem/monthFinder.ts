/** The year before which nothing was created on the Hub, and so many months on from it. */
const firstYear = 2015;
const monthsCounted = 600;
const longestMonthMs = 31 * 86_400_000;

/** Finds months of many times without a calendar for each. */
export class MonthFinder {
	readonly #starts = Float64Array.from({ length: monthsCounted }, (_, month) => Date.UTC(firstYear, month));

	/** Months since year 0, in UTC; −1 for NaN and times before 2015 or after 2064. */
	find(timeMs: number): number {
		const starts = this.#starts;
		const first = starts[0] ?? 0;
		if (!(timeMs >= first && timeMs < (starts[monthsCounted - 1] ?? 0))) {
			return -1;
		}
		let month = Math.floor((timeMs - first) / longestMonthMs);
		while ((starts[month + 1] ?? Number.POSITIVE_INFINITY) <= timeMs) {
			month++;
		}
		return firstYear * 12 + month;
	}
}
