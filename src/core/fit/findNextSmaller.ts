import type { Candidate } from "./candidate.ts";

/**
 * Of what could be loaded of a model, the largest that is smaller than one of them: of the same format if there is any,
 * what a repository holds before what is assumed. `undefined` where nothing known is smaller, or the size of the one is
 * not known.
 */
export function findNextSmaller(
	candidate: Candidate,
	candidates: readonly Candidate[],
): Candidate | undefined {
	const size = candidate.weights?.value;
	if (size === undefined) {
		return undefined;
	}
	const smaller = candidates.filter(({ weights }) => weights !== undefined && weights.value < size);
	const alike = preferSome(smaller, ({ format }) => format === candidate.format);
	return preferSome(alike, ({ isAssumed }) => !isAssumed).reduce<Candidate | undefined>(
		(largest, each) =>
			largest === undefined || (each.weights?.value ?? 0) > (largest.weights?.value ?? 0) ? each : largest,
		undefined,
	);
}

/** Those that are so, or all where none is. */
function preferSome(
	candidates: readonly Candidate[],
	isPreferred: (candidate: Candidate) => boolean,
): readonly Candidate[] {
	const preferred = candidates.filter(isPreferred);
	return preferred.length > 0 ? preferred : candidates;
}
