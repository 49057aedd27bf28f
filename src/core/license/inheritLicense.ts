import type { Model } from "../model/model.ts";

/**
 * The model with its base model's license where it states none of its own, marked as inherited: what a derivative is
 * in fact bound to, but nobody has verified it.
 */
export function inheritLicense(model: Model, base: Model): Model {
	if (model.license !== undefined || base.license === undefined) {
		return model;
	}
	const inheritedFrom = base.license.inheritedFrom ?? base.repoId;
	return { ...model, license: { ...base.license, origin: "inherited", inheritedFrom } };
}
