/** The mean of a column over rows of which it is known; `undefined`: there are none. */
export function findMeanOf(column: Float64Array, rows: Int32Array): number | undefined {
	let sum = 0;
	for (const row of rows) {
		sum += column[row] ?? 0;
	}
	return rows.length === 0 ? undefined : sum / rows.length;
}

/** The median of a column over rows of which it is known; `undefined`: there are none. */
export function findMedianOf(column: Float64Array, rows: Int32Array): number | undefined {
	const sorted = new Float64Array(rows.length);
	for (let at = 0; at < rows.length; at++) {
		sorted[at] = column[rows[at] ?? 0] ?? 0;
	}
	sorted.sort();
	const middle = sorted.length >>> 1;
	const upper = sorted[middle];
	const lower = sorted[middle - 1];
	return sorted.length % 2 === 1 || upper === undefined || lower === undefined ? upper : (lower + upper) / 2;
}
