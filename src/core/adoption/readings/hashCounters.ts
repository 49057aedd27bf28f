import { relations } from "../../model/relation.ts";
import type { Reading } from "../derivatives.ts";

/** A 32-bit hash of a reading's counters, its time left out: what is different, but for chance, hashes differently. */
export function hashCounters(reading: Reading): number {
	const { downloads30d, downloadsAllTime, likes, trendingScore, derivatives } = reading;
	let hash = 0x811c9dc5;
	for (const value of [
		downloads30d,
		downloadsAllTime,
		likes,
		trendingScore,
		...relations.map((relation) => derivatives?.[relation]),
	]) {
		const low = value === undefined ? 0xffff_ffff : value % 0x1_0000_0000;
		const high = value === undefined ? 0xffff_ffff : Math.floor(value / 0x1_0000_0000);
		hash = Math.imul(hash ^ low, 0x01000193);
		hash = Math.imul(hash ^ (hash >>> 15) ^ high, 0x85ebca6b);
	}
	return (hash ^ (hash >>> 13)) >>> 0;
}
