import * as vscode from "vscode";
import type { FileProblem } from "../../core/policy/fileProblem.ts";
import type { Finding } from "../../core/policy/finding.ts";
import type { FindingCode } from "../../core/policy/findingCode.ts";
import type { ToldSeverity } from "../../core/policy/severity.ts";

/** What a kind of finding is about, in a few words. */
export function nameFinding(code: FindingCode): string {
	return {
		notFound: vscode.l10n.t("Not on the Hub"),
		renamed: vscode.l10n.t("Another name on the Hub"),
		gated: vscode.l10n.t("Gated"),
		licenseForbidden: vscode.l10n.t("License against the policy"),
		organizationForbidden: vscode.l10n.t("Owner against the policy"),
		licenseNotStated: vscode.l10n.t("License not stated"),
		licenseConflict: vscode.l10n.t("An ancestor's license asks for more"),
		licenseChanged: vscode.l10n.t("License changed since the pin"),
		unsafeWeights: vscode.l10n.t("Pickle-only weights"),
		customCode: vscode.l10n.t("Runs code of its own"),
		securityIssues: vscode.l10n.t("Security issues"),
		hasSuccessor: vscode.l10n.t("Has a successor"),
		notPinned: vscode.l10n.t("Not pinned"),
		pinDiffers: vscode.l10n.t("Another commit than in the lock"),
		pinMoved: vscode.l10n.t("Changed since the pin"),
		pinBroken: vscode.l10n.t("Pinned files are gone"),
		doesNotFit: vscode.l10n.t("Does not fit"),
		contextTooShort: vscode.l10n.t("Context too short"),
		embeddingDimension: vscode.l10n.t("Other embedding size than the store's"),
	}[code];
}

/** What a problem of a policy or a lock is about, in a few words. */
export function nameFileProblem(): string {
	return vscode.l10n.t("A policy or a lock that does not hold");
}

/** A severity in one word. */
export function nameSeverity(severity: ToldSeverity): string {
	return {
		error: vscode.l10n.t("error"),
		warning: vscode.l10n.t("warning"),
		hint: vscode.l10n.t("hint"),
	}[severity];
}

/** Why a finding does not count, if an exception covers it. */
export function describeException({ exception }: Finding): string | undefined {
	return exception && vscode.l10n.t("Excepted on {0}: {1}", exception.date, exception.reason);
}

/** What is wrong with a policy or a lock, as one sentence. */
export function describeFileProblem({ code, path, text }: FileProblem): string {
	const where = path.join(".");
	switch (code) {
		case "notJson":
			return vscode.l10n.t("This is not JSON from here on: nothing of the file holds.");
		case "notAnObject":
			return vscode.l10n.t("This must be a JSON object: nothing of the file holds.");
		case "tooLarge":
			return vscode.l10n.t("The file is too large to be read.");
		case "unknownVersion":
			return vscode.l10n.t("This version of the lock is not known here: {0}.", text ?? "");
		case "unknownKey":
			return vscode.l10n.t("Nobody knows the key “{0}”: it is left out.", text ?? where);
		case "invalidValue":
			return vscode.l10n.t("“{0}” cannot hold this: it is left out.", where);
		case "unknownLicense":
			return vscode.l10n.t(
				"“{0}” is no license that is known here; it is compared as it is written.",
				text ?? "",
			);
		case "unknownTarget":
			return vscode.l10n.t("“{0}” is no machine that is known here: it is left out.", text ?? "");
	}
}
