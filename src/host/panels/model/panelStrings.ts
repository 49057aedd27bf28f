import * as vscode from "vscode";
import type { PanelStrings } from "../../../protocol/modelPanel.ts";

/** The panel's fixed words in the reader's language. */
export function createPanelStrings(): PanelStrings {
	return {
		insert: vscode.l10n.t("Insert"),
		insertInto: vscode.l10n.t("Insert into {0}"),
		copyId: vscode.l10n.t("Copy ID"),
		copy: vscode.l10n.t("Copy"),
		runInTerminal: vscode.l10n.t("Run in Terminal…"),
		copyVerdict: vscode.l10n.t("Copy How This Was Computed"),
		bestFit: vscode.l10n.t("best that fits"),
		whatWouldChange: vscode.l10n.t("What would change it"),
		howItRuns: vscode.l10n.t("How it runs"),
		showMoreRows: vscode.l10n.t("Show {0} More"),
		showFewerRows: vscode.l10n.t("Show Fewer"),
		copied: vscode.l10n.t("Copied"),
		watch: vscode.l10n.t("Watch"),
		retry: vscode.l10n.t("Try Again"),
		loading: vscode.l10n.t("Asking the Hub"),
		adoption: vscode.l10n.t("Adoption"),
		derivatives: vscode.l10n.t("Derivatives"),
		seeAll: vscode.l10n.t("See All in the Sidebar"),
		fit: vscode.l10n.t("Fit"),
		license: vscode.l10n.t("License"),
		safety: vscode.l10n.t("Safety"),
		madeFrom: vscode.l10n.t("Made from"),
		licenseAndSafety: vscode.l10n.t("License and safety"),
		useIt: vscode.l10n.t("Use it"),
		showTable: vscode.l10n.t("Show as a table"),
		context: vscode.l10n.t("Context length"),
		artifact: vscode.l10n.t("To load"),
		size: vscode.l10n.t("Size"),
		downloads: vscode.l10n.t("Downloads in 30 days"),
		lineage: vscode.l10n.t("Lineage"),
		compare: vscode.l10n.t("Compare…"),
		followLineage: vscode.l10n.t("Follow on the Hub"),
		stop: vscode.l10n.t("Stop"),
		noSnippets: vscode.l10n.t("No library or app is known that has a snippet for this model."),
	};
}
