import * as vscode from "vscode";
import type { PanelSet } from "../../panels/panelSet.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Open Model": opens the panel of a model beside the code. */
export function createOpenModel(
	prompt: ModelPrompt,
	panels: PanelSet,
): CommandHandlers<"openModels.openModel"> {
	return {
		"openModels.openModel": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Open a model"));
			if (repoId) {
				panels.open(repoId);
			}
		},
	};
}
