const offset = 0x811c9dc5;
const prime = 0x01000193;

/** A number from 0 to 2³² − 1 that is the same for the same text everywhere (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv). */
export function hashText(text: string): number {
	let hash = offset;
	for (const character of text) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime);
	}
	// The low bits of short texts differ too little for remainders.
	return ((hash ^ (hash >>> 15)) >>> 0) % 2 ** 32;
}
