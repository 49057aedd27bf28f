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

/** A group with rows, by its name. */
export interface NamedGroup {
	readonly key: string;
	readonly group: number;
	readonly count: number;
}

/** The groups with the most rows, in order; of the same size in the order of their names. */
export function listLargestGroups(names: readonly string[], groups: Groups, most: number): NamedGroup[] {
	const counts = Int32Array.from(names, (_name, group) => groups.count(group));
	// Only those that can be among them are worth a record.
	const least = Math.max(1, counts.slice().sort().at(-most) ?? 1);
	const listed: NamedGroup[] = [];
	for (let group = 0; group < counts.length; group++) {
		const count = counts[group] ?? 0;
		if (count >= least) {
			listed.push({ key: names[group] ?? "", group, count });
		}
	}
	return listed.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most);
}

/** Rows that stand in several groups, or in none, each with the bits of its groups: pairs of a row and a group. */
export function spreadBits(
	rows: Int32Array,
	bitsOf: (row: number) => number,
): { readonly rows: Int32Array; readonly codes: Int32Array } {
	let spreadRows = new Int32Array(rows.length * 2);
	let codes = new Int32Array(rows.length * 2);
	let count = 0;
	for (const row of rows) {
		for (let bits = bitsOf(row); bits !== 0; bits &= bits - 1) {
			if (count === codes.length) {
				spreadRows = double(spreadRows);
				codes = double(codes);
			}
			spreadRows[count] = row;
			codes[count++] = 31 - Math.clz32(bits & -bits);
		}
	}
	return { rows: spreadRows.subarray(0, count), codes: codes.subarray(0, count) };
}

function double(column: Int32Array): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(column.length * 2);
	larger.set(column);
	return larger;
}
