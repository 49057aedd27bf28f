import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { dayMs } from "./sampleModel.ts";

/** The first day of the constructed series: 2026-01-01 at noon, UTC. */
export const firstMs = Date.UTC(2026, 0, 1, 12);

/** Daily readings of the all-time counter that begin at `start` and gain so much each day. */
export function gainDaily(gains: readonly number[], start = 100_000): Reading[] {
	let downloadsAllTime = start;
	const readings: Reading[] = [{ readAtMs: firstMs, downloadsAllTime }];
	gains.forEach((gain, index) => {
		downloadsAllTime += gain;
		readings.push({ readAtMs: firstMs + (index + 1) * dayMs, downloadsAllTime });
	});
	return readings;
}

/** Daily readings of the 30-day counter; `undefined` is a day without a reading. */
export function readDaily(values: readonly (number | undefined)[], hourShift = 0): Reading[] {
	return values.flatMap((downloads30d, index) =>
		downloads30d === undefined
			? []
			: [{ readAtMs: firstMs + index * dayMs + hourShift * 3_600_000, downloads30d }],
	);
}

/** So many times the same number. */
export function repeat(value: number, times: number): number[] {
	return Array.from({ length: times }, () => value);
}
