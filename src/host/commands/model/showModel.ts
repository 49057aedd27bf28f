import * as vscode from "vscode";
import type { PanelSet } from "../../panels/panelSet.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Show Model…": asks for a name, with what is typed so far if there is any, and opens the model. */
export function createShowModel(
	prompt: ModelPrompt,
	panels: PanelSet,
): CommandHandlers<"openModels.showModel"> {
	return {
		"openModels.showModel": async (text?: unknown) => {
			const start = typeof text === "string" ? text : "";
			const repoId = await prompt.ask(vscode.l10n.t("Show a model"), start);
			if (repoId) {
				panels.open(repoId);
			}
		},
	};
}
