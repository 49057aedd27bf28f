/** Rows by group, in the order in which they were given. */
export interface Groups {
	/** Rows that belong to none. */
	readonly ungrouped: number;
	/** How many a group has. */
	count(group: number): number;
	/** The rows of a group. */
	members(group: number): Int32Array;
}

/** A code for each row, written into `into`, which is used again: it lasts until the next call. */
export function codeRows(rows: Int32Array, into: Int32Array, code: (row: number) => number): Int32Array {
	const codes = into.subarray(0, rows.length);
	for (let at = 0; at < rows.length; at++) {
		codes[at] = code(rows[at] ?? 0);
	}
	return codes;
}

/** Puts rows into groups by their codes (along `rows`; below 0: none) in two passes, without a list for each. */
export function groupRows(rows: Int32Array, codes: Int32Array, groupCount: number): Groups {
	const ends = new Int32Array(groupCount + 1);
	for (const code of codes) {
		if (code >= 0) {
			ends[code + 1] = (ends[code + 1] ?? 0) + 1;
		}
	}
	for (let group = 1; group <= groupCount; group++) {
		ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
	}
	const grouped = new Int32Array(ends[groupCount] ?? 0);
	const next = ends.slice(0, groupCount);
	for (let at = 0; at < rows.length; at++) {
		const code = codes[at] ?? -1;
		if (code >= 0) {
			const place = next[code] ?? 0;
			grouped[place] = rows[at] ?? 0;
			next[code] = place + 1;
		}
	}
	return {
		ungrouped: rows.length - grouped.length,
		count: (group) => (ends[group + 1] ?? 0) - (ends[group] ?? 0),
		members: (group) => grouped.subarray(ends[group], ends[group + 1]),
	};
}
