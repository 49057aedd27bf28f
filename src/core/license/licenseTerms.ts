import type { LicenseOrigin } from "../model/model.ts";
import type { LicenseClass } from "./licenseClass.ts";

/**
 * Whether commercial use is granted. `conditions`: only below a threshold, outside some territories, after a
 * registration, or within some fields. `unclear` is "not stated or not known to us", never "yes".
 */
export type CommercialUse = "yes" | "conditions" | "no" | "unclear";

/** Obligations that say all by their name. The host turns them into words. */
export const plainObligations = [
	"notice",
	"stateChanges",
	"attribution",
	"shareAlike",
	"networkSource",
	"sameTermsPassedOn",
	"usePolicy",
	"noDerivatives",
	"nonCommercial",
	"researchOnly",
	"outputsNotForTraining",
	"registration",
	"providerMayRestrict",
] as const;

/** An obligation that says all by its name. */
export type PlainObligation = (typeof plainObligations)[number];

/** What must happen above a threshold: ask for a license of one's own, or show the model's name in the product. */
export type ThresholdEffect = "ownLicense" | "showName";

/** Territories that licenses exclude: the European Union, the United Kingdom, South Korea. */
export const territories = ["EU", "GB", "KR"] as const;

/** A territory that licenses exclude. */
export type Territory = (typeof territories)[number];

/** One obligation or limit of a license: a code and its numbers, never a sentence. */
export type Obligation =
	| { readonly code: PlainObligation }
	/** Above this many monthly active users. */
	| { readonly code: "userThreshold"; readonly monthlyUsers: number; readonly effect: ThresholdEffect }
	/** Above this revenue in US dollars per period. */
	| {
			readonly code: "revenueThreshold";
			readonly usd: number;
			readonly period: "month" | "year";
			readonly effect: ThresholdEffect;
	  }
	/** A text that the product must show (`Built with Llama`). */
	| { readonly code: "nameInProduct"; readonly text: string }
	/** Names of derived models begin with this. */
	| { readonly code: "namePrefix"; readonly text: string }
	/** Rights are not granted there; `multimodal`: only those to the multimodal models of the family. */
	| {
			readonly code: "territoryExcluded";
			readonly territories: readonly Territory[];
			readonly scope: "all" | "multimodal";
	  };

/** How the terms were found: by the Hub's id, by the card's `license_name`, or by its `license_link`. */
export type LicenseMatch = "id" | "name" | "link";

/** What a model's license asks for, as far as it is stated and known. Not legal advice: show the text's link. */
export interface LicenseTerms {
	readonly class: LicenseClass;
	readonly commercialUse: CommercialUse;
	/** Empty for `notStated`: nothing is known, which is not "no obligations". */
	readonly obligations: readonly Obligation[];
	/** The Hub's id as declared; absent if no license is stated. */
	readonly id?: string;
	/** The license's own name; for a name that we do not know, the name as declared. */
	readonly title?: string;
	/** The text: the card's own link before the table's. */
	readonly textUrl?: string;
	/** Absent when the terms are not known. */
	readonly matchedBy?: LicenseMatch;
	/** The card's id and its `license_name` are two known licenses: the stricter one is given. */
	readonly isContradictory?: boolean;
	readonly origin?: LicenseOrigin;
	/** The base model's repo id, when the statement is inherited. */
	readonly inheritedFrom?: string;
}
