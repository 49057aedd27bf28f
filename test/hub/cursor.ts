import { isRecord, readText } from "./rowFields.ts";
import type { Place, SortValue } from "./sortKeys.ts";

/**
 * An opaque cursor that says "what sorts after this row", not "row number n", as on the Hub. So rows whose
 * sort value changes between two pages can come twice or never, and nothing else can.
 */
export function writeCursor(sortKey: string, last: Place): string {
	const after = { [sortKey]: last.value, _id: { $gt: last._id } };
	const clauses =
		last.value === null ? [after] : [after, { [sortKey]: { $lt: last.value } }, { [sortKey]: null }];
	return Buffer.from(JSON.stringify({ $or: clauses })).toString("base64");
}

/** The place after which the page begins, or `undefined` for a cursor that this server did not write for that sort. */
export function readCursor(cursor: string, sortKey: string): Place | undefined {
	const clauses = parseClauses(cursor);
	const after = clauses?.[0];
	if (!isRecord(after) || !isRecord(after["_id"])) {
		return undefined;
	}
	const value = after[sortKey];
	const id = readText(after["_id"], "$gt");
	return isSortValue(value) && id !== undefined ? { value, _id: id } : undefined;
}

function parseClauses(cursor: string): readonly unknown[] | undefined {
	try {
		const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
		return isRecord(parsed) && Array.isArray(parsed["$or"]) ? parsed["$or"] : undefined;
	} catch {
		return undefined;
	}
}

function isSortValue(value: unknown): value is SortValue {
	return value === null || typeof value === "string" || typeof value === "number";
}
