/**
 * Solves A·x = b for a symmetric positive definite matrix (Cholesky's decomposition). `matrix` holds rows of equal
 * length, of which the lower triangle is read and overwritten. Throws where it is not positive definite.
 */
export function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
	const size = right.length;
	for (let i = 0; i < size; i++) {
		const row = readRow(matrix, i);
		for (let j = 0; j <= i; j++) {
			const other = readRow(matrix, j);
			let sum = row[j] ?? 0;
			for (let k = 0; k < j; k++) {
				sum -= (row[k] ?? 0) * (other[k] ?? 0);
			}
			if (i === j) {
				if (!(sum > 0)) {
					throw new RangeError(`The matrix is not positive definite at row ${i}.`);
				}
				row[i] = Math.sqrt(sum);
			} else {
				row[j] = sum / (other[j] ?? 1);
			}
		}
	}
	const solution = Float64Array.from(right);
	for (let i = 0; i < size; i++) {
		const row = readRow(matrix, i);
		let sum = solution[i] ?? 0;
		for (let k = 0; k < i; k++) {
			sum -= (row[k] ?? 0) * (solution[k] ?? 0);
		}
		solution[i] = sum / (row[i] ?? 1);
	}
	for (let i = size - 1; i >= 0; i--) {
		let sum = solution[i] ?? 0;
		for (let k = i + 1; k < size; k++) {
			sum -= (readRow(matrix, k)[i] ?? 0) * (solution[k] ?? 0);
		}
		solution[i] = sum / (readRow(matrix, i)[i] ?? 1);
	}
	return solution;
}

function readRow(matrix: readonly Float64Array[], index: number): Float64Array {
	const row = matrix[index];
	if (!row) {
		throw new RangeError(`The matrix has no row ${index}.`);
	}
	return row;
}
