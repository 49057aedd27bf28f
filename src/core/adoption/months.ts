const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The UTC calendar month of a time, as `YYYY-MM`. */
export function formatMonth(timeMs: number): string {
	return new Date(timeMs).toISOString().slice(0, 7);
}

/** Months since year 0 of a `YYYY-MM`; `undefined` for any other text. */
export function parseMonth(month: string): number | undefined {
	const [, year, number] = monthPattern.exec(month) ?? [];
	return year === undefined ? undefined : Number(year) * 12 + Number(number) - 1;
}

/** The `YYYY-MM` of a number of months since year 0. */
export function nameMonth(index: number): string {
	return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}
