import * as vscode from "vscode";
import type { ModelPrompt } from "./askForModel.ts";

/** "Copy Model ID". */
export function registerCopyModelId(prompt: ModelPrompt): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.copyModelId", async (argument?: unknown) => {
		const repoId = await prompt.resolve(argument, vscode.l10n.t("Copy a model's ID"));
		if (repoId) {
			await vscode.env.clipboard.writeText(repoId);
			vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", repoId), 3000);
		}
	});
}
