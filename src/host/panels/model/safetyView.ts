import * as vscode from "vscode";
import { readLicenseTerms } from "../../../core/license/readLicenseTerms.ts";
import type { Model, SecurityStatus } from "../../../core/model/model.ts";
import type { FactView, ModelView } from "../../../protocol/modelPanel.ts";
import { nameGating } from "../../words/filterWords.ts";
import { describeLicense, describeLicenseOrigin, listObligations } from "../../words/licenseWords.ts";
import { createLineageView } from "./lineageView.ts";

/** What the license asks for, in plain words. */
export function createLicenseView(
	model: Model,
	findModel: (repoId: string) => Model | undefined,
): ModelView["license"] {
	const origin = describeLicenseOrigin(readLicenseTerms(model.license));
	return {
		sentence: describeLicense(model.license),
		obligations: [
			...listObligations(model.license),
			vscode.l10n.t("A summary, not legal advice: the text counts."),
		],
		...(origin ? { origin } : {}),
		ancestors: createLineageView(model, findModel),
	};
}

/** What to know before the files are loaded. */
export function listSafety(model: Model): FactView[] {
	const notKnown = vscode.l10n.t("not known");
	return [
		{ label: vscode.l10n.t("Formats"), value: model.formats.join(", ") || notKnown },
		{
			label: vscode.l10n.t("Code of its own"),
			value: model.hasCustomCode
				? vscode.l10n.t("yes: loading runs code from the repository")
				: model.hasCustomCode === false
					? vscode.l10n.t("no")
					: notKnown,
		},
		{
			label: vscode.l10n.t("Scan"),
			value: nameSecurity(model.security),
			detail: vscode.l10n.t("What the Hub's scanners say of the files. “Not known” is not “clean”."),
		},
		{ label: vscode.l10n.t("Access"), value: model.gating ? nameGating(model.gating) : notKnown },
	];
}

function nameSecurity(status: SecurityStatus): string {
	switch (status) {
		case "clean":
			return vscode.l10n.t("no issues found");
		case "issues":
			return vscode.l10n.t("issues found");
		case "unknown":
			return vscode.l10n.t("not known");
	}
}
