import * as vscode from "vscode";
import type { ModelPanels } from "../panels/modelPanels.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Open Model": opens the panel of a model beside the code. */
export function registerOpenModel(prompt: ModelPrompt, panels: ModelPanels): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.openModel", async (argument?: unknown) => {
		const repoId = await prompt.resolve(argument, vscode.l10n.t("Open a model"));
		if (repoId) {
			panels.open(repoId);
		}
	});
}
