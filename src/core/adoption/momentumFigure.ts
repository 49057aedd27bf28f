import type { Model } from "../model/model.ts";
import type { AdoptionResult } from "./adoptionFigure.ts";
import type { AdoptionFlag } from "./flags.ts";
import { computeMomentum } from "./momentum.ts";

/** Momentum as a figure with its date and flags, or why it is not defined. */
export function makeMomentumFigure(model: Model, flags: readonly AdoptionFlag[] = []): AdoptionResult {
	const momentum = computeMomentum(model, model.readAtMs);
	if (momentum !== undefined) {
		return { figure: { ...momentum, asOfMs: model.readAtMs, flags } };
	}
	const { downloads30d, downloadsAllTime } = model.counters;
	if (downloads30d === undefined || downloadsAllTime === undefined || downloadsAllTime <= 0) {
		return { reason: "noDownloads" };
	}
	return { reason: model.createdAtMs === undefined ? "noCreationDate" : "shortHistory" };
}
