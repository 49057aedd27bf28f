import * as vscode from "vscode";
import type { Finding } from "../../core/code/check/finding.ts";

/** A finding as a sentence. */
export function describeFinding(finding: Finding): string {
	const { id } = finding;
	switch (finding.code) {
		case "missing":
			return finding.mayBePrivate
				? vscode.l10n.t("The Hub has no model “{0}”, or it is private.", id)
				: vscode.l10n.t("The Hub has no model “{0}” that your token can see.", id);
		case "renamed":
			return finding.isCaseOnly
				? vscode.l10n.t("On the Hub this model is written “{0}”.", finding.canonicalId)
				: vscode.l10n.t("“{0}” is now “{1}” on the Hub.", id, finding.canonicalId);
		case "gated":
			return describeGated(finding.gating, finding.hasAccess);
	}
}

function describeGated(gating: "auto" | "manual", hasAccess: boolean | undefined): string {
	if (hasAccess === false) {
		return gating === "auto"
			? vscode.l10n.t("Gated: your token has no access yet. Accept its terms on the Hub.")
			: vscode.l10n.t("Gated: your token has no access yet. Ask its authors on the Hub.");
	}
	return gating === "auto"
		? vscode.l10n.t("Gated: its files need an accepted form and a token.")
		: vscode.l10n.t("Gated: its files need the authors' approval and a token.");
}
