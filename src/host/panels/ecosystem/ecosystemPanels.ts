import * as vscode from "vscode";
import { PanelSet } from "../panelSet.ts";
import type { EcosystemPanelParts } from "./ecosystemPanelParts.ts";

/** The panel of the state of open models: there is one. */
export const ecosystemKey = "ecosystem";

/** Opens and restores the panel of the state of open models. */
export function createEcosystemPanels(parts: EcosystemPanelParts): PanelSet {
	return new PanelSet(parts, {
		type: "openModels.ecosystem",
		nameTab: () => vscode.l10n.t("State of Open Models"),
		readKey: () => ecosystemKey,
		async serve(panel) {
			const { EcosystemPanel } = await import("./ecosystemPanel.ts");
			new EcosystemPanel(panel, parts);
		},
	});
}
