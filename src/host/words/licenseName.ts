import * as vscode from "vscode";
import type { DeclaredLicense } from "../../core/model/model.ts";

/** A license in a few words for a list: its own short name, and a sign where it is only inherited. */
export function nameLicense(license: DeclaredLicense | undefined): string {
	if (!license) {
		return vscode.l10n.t("license not stated");
	}
	const name = license.id === "other" || license.id === "unknown" ? license.name : license.id;
	if (!name) {
		return vscode.l10n.t("license not stated");
	}
	const shown = shortNames[name] ?? name;
	return license.origin === "inherited" ? vscode.l10n.t("{0} (base model's)", shown) : shown;
}

/** How the best-known ids are written by those who know them; every other id is shown as the Hub writes it. */
const shortNames: Readonly<Record<string, string>> = {
	"apache-2.0": "Apache-2.0",
	mit: "MIT",
	gemma: "Gemma terms",
};
