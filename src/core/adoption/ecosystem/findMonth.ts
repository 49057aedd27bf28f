/** The year before which nothing was created on the Hub, and so many months on from it. */
const firstYear = 2015;
const monthsCounted = 600;
const longestMonthMs = 31 * 86_400_000;

/**
 * What the Hub says of every model that is older: it keeps no dates from before 2022-03-02. Read in the lists of the Hub,
 * 2026-05-20.
 */
export const oldestToldMs = Date.UTC(2022, 2, 2, 23, 29, 4);

/** Finds months of many times without a calendar for each. */
export class MonthFinder {
	readonly #starts = Float64Array.from({ length: monthsCounted }, (_, month) => Date.UTC(firstYear, month));

	/** Months since year 0, in UTC; −1 for NaN, for `oldestToldMs`, and for times before 2015 or after 2064. */
	find(timeMs: number): number {
		const starts = this.#starts;
		const first = starts[0] ?? 0;
		if (timeMs === oldestToldMs || !(timeMs >= first && timeMs < (starts[monthsCounted - 1] ?? 0))) {
			return -1;
		}
		let month = Math.floor((timeMs - first) / longestMonthMs);
		while ((starts[month + 1] ?? Number.POSITIVE_INFINITY) <= timeMs) {
			month++;
		}
		return firstYear * 12 + month;
	}
}
