import { listExcludedTerritories } from "../license/excludedTerritories.ts";
import { findLicenseById, findLicenseByName } from "../license/licenseTable.ts";
import { classifyLicense, resolveLicense } from "../license/resolveLicense.ts";
import type { DeclaredLicense, Model } from "../model/model.ts";
import type { BrokenLicenseRule } from "./finding.ts";
import type { LicenseRules } from "./policy.ts";

/**
 * Which rule a stated license breaks; `undefined` for none. What is forbidden is forbidden by its id, its name, or the
 * license that they mean; what is allowed must be meant. Without a statement, only `notStated` can forbid or allow it.
 */
export function checkLicense(
	license: DeclaredLicense | undefined,
	rules: LicenseRules,
	model: Pick<Model, "task">,
): BrokenLicenseRule | undefined {
	const ownClass = classifyLicense(license);
	if (rules.forbidClasses.includes(ownClass) || rules.forbid.some((id) => isNamed(license, id))) {
		return "forbidden";
	}
	if (listExcludedTerritories(license, model).some((territory) => rules.territories.includes(territory))) {
		return "territory";
	}
	if (rules.allow.length === 0 && rules.allowClasses.length === 0) {
		return undefined;
	}
	const isAllowed = rules.allowClasses.includes(ownClass) || rules.allow.some((id) => isMeant(license, id));
	return isAllowed ? undefined : "notAllowed";
}

/** Whether a statement mentions a license, by id or by name. */
function isNamed(license: DeclaredLicense | undefined, listed: string): boolean {
	if (license === undefined) {
		return false;
	}
	const known = findLicenseById(listed) ?? findLicenseByName(listed);
	const named = license.name === undefined ? undefined : findLicenseByName(license.name);
	return (
		isMeant(license, listed) ||
		(known !== undefined && (known === findLicenseById(license.id) || known === named))
	);
}

/** Whether a statement means a license. A name that nobody knows is meant by itself. */
function isMeant(license: DeclaredLicense | undefined, listed: string): boolean {
	if (license === undefined) {
		return false;
	}
	const { known } = resolveLicense(license);
	if (known !== undefined) {
		return known === (findLicenseById(listed) ?? findLicenseByName(listed));
	}
	const wanted = listed.toLowerCase();
	return license.id === wanted || license.name?.toLowerCase() === wanted;
}
