import { parseRepoId } from "../../model/repoId.ts";

/** Of a name with more letters than this, three may be wrong. */
const longName = 12;

/**
 * The IDs that are likely meant by one that does not exist, best first: the same name under another owner, then names and whole
 * IDs that few letters tell apart.
 */
export function findSimilarIds(id: string, candidates: readonly string[]): readonly string[] {
	const wanted = id.toLowerCase();
	const name = parseRepoId(wanted)?.name ?? wanted;
	const most = name.length > longName ? 3 : 2;
	const rated: { readonly id: string; readonly distance: number; readonly place: number }[] = [];
	for (const [place, each] of [...new Set(candidates)].entries()) {
		const other = each.toLowerCase();
		const otherName = other.slice(other.indexOf("/") + 1);
		const distance =
			otherName === name
				? 0.5
				: Math.min(countEdits(wanted, other, most), countEdits(name, otherName, most) + 0.7);
		if (each !== id && distance <= most) {
			rated.push({ id: each, distance, place });
		}
	}
	return rated.sort((a, b) => a.distance - b.distance || a.place - b.place).map((each) => each.id);
}

/** Letters to add, drop or change (Levenshtein); more than `most` counts as infinitely many. */
function countEdits(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) {
		return Number.POSITIVE_INFINITY;
	}
	let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
	for (let i = 1; i <= one.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= other.length; j++) {
			const isSame = one[i - 1] === other[j - 1];
			const edits = Math.min(
				(previous[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + (isSame ? 0 : 1),
			);
			row.push(edits);
			least = Math.min(least, edits);
		}
		if (least > most) {
			return Number.POSITIVE_INFINITY;
		}
		previous = row;
	}
	const edits = previous[other.length] ?? Number.POSITIVE_INFINITY;
	return edits > most ? Number.POSITIVE_INFINITY : edits;
}
