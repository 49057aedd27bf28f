import type { Candidate } from "./candidate.ts";

/**
 * Of what could be loaded of a model, the largest that is smaller than one of them; what a repository holds before what
 * is assumed. `undefined` where nothing known is smaller, or the size of the one is not known.
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
	const real = smaller.filter(({ isAssumed }) => !isAssumed);
	return (real.length > 0 ? real : smaller).reduce<Candidate | undefined>(
		(largest, each) =>
			largest === undefined || (each.weights?.value ?? 0) > (largest.weights?.value ?? 0) ? each : largest,
		undefined,
	);
}
