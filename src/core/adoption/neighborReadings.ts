import type { Model } from "../model/model.ts";
import { dayMs } from "./days.ts";
import type { Reading } from "./derivatives.ts";
import type { ModelHistory } from "./relativeAdoption.ts";

/** So many tell whether the Hub refreshed its counters at a time. */
const mostNeighbors = 48;

/**
 * Readings of the other models that were read twice or more, and last at the time of this one or a day before; of the 48
 * most downloaded, since their counters move each day. Each history's readings are asked for only when it is its turn.
 */
export function* listNeighborReadings(
	model: Model,
	others: readonly ModelHistory[],
): Generator<readonly Reading[]> {
	const byDownloads = [...others].sort(
		(a, b) => (b.model.counters.downloads30d ?? 0) - (a.model.counters.downloads30d ?? 0),
	);
	let listed = 0;
	for (const other of byDownloads) {
		const readings = other.model.repoId === model.repoId ? [] : other.readings;
		if (readings.length > 1 && (readings.at(-1)?.readAtMs ?? 0) >= model.readAtMs - dayMs) {
			yield readings;
			listed++;
		}
		if (listed === mostNeighbors) {
			return;
		}
	}
}
