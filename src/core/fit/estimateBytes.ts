import type { Model } from "../model/model.ts";
import { candidateArtifacts } from "./candidateArtifacts.ts";

/** Of a repository's GGUF files, the one that runtimes take when none is named. */
const defaultGgufLabel = "Q4_K_M";

/**
 * Bytes of what would be loaded of a model as it is published, for a list's column and filter: its checkpoint set (of
 * several GGUF files Q4_K_M, else the middle one by size), or an estimate. `undefined` if not known.
 */
export function estimateWeightsBytes(model: Model): number | undefined {
	const sized = candidateArtifacts(model)
		.filter((candidate) => !candidate.offer)
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
