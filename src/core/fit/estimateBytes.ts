import type { Target, Vendor } from "../hardware/target.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { candidateArtifacts } from "./candidateArtifacts.ts";
import { limitContext } from "./kvCache.ts";
import { estimateParts, sumParts } from "./parts.ts";
import { matchSupportRule } from "./supportRules.ts";

/** Of a repository's GGUF files, the one that runtimes take when none is named. */
const defaultGgufLabel = "Q4_K_M";

/**
 * Bytes of what would be loaded of a model as it is published, for a list's column and filter: its checkpoint set (of
 * several GGUF files Q4_K_M, else the middle one by size), or an estimate. `undefined` if not known.
 */
export function estimateWeightsBytes(model: Model): number | undefined {
	const sized = candidateArtifacts(model)
		.filter((candidate) => !candidate.isAssumed || model.formats[0] === "gguf")
		.filter((candidate) => candidate.weights !== undefined);
	const [first] = sized;
	if (first?.format !== "gguf") {
		return first?.weights?.value;
	}
	const chosen = sized.find((candidate) => candidate.label.toUpperCase() === defaultGgufLabel);
	const bySize = sized.map(({ weights }) => weights?.value ?? 0).sort((a, b) => a - b);
	return chosen?.weights?.value ?? bySize[Math.floor((bySize.length - 1) / 2)];
}

/**
 * The least that any candidate of a model needs at a context length in tokens on a vendor's hardware, in bytes; those
 * that do not run there on any of its devices are left out. `undefined` if not known. A list's filter: cheap enough
 * for a hundred thousand models.
 */
export function estimateRequiredBytes(
	model: Model,
	contextTokens: number,
	vendor: Vendor,
): number | undefined {
	const anyTarget: Target = { id: vendor, name: vendor, vendor, devices: [], origin: "preset" };
	let least: Candidate | undefined;
	for (const candidate of candidateArtifacts(model)) {
		const bytes = candidate.weights?.value;
		const isSmaller = bytes !== undefined && bytes < (least?.weights?.value ?? Number.POSITIVE_INFINITY);
		if (isSmaller && !matchSupportRule(candidate, anyTarget)) {
			least = candidate;
		}
	}
	return least && sumParts(estimateParts(model, least, vendor, limitContext(model, contextTokens)))?.value;
}
