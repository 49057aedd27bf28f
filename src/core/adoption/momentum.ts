import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";

const dayMs = 86_400_000;

/** Days that the Hub's `downloads` counter looks back. */
export const counterWindowDays = 30;

/**
 * Momentum without history: downloads per day in the last 30 days over downloads per day since release. A
 * ratio (1: as always). `undefined` where a counter or the date of release is unknown, where nothing was ever
 * downloaded, and where the model is younger than the window, which then reaches back before its release. The
 * date of release is the repository's creation; a counter that began later makes the ratio too high.
 */
export function computeMomentum(
	model: Pick<Model, "counters" | "createdAtMs">,
	nowMs: number,
): Figure | undefined {
	const { downloads30d, downloadsAllTime } = model.counters;
	if (downloads30d === undefined || downloadsAllTime === undefined || model.createdAtMs === undefined) {
		return undefined;
	}
	const ageDays = (nowMs - model.createdAtMs) / dayMs;
	if (!(ageDays >= counterWindowDays) || downloadsAllTime <= 0) {
		return undefined;
	}
	const value = downloads30d / counterWindowDays / (downloadsAllTime / ageDays);
	return { value, basis: "computed", from: "hubCounter" };
}
