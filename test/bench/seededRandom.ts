/** Uniform numbers in [0, 1) that are the same in every run (mulberry32). */
export function makeSeededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A pick from a list of words with their shares; shares need not add up to 1. */
export function pickWeighted<T>(choices: readonly (readonly [T, number])[], random: () => number): T {
	const sum = choices.reduce((total, [, share]) => total + share, 0);
	let left = random() * sum;
	for (const [value, share] of choices) {
		left -= share;
		if (left < 0) {
			return value;
		}
	}
	const [last] = choices[choices.length - 1] ?? [];
	if (last === undefined) {
		throw new Error("There is nothing to pick from.");
	}
	return last;
}
