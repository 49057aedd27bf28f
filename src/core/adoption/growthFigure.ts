import type { AdoptionResult } from "./adoptionFigure.ts";
import { dayMs } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import { measureDownloads } from "./downloadSpans.ts";
import type { AdoptionFlag } from "./flags.ts";
import { computeGrowth } from "./growth.ts";

/** Days of readings that growth needs at the least: two of the three weeks, and four days. */
const leastDays = 18;

/** Growth as a figure with its date and flags, or why it is not defined. */
export function makeGrowthFigure(
	readings: readonly Reading[],
	flags: readonly AdoptionFlag[] = [],
): AdoptionResult {
	const growth = computeGrowth(readings);
	if (growth !== undefined) {
		const asOfMs = (growth.asOfDay + 1) * dayMs - 1;
		return { figure: { value: growth.value, basis: "computed", from: "ownReadings", asOfMs, flags } };
	}
	const spans = measureDownloads(readings);
	if (!readings.some(({ downloadsAllTime }) => downloadsAllTime !== undefined)) {
		return { reason: "noReadings" };
	}
	const known = spans
		.filter(({ perDay }) => perDay !== undefined)
		.reduce((sum, { fromDay, toDay }) => sum + toDay - fromDay, 0);
	return { reason: known < leastDays ? "shortHistory" : "smallBase" };
}
