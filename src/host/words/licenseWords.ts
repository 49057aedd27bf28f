import * as vscode from "vscode";
import type {
	LicenseTerms,
	Obligation,
	PlainObligation,
	Territory,
} from "../../core/license/licenseTerms.ts";
import { readLicenseTerms } from "../../core/license/readLicenseTerms.ts";
import type { DeclaredLicense } from "../../core/model/model.ts";
import { formatCompact } from "./numbers.ts";

/** What the license allows, as one sentence. */
export function describeLicense(license: DeclaredLicense | undefined): string {
	const terms = readLicenseTerms(license);
	const title = terms.title ?? terms.id;
	if (terms.class === "notStated") {
		return title && title !== "other"
			? vscode.l10n.t("Terms of “{0}” are not known here: read the text before you use it.", title)
			: vscode.l10n.t("No license is stated: without one, default copyright applies and nothing is granted.");
	}
	const name = title ?? vscode.l10n.t("This license");
	switch (terms.commercialUse) {
		case "yes":
			return terms.class === "permissive"
				? vscode.l10n.t("{0}: free to use, change and sell; keep its notices.", name)
				: vscode.l10n.t("{0}: commercial use is allowed, under conditions.", name);
		case "conditions":
			return vscode.l10n.t("{0}: commercial use is allowed up to a limit, under conditions.", name);
		case "no":
			return vscode.l10n.t("{0}: no commercial use.", name);
		case "unclear":
			return vscode.l10n.t("{0}: whether commercial use is allowed is not clear.", name);
	}
}

/** Each obligation as a sentence. */
export function listObligations(license: DeclaredLicense | undefined): string[] {
	const terms = readLicenseTerms(license);
	const sentences = describeObligations(terms.obligations);
	if (terms.isContradictory) {
		sentences.push(vscode.l10n.t("The card names two different licenses; the stricter one is shown."));
	}
	return sentences;
}

/** Obligations as sentences, in their order. */
export function describeObligations(obligations: readonly Obligation[]): string[] {
	return obligations.map(describeObligation);
}

/** Where the license statement was found. */
export function describeLicenseOrigin(terms: LicenseTerms): string | undefined {
	switch (terms.origin) {
		case "tag":
			return vscode.l10n.t("Stated by the repository's license tag.");
		case "card":
			return vscode.l10n.t("Stated in the model card only.");
		case "inherited":
			return vscode.l10n.t(
				"Not stated here: taken from the base model {0}, unverified.",
				terms.inheritedFrom ?? "",
			);
		default:
			return undefined;
	}
}

function describeObligation(obligation: Obligation): string {
	switch (obligation.code) {
		case "userThreshold":
			return obligation.effect === "ownLicense"
				? vscode.l10n.t(
						"Above {0} monthly users a license of its own is needed.",
						formatCompact(obligation.monthlyUsers),
					)
				: vscode.l10n.t(
						"Above {0} monthly users the product must show the model's name.",
						formatCompact(obligation.monthlyUsers),
					);
		case "revenueThreshold": {
			const usd = `$${formatCompact(obligation.usd)}`;
			const revenue =
				obligation.period === "year" ? vscode.l10n.t("{0} a year", usd) : vscode.l10n.t("{0} a month", usd);
			return obligation.effect === "ownLicense"
				? vscode.l10n.t("Above a revenue of {0} a license of its own is needed.", revenue)
				: vscode.l10n.t("Above a revenue of {0} the product must show the model's name.", revenue);
		}
		case "nameInProduct":
			return vscode.l10n.t("The product must show “{0}”.", obligation.text);
		case "namePrefix":
			return vscode.l10n.t("Names of models made from it must begin with “{0}”.", obligation.text);
		case "territoryExcluded": {
			const where = obligation.territories.map(nameTerritory).join(", ");
			return obligation.scope === "all"
				? vscode.l10n.t("Rights are not granted in: {0}.", where)
				: vscode.l10n.t("For its multimodal models, rights are not granted to those based in: {0}.", where);
		}
		default:
			return describePlainObligation(obligation.code);
	}
}

function describePlainObligation(code: PlainObligation): string {
	switch (code) {
		case "notice":
			return vscode.l10n.t("Keep the license text and notices with copies.");
		case "stateChanges":
			return vscode.l10n.t("Say what you changed.");
		case "attribution":
			return vscode.l10n.t("Name the authors.");
		case "shareAlike":
			return vscode.l10n.t("What you make from it must be shared under the same license.");
		case "networkSource":
			return vscode.l10n.t("Users over a network must be offered the source.");
		case "sameTermsPassedOn":
			return vscode.l10n.t("Pass the same terms on to those you give it to.");
		case "usePolicy":
			return vscode.l10n.t("A list of forbidden uses applies.");
		case "noDerivatives":
			return vscode.l10n.t("Changed versions must not be shared; a fine-tune or a quantization may be one.");
		case "nonCommercial":
			return vscode.l10n.t("No commercial use.");
		case "researchOnly":
			return vscode.l10n.t("For research only.");
		case "outputsNotForTraining":
			return vscode.l10n.t("Its outputs must not be used to train other models.");
		case "registration":
			return vscode.l10n.t("Commercial users must register.");
		case "providerMayRestrict":
			return vscode.l10n.t("The provider may restrict the use later.");
	}
}

function nameTerritory(territory: Territory): string {
	return {
		EU: vscode.l10n.t("the European Union"),
		GB: vscode.l10n.t("the United Kingdom"),
		KR: vscode.l10n.t("South Korea"),
	}[territory];
}
