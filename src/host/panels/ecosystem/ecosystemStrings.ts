import * as vscode from "vscode";
import type { EcosystemStrings } from "../../../protocol/ecosystemPanel.ts";

/** The fixed words of the ecosystem's panel in the reader's language. */
export function createEcosystemStrings(): EcosystemStrings {
	return {
		title: vscode.l10n.t("State of Open Models"),
		loading: vscode.l10n.t("Computing"),
		readMore: vscode.l10n.t("Read More from the Hub"),
		exportMarkdown: vscode.l10n.t("Export as Markdown"),
		exportCsv: vscode.l10n.t("Save as CSV"),
		exportPng: vscode.l10n.t("Save as PNG"),
		narrowTo: vscode.l10n.t("Narrow to"),
		all: vscode.l10n.t("All"),
		measure: vscode.l10n.t("Show by"),
		showTable: vscode.l10n.t("Show as a table"),
		showModels: vscode.l10n.t("Show these models in the sidebar: {0}"),
		shown: vscode.l10n.t("{0} models in the sidebar"),
		chartKeys: vscode.l10n.t("Arrow keys walk the chart, Enter shows the models in the sidebar."),
	};
}
