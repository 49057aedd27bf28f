/**
 * The devices that people write, one name each: `2x RTX 3090`, `8xH100`, `RTX 3090 ×2`, `RTX 3090 (x4)`, `Dual RTX 3090`,
 * `RTX 3090 + RTX 4090`; else the one that was written.
 */
export function readDevices(written: string): readonly string[] {
	// What stands in brackets tells one device apart.
	const parts = written.split(/(?:\s*[,;]|\s+[+&])\s+(?![^(]*\))/).map((part) => part.trim());
	return parts.flatMap((part) => repeatNamed(part));
}

function repeatNamed(written: string): readonly string[] {
	const before = /^\s*(\d{1,2})\s*[x×*]\s*(\S.*)$/i.exec(written);
	const after = /^(.+?)\s*\(?\s*[x×*]\s*(\d{1,2})\s*\)?\s*$/i.exec(written);
	const word = /^\s*(dual|quad)\s+(.+)$/i.exec(written);
	if (before?.[2] !== undefined) {
		return repeat(before[2], Number(before[1]));
	}
	if (after?.[1] !== undefined && /\s[\s(]*[x×*]\s*\d+/i.test(written)) {
		return repeat(after[1], Number(after[2]));
	}
	return word?.[2] === undefined ? [written] : repeat(word[2], word[1]?.toLowerCase() === "dual" ? 2 : 4);
}

function repeat(name: string, count: number): readonly string[] {
	return Array.from({ length: Math.max(1, count) }, () => name.trim());
}
