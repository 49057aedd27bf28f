import { readDocument } from "./readDocument.ts";

/** A place in a file; `line` and `column` are 1-based, `length` in UTF-16 units. */
export interface PinPlace {
	readonly line: number;
	readonly column: number;
	readonly length: number;
}

/** Where a lock's text names each of its models: the ID without its quotes. Never throws. */
export function locatePins(text: string): ReadonlyMap<string, PinPlace> {
	const places = new Map<string, PinPlace>();
	const document = readDocument(text);
	const rows: unknown = document.value?.["models"];
	if (!Array.isArray(rows)) {
		return places;
	}
	for (const index of rows.keys()) {
		const { start, end } = document.report("invalidValue", ["models", index, "id"]);
		const id = text.slice(start + 1, end - 1);
		const before = text.slice(0, start + 1);
		places.set(id, {
			line: before.split("\n").length,
			column: before.length - before.lastIndexOf("\n"),
			length: id.length,
		});
	}
	return places;
}
