import type { Territory } from "../../license/licenseTerms.ts";
import { readLicenseTerms } from "../../license/readLicenseTerms.ts";
import type { DeclaredLicense, Model } from "../../model/model.ts";
import type { LicenseNeed, NeedAnswer, NeedContext } from "../needs.ts";
import { isEuropeanUnion } from "./regions.ts";

/** Whether the license is one of those that will do, and none of those that will not. */
export function checkLicense(
	license: DeclaredLicense | undefined,
	{ needs, classifyLicense }: NeedContext,
): NeedAnswer {
	const own = classifyLicense(license);
	const isOf = ({ ids = [], classes = [] }: LicenseNeed) => isNamed(license, ids) || classes.includes(own);
	const { licenses = [], excludedLicense = {} } = needs;
	if (isOf(excludedLicense)) {
		return "no";
	}
	if (own === "notStated") {
		// What is not stated may be the very license that will not do.
		const isOpen = licenses.length === 0 && (excludedLicense.ids ?? []).length > 0;
		return isOpen || !licenses.every(isOf) ? "unknown" : "yes";
	}
	if (!licenses.every(isOf)) {
		return "no";
	}
	return licenses.length > 0 && license?.origin === "inherited" ? "unknown" : "yes";
}

/** By its id on the Hub, or by the name that the card gives it. */
function isNamed(license: DeclaredLicense | undefined, ids: readonly string[]): boolean {
	return (
		license !== undefined &&
		(ids.includes(license.id) || (license.name !== undefined && ids.includes(license.name)))
	);
}

/** Tasks of models that take more than text: some licenses exclude territories for those alone. */
const multimodal = /image|video|audio|any-to-any|visual|document/;

/** Whether the license grants rights to users in a region: an ISO 3166 code, or `EU`. */
export function checkRegion(model: Model, region: string | undefined): NeedAnswer {
	if (region === undefined) {
		return "yes";
	}
	const { class: licenseClass, obligations } = readLicenseTerms(model.license);
	if (licenseClass === "notStated") {
		return "unknown";
	}
	const isExcluded = obligations.some(
		(obligation) =>
			obligation.code === "territoryExcluded" &&
			obligation.territories.some((territory) => covers(territory, region)) &&
			(obligation.scope === "all" || multimodal.test(model.task ?? "")),
	);
	return isExcluded ? "no" : "yes";
}

function covers(territory: Territory, region: string): boolean {
	return territory === region || (territory === "EU" && isEuropeanUnion(region));
}
