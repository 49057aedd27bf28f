/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** The UTC day that a time falls on, in days since the epoch. */
export function toDay(timeMs: number): number {
	return Math.floor(timeMs / dayMs);
}

/** A UTC day as `YYYY-MM-DD`. */
export function formatDay(day: number): string {
	return new Date(day * dayMs).toISOString().slice(0, 10);
}
