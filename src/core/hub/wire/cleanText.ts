/**
 * Text from outside without what could deceive or break on a screen: control, bidi and zero-width characters, line
 * separators, half surrogates and private characters. Trimmed, and cut at a number of UTF-16 units.
 */
export function cleanText(text: string, mostCharacters: number): string {
	// Cut first, so that megabytes are not searched; a surrogate pair halved by it is taken out as well.
	return text
		.slice(0, mostCharacters)
		.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
		.trim();
}

/** Whether text is free of what `cleanText` takes out: for paths and ids, which must not be changed. */
export function isCleanText(text: string): boolean {
	return !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}
