import { findBuilder } from "../../adoption/ecosystem/builderTable.ts";
import type { Model } from "../../model/model.ts";
import { parseRepoId } from "../../model/repoId.ts";
import type { MakerNeeds, NeedAnswer } from "../needs.ts";
import { isEuropeanUnion } from "./regions.ts";

/** Whether a model is by whom, of what family and from where it may be. A copy has the family of what it derives from. */
export function checkMakers(model: Model, needs: MakerNeeds | undefined): NeedAnswer {
	if (needs === undefined) {
		return "yes";
	}
	const owner = parseRepoId(model.repoId)?.owner;
	const names = [model.repoId, ...(model.baseModels?.repoIds ?? [])];
	const isOf = (families: readonly string[]) => names.some((name) => isOfFamily(name, families));
	const answers: NeedAnswer[] = [];
	const { orgs = [], excludedOrgs = [], families = [], excludedFamilies = [] } = needs;
	if (orgs.length > 0) {
		const isWanted = owner !== undefined && orgs.every((group) => includesName(group, owner));
		answers.push(isWanted ? "yes" : "no");
	}
	if (excludedOrgs.length > 0) {
		answers.push(owner !== undefined && includesName(excludedOrgs, owner) ? "no" : "yes");
	}
	if (families.length > 0) {
		answers.push(families.every(isOf) ? "yes" : "no");
	}
	if (excludedFamilies.length > 0) {
		answers.push(isOf(excludedFamilies) ? "no" : "yes");
	}
	const { regions = [], excludedRegions = [] } = needs;
	if (regions.length > 0 || excludedRegions.length > 0) {
		const country = owner === undefined ? undefined : findBuilder(owner)?.country;
		answers.push(checkCountry(country, regions, excludedRegions));
	}
	return answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";
}

function checkCountry(
	country: string | undefined,
	regions: readonly string[],
	excluded: readonly string[],
): NeedAnswer {
	if (country === undefined) {
		return "unknown";
	}
	const isIn = (region: string) => region === country || (region === "EU" && isEuropeanUnion(country));
	return regions.every(isIn) && !excluded.some(isIn) ? "yes" : "no";
}

function includesName(names: readonly string[], name: string): boolean {
	return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** Whether a word of the name begins with one of the families': `Meta-Llama-3-8B` is of `llama`, `CodeLlama` as well. */
function isOfFamily(repoId: string, families: readonly string[]): boolean {
	const name = (parseRepoId(repoId)?.name ?? repoId).replaceAll(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
	const words = name.split(/[-_.]+/);
	return families.some((family) => {
		const wanted = family.toLowerCase();
		return name.startsWith(wanted) || words.some((word) => word.startsWith(wanted));
	});
}
