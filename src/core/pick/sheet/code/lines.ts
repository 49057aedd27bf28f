/** Tells the line of an offset, from 1 on. */
export function lineFinder(text: string): (at: number) => number {
	const starts = indexLines(text);
	return (at) => findLine(starts, at);
}

/** Where lines begin. */
export function indexLines(text: string): readonly number[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		starts.push(at + 1);
	}
	return starts;
}

/** How many of the sorted starts are not after a place. */
export function findLine(starts: readonly number[], at: number): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= at) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
