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
	const sorted = Float64Array.from(rows, (row) => column[row] ?? 0).sort();
	const middle = sorted.length >>> 1;
	const upper = sorted[middle];
	const lower = sorted[middle - 1];
	return sorted.length % 2 === 1 || upper === undefined || lower === undefined ? upper : (lower + upper) / 2;
}
