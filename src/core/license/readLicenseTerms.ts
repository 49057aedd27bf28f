import type { DeclaredLicense } from "../model/model.ts";
import type { LicenseClass } from "./licenseClass.ts";
import { findLicenseById, findLicenseByLink, findLicenseByName, type KnownLicense } from "./licenseTable.ts";
import type { LicenseMatch, LicenseTerms } from "./licenseTerms.ts";

/** From the freest to the most restrictive; `notStated` grants nothing. */
const strictness: Readonly<Record<LicenseClass, number>> = {
	permissive: 0,
	conditions: 1,
	nonCommercial: 2,
	notStated: 3,
};

/**
 * What the stated license asks for. Never permissive by default: no license, `unknown`, and `other` with a name that
 * is not known are `notStated` (the name is kept as the title). `other` resolves by `license_name`, then by a link
 * that can mean one license only. Where id and name are two known licenses, the stricter one holds.
 * Terms: https://huggingface.co/docs/hub/repositories-licenses and the texts linked in the table, 2026-11.
 */
export function readLicenseTerms(license: DeclaredLicense | undefined): LicenseTerms {
	if (!license) {
		return { class: "notStated", commercialUse: "unclear", obligations: [] };
	}
	const declared = {
		id: license.id,
		origin: license.origin,
		...(license.inheritedFrom !== undefined && { inheritedFrom: license.inheritedFrom }),
	};
	const { known, matchedBy, isContradictory } = resolve(license);
	if (!known || !matchedBy) {
		return {
			class: "notStated",
			commercialUse: "unclear",
			obligations: [],
			...declared,
			...(license.name !== undefined && { title: license.name }),
			...(license.link !== undefined && { textUrl: license.link }),
		};
	}
	const spdxUrl = known.spdx && `https://spdx.org/licenses/${known.spdx}.html`;
	const textUrl = license.link ?? known.textUrl ?? spdxUrl;
	return {
		class: known.class,
		commercialUse: known.commercialUse,
		obligations: known.obligations,
		title: known.title,
		matchedBy,
		...declared,
		...(textUrl !== undefined && { textUrl }),
		...(isContradictory && { isContradictory }),
	};
}

/** What the stated license obliges to, coarsely; see `readLicenseTerms`. Cheap enough for a hundred thousand models. */
export function classifyLicense(license: DeclaredLicense | undefined): LicenseClass {
	return (license && resolve(license).known?.class) ?? "notStated";
}

interface Resolution {
	readonly known?: KnownLicense;
	readonly matchedBy?: LicenseMatch;
	readonly isContradictory: boolean;
}

function resolve(license: DeclaredLicense): Resolution {
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
