/** Several of one accelerator as people write it. */
export interface NamedDevices {
	readonly name: string;
	readonly count: number;
}

/**
 * `2x RTX 3090`, `8xH100`, `RTX 3090 ×2`, `RTX 3090 (x4)`, `Dual RTX 3090`, `RTX 3090 + RTX 3090`: the name, and how
 * many of them; else one.
 */
export function readDevices(written: string): NamedDevices {
	const listed = written.split(/\s*[,;+&]\s+/).map((name) => name.trim());
	const [first = written] = listed;
	if (listed.length > 1 && listed.every((name) => name === first)) {
		return { name: first, count: listed.length };
	}
	const before = /^\s*(\d{1,2})\s*[x×*]\s*(\S.*)$/i.exec(written);
	const after = /^(.+?)\s*\(?\s*[x×*]\s*(\d{1,2})\s*\)?\s*$/i.exec(written);
	const word = /^\s*(dual|quad)\s+(.+)$/i.exec(written);
	if (before?.[2] !== undefined) {
		return { name: before[2].trim(), count: Math.max(1, Number(before[1])) };
	}
	if (after?.[1] !== undefined && /\s[\s(]*[x×*]\s*\d+/i.test(written)) {
		return { name: after[1].trim(), count: Math.max(1, Number(after[2])) };
	}
	return word?.[2] === undefined
		? { name: written, count: 1 }
		: { name: word[2].trim(), count: word[1]?.toLowerCase() === "dual" ? 2 : 4 };
}
