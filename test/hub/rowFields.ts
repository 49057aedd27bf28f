/** A row of data before anything is believed about it. */
export type RawRow = Readonly<Record<string, unknown>>;

/** True for a JSON object: not null, not an array. */
export function isRecord(value: unknown): value is RawRow {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readText(row: RawRow, key: string): string | undefined {
	const value = row[key];
	return typeof value === "string" ? value : undefined;
}

export function readNumber(row: RawRow, key: string): number | undefined {
	const value = row[key];
	return typeof value === "number" ? value : undefined;
}

/** The strings of a list, or a lone string as a list of one; anything else is left out. */
export function readTexts(row: RawRow, key: string): readonly string[] {
	const value = row[key];
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return list.filter((item) => typeof item === "string");
}

/** The objects of a list; anything else is left out. */
export function readRecords(row: RawRow, key: string): readonly RawRow[] {
	const value = row[key];
	return Array.isArray(value) ? value.filter(isRecord) : [];
}
