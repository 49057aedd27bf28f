import * as vscode from "vscode";
import type { HubSession } from "../../state/hubSession.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Open on the Hub": the model's page in the browser. */
export function createOpenOnHub(
	prompt: ModelPrompt,
	session: HubSession,
): CommandHandlers<"openModels.openOnHub"> {
	return {
		"openModels.openOnHub": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Open a model on the Hub"));
			if (repoId) {
				await vscode.env.openExternal(vscode.Uri.parse(`${session.endpoint}/${repoId}`));
			}
		},
	};
}
