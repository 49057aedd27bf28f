import type { DeclaredLicense } from "../model/model.ts";
import type { LicenseTerms } from "./licenseTerms.ts";
import { resolveLicense } from "./resolveLicense.ts";
import { findTerms } from "./termsTable.ts";

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
	const { known, matchedBy, isContradictory } = resolveLicense(license);
	const terms = known && findTerms(known.title);
	if (!known || !terms || !matchedBy) {
		return {
			class: "notStated",
			commercialUse: "unclear",
			obligations: [],
			...declared,
			...(license.name !== undefined && { title: license.name }),
			...(license.link !== undefined && { textUrl: license.link }),
		};
	}
	const spdxUrl = terms.spdx && `https://spdx.org/licenses/${terms.spdx}.html`;
	const textUrl = license.link ?? terms.textUrl ?? spdxUrl;
	return {
		class: known.class,
		commercialUse: terms.commercialUse,
		obligations: terms.obligations,
		title: known.title,
		matchedBy,
		...declared,
		...(textUrl !== undefined && { textUrl }),
		...(isContradictory && { isContradictory }),
	};
}
