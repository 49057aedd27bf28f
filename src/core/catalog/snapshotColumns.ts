/** Rows by field: a list each, as long as there are rows, with `null` where a row has no such field. */
export type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Whether a value is columns of one length. */
export function isColumns(value: unknown): value is Columns {
	if (typeof value !== "object" || value === null) {
		return false;
	}
	const [first = [], ...others]: unknown[] = Object.values(value);
	return isList(first) && others.every((column) => isList(column) && column.length === first.length);
}

/** Rows as columns. A field without a value is as one that is not there. */
export function toColumns(rows: readonly Readonly<Record<string, unknown>>[]): Columns {
	const fields = new Set(rows.flatMap((row) => Object.keys(row)));
	return Object.fromEntries([...fields].map((field) => [field, rows.map((row) => row[field] ?? null)]));
}

/** Columns as rows, each still to be checked. */
export function toRows(columns: Columns): unknown[] {
	const fields = Object.entries(columns);
	return (fields[0]?.[1] ?? []).map((_, at) => {
		const row: Record<string, unknown> = {};
		for (const [field, cells] of fields) {
			if (cells[at] !== null) {
				row[field] = cells[at];
			}
		}
		return row;
	});
}

function isList(value: unknown): value is readonly unknown[] {
	return Array.isArray(value);
}
