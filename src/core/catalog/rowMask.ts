import { type FilterField, filterFields } from "./query.ts";

/*
 * A row's mask says why a query leaves it out: bit i, the value of `filterFields[i]` is known and does not pass;
 * bit 16 + i, it is not known; bit 15, the text does not match. 0: the row matches.
 */

const unknownShift = 16;

/** The bit of the text. */
export const textBit = 1 << 15;

/** The bit of a field whose known value does not pass. */
export function knownBit(field: FilterField): number {
	return 1 << filterFields.indexOf(field);
}

/** The bit of a field whose value is not known. */
export function unknownBit(field: FilterField): number {
	return knownBit(field) << unknownShift;
}

/** Field bits that fail, for whichever reason, with the text's bit. */
export function failsOf(mask: number): number {
	return (mask | (mask >>> unknownShift)) & 0xffff;
}

/** Field bits that fail because the value is not known. */
export function unknownOf(mask: number): number {
	return mask >>> unknownShift;
}
