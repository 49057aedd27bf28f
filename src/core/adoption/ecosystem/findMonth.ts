import { toDay } from "../days.ts";

/** The year before which nothing was created on the Hub, and that after the last that is told apart. */
const firstYear = 2015;
const endYear = 2065;

/**
 * What the Hub says of every model that is older: it keeps no dates from before 2022-03-02. Read in the lists of the Hub,
 * 2026-05-20.
 */
const oldestToldMs = Date.UTC(2022, 2, 2, 23, 29, 4);

const firstDay = findDay(0);
/** The month of each day from the first on. */
const monthByDay = new Int32Array(findDay(12 * (endYear - firstYear)) - firstDay);
for (let month = 0; month < 12 * (endYear - firstYear); month++) {
	monthByDay.fill(12 * firstYear + month, findDay(month) - firstDay, findDay(month + 1) - firstDay);
}

/**
 * Months since year 0, in UTC, without a calendar for each of many times; −1 for NaN, for `oldestToldMs`, and for times
 * before 2015 or after 2064.
 */
export function findMonth(timeMs: number): number {
	return timeMs === oldestToldMs ? -1 : (monthByDay[toDay(timeMs) - firstDay] ?? -1);
}

/** The first day of a month, counted from `firstYear` on. */
function findDay(month: number): number {
	return toDay(Date.UTC(firstYear, month));
}
