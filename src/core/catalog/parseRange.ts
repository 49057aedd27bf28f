import type { Range } from "./query.ts";

/**
 * A range as a person types it: `3-8`, `<8`, `>30`. Numbers are in the unit that was asked for; `undefined` for any
 * other text, and where the ends are the wrong way round.
 */
export function parseRange(text: string): Range | undefined {
	const between = /^\s*(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)\s*$/u.exec(text);
	if (between) {
		const [min, max] = [Number(between[1]), Number(between[2])];
		return min <= max ? { min, max } : undefined;
	}
	const oneEnd = /^\s*([<>])\s*(\d+(?:\.\d+)?)\s*$/u.exec(text);
	if (!oneEnd) {
		return undefined;
	}
	return oneEnd[1] === "<" ? { max: Number(oneEnd[2]) } : { min: Number(oneEnd[2]) };
}
