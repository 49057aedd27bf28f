import { classifyLicense } from "../../license/resolveLicense.ts";
import type { Model } from "../../model/model.ts";
import type { Requirement, RequirementSheet } from "./requirement.ts";
import { sortSheet } from "./sortSheet.ts";

/** A model that speaks more is made for any language. */
const mostLanguages = 4;

/** Half to twice the parameters is another model of its class. */
const classFactor = 2;

/**
 * What a model that could stand for this one would be asked: its task as a must, the rest of what is known of it as
 * preferences, so that what differs still comes, with the difference told. `undefined` where its task is not known.
 */
export function createSheetLike(model: Model): RequirementSheet | undefined {
	const { task, repoId, license } = model;
	if (task === undefined) {
		return undefined;
	}
	const wanted: Requirement[] = [
		{ kind: "task", value: task, strength: "must", from: "user", excerpt: repoId },
		{ kind: "currentModel", value: repoId, strength: "prefer", from: "user" },
	];
	const languages = model.languages ?? [];
	if (languages.length <= mostLanguages) {
		wanted.push(
			...languages.map(
				(value): Requirement => ({ kind: "language", value, strength: "prefer", from: "user" }),
			),
		);
	}
	if (model.contextLength) {
		const { value } = model.contextLength;
		wanted.push({ kind: "contextLength", value, strength: "prefer", from: "user" });
	}
	if (license && classifyLicense(license) === "permissive") {
		wanted.push({ kind: "license", value: ["permissive"], strength: "prefer", from: "user" });
	}
	if (model.parameters) {
		const { value } = model.parameters.total;
		const range = { min: Math.round(value / classFactor), max: Math.round(value * classFactor) };
		wanted.push({ kind: "parameters", value: range, strength: "prefer", from: "user" });
	}
	return sortSheet(wanted);
}
