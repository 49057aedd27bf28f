import type { DeclaredLicense } from "../model/model.ts";
import type { LicenseClass } from "./licenseClass.ts";
import { findLicenseById, findLicenseByLink, findLicenseByName, type KnownLicense } from "./licenseTable.ts";
import type { LicenseMatch } from "./licenseTerms.ts";

/** From the freest to the most restrictive; `notStated` grants nothing. */
const strictness: Readonly<Record<LicenseClass, number>> = {
	permissive: 0,
	conditions: 1,
	nonCommercial: 2,
	notStated: 3,
};

/** Which license of the table a statement means. */
export interface Resolution {
	readonly known?: KnownLicense;
	readonly matchedBy?: LicenseMatch;
	readonly isContradictory: boolean;
}

/** Finds the license that a statement means: `other` by its name, then by a link that can mean one license only. */
export function resolveLicense(license: DeclaredLicense): Resolution {
	const byId = findLicenseById(license.id);
	const byName = license.name === undefined ? undefined : findLicenseByName(license.name);
	if (byId && byId.class !== "notStated") {
		const isContradictory = byName !== undefined && byName !== byId;
		return isContradictory && strictness[byName.class] > strictness[byId.class]
			? { known: byName, matchedBy: "name", isContradictory }
			: { known: byId, matchedBy: "id", isContradictory };
	}
	if (byName) {
		return { known: byName, matchedBy: "name", isContradictory: false };
	}
	const byLink = license.link === undefined ? undefined : findLicenseByLink(license.link);
	// A name that we do not know may stand for an altered text: a link to a permissive original does not free it.
	if (byLink && (license.name === undefined || byLink.class !== "permissive")) {
		return { known: byLink, matchedBy: "link", isContradictory: false };
	}
	return { isContradictory: false };
}

/** What the stated license obliges to, coarsely; see `readLicenseTerms`. Cheap enough for a hundred thousand models. */
export function classifyLicense(license: DeclaredLicense | undefined): LicenseClass {
	return (license && resolveLicense(license).known?.class) ?? "notStated";
}
