import type { Vendor } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { estimateKvCache, hasKvCache } from "./kvCache.ts";
import { estimateMlxOverhead, estimateOverhead } from "./overhead.ts";
import { estimateProjector } from "./projector.ts";
import type { FitParts } from "./verdict.ts";

/**
 * Bytes of each part that loading a candidate takes; empty where the weights' are not known. Parameters that are not
 * known are taken back from the weights, for what is usual at that size.
 */
export function estimateParts(
	model: Model,
	candidate: Candidate,
	vendor: Vendor,
	contextTokens: number,
): FitParts {
	const { weights, bits = 8, format, artifact } = candidate;
	if (!weights) {
		return {};
	}
	const parameters = model.parameters?.total.value ?? (weights.value * 8) / bits;
	const hasCache = hasKvCache(model);
	const projector = artifact?.projector && estimateProjector(artifact.projector);
	const evaluatedTokens = hasCache ? contextTokens : undefined;
	return {
		weights,
		...(hasCache && { kvCache: estimateKvCache(model, contextTokens, parameters) }),
		overhead:
			format === "mlx"
				? estimateMlxOverhead(model, evaluatedTokens)
				: estimateOverhead(model, vendor, evaluatedTokens, parameters),
		...(projector && { projector }),
	};
}

/** The parts' sum, as sure as the least sure of them; `undefined` without weights. */
export function sumParts(parts: FitParts): Figure | undefined {
	const { weights, kvCache, overhead, projector } = parts;
	if (!weights) {
		return undefined;
	}
	let [value, low, high] = [0, 0, 0];
	for (const part of [weights, kvCache, overhead, projector]) {
		value += part?.value ?? 0;
		low += part?.low ?? part?.value ?? 0;
		high += part?.high ?? part?.value ?? 0;
	}
	return { value, low, high, basis: "estimated", from: weights.from };
}
