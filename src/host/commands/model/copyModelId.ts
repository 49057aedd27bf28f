import * as vscode from "vscode";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Copy Model ID". */
export function createCopyModelId(prompt: ModelPrompt): CommandHandlers<"openModels.copyModelId"> {
	return {
		"openModels.copyModelId": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Copy a model's ID"));
			if (repoId) {
				await vscode.env.clipboard.writeText(repoId);
				vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", repoId), 3000);
			}
		},
	};
}
