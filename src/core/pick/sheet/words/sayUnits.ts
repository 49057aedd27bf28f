const sizes: ReadonlySet<number> = new Set([
	4, 6, 8, 10, 11, 12, 16, 20, 24, 32, 36, 40, 48, 64, 80, 96, 128, 141, 192, 256, 512,
]);
const numbers =
	/\b\d+(?:[.,]\d+)?\s?(gb|gib|gigs?)\b|(?<=(?:[.;,(!?] |\b(?:than|have|has|['’]ve|got|most|least|under|below|over|above|to|just|only|but|need|needs)\s))(\d{1,3})(?=\s*(?:[.;!?]|,(?!\d)|$)|\s(?:is|are|max|at most|but)\b)/gi;
/** "2x80GB". */
const glued = /\b(\d{1,2})[x×*](\d{1,3}\s?gi?b\b)/gi;
/** So far a unit reaches, in letters. */
const reach = 200;

/** Says of what a number is that has no unit, where gigabytes were named before: "24 is what we have". */
export function sayUnits(text: string): string {
	let last = Number.NEGATIVE_INFINITY;
	return text
		.replaceAll(glued, "$1 x $2")
		.replaceAll(numbers, (all: string, unit?: string, bare?: string, at = 0) => {
			if (unit !== undefined) {
				last = Number(at);
				return all;
			}
			return sizes.has(Number(bare)) && Number(at) - last < reach ? `${all} GB` : all;
		});
}
