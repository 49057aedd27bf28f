import type { Model, Offer } from "../../model/model.ts";
import { findStanding } from "./rankOffers.ts";

/**
 * What a repository offers of a model, from its record with files. `weightsAtMs`: when the model's own weights were last
 * changed, where that is known. `undefined` where its files hold nothing to load.
 */
export function makeOffer(
	model: Model,
	quantization: Model,
	weightsAtMs: number | undefined,
): Offer | undefined {
	const { repoId, formats, artifacts, storedBits, createdAtMs, lastModifiedMs } = quantization;
	if (!artifacts || artifacts.length === 0) {
		return undefined;
	}
	const isOutdated = findOutdated(model, quantization, weightsAtMs);
	return {
		repoId,
		standing: findStanding(model, quantization),
		formats,
		artifacts,
		...(quantization.quantization && { quantization: quantization.quantization }),
		...(storedBits !== undefined && { storedBits }),
		...(createdAtMs !== undefined && { createdAtMs }),
		...(lastModifiedMs !== undefined && { lastModifiedMs }),
		...(isOutdated !== undefined && { isOutdated }),
	};
}

/**
 * Whether a quantization was made from weights that have been replaced since. Its card's word on the base's commit
 * decides where that is the present one; else dates do: nothing changed at the model after the quantization did, or its
 * weights changed after that.
 */
function findOutdated(
	{ revision, lastModifiedMs }: Model,
	quantization: Model,
	weightsAtMs: number | undefined,
): boolean | undefined {
	const madeFrom = quantization.baseModels?.revision;
	if (madeFrom !== undefined && madeFrom === revision) {
		return false;
	}
	const changedAtMs = quantization.lastModifiedMs;
	if (changedAtMs === undefined) {
		return undefined;
	}
	if (weightsAtMs !== undefined) {
		return changedAtMs < weightsAtMs;
	}
	return lastModifiedMs !== undefined && changedAtMs >= lastModifiedMs ? false : undefined;
}

/** Offers with those of other repositories' latest reading in place of earlier ones; what more speaks for comes first. */
export function mergeOffers(known: readonly Offer[], read: readonly Offer[]): readonly Offer[] {
	const byId = new Map([...known, ...read].map((offer) => [offer.repoId, offer]));
	const order = { maker: 0, trusted: 1, other: 2 };
	return [...byId.values()].sort((a, b) => order[a.standing] - order[b.standing]);
}
