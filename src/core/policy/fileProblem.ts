/**
 * What is wrong with a policy or a lock. `unknownKey`, `unknownLicense`, `unknownTarget` and `unknownFinding` leave the
 * rest standing; of an `invalidValue` the whole top-level key is left out; `notJson` leaves nothing.
 */
export type FileProblemCode =
	| "notJson"
	| "notAnObject"
	| "tooLarge"
	| "unknownVersion"
	| "unknownKey"
	| "invalidValue"
	| "unknownLicense"
	| "unknownTarget";

/** Something wrong at a place of a policy or a lock. */
export interface FileProblem {
	readonly code: FileProblemCode;
	/** Keys and indexes that lead there; empty: the file itself. */
	readonly path: readonly (string | number)[];
	/** The key or value that is wrong, cut at 100 characters. */
	readonly text?: string;
	/** Where in the text, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
}
