import * as vscode from "vscode";
import { registerModelTool } from "./languageModelApi.ts";

/** The name of the tool in the manifest. */
const toolName = "open_models_pick";

/** Gives agents in the editor the pick: a choice with its reasons, instead of a guess. */
export function registerPickTool(
	answer: (request: unknown, signal: AbortSignal) => Promise<unknown>,
): vscode.Disposable {
	return registerModelTool(toolName, {
		describe: () => vscode.l10n.t("Choosing an open model by what the work requires"),
		invoke: async (request, token) => {
			const asking = new AbortController();
			const subscription = token.onCancellationRequested(() => asking.abort());
			try {
				return JSON.stringify(await answer(request, asking.signal));
			} finally {
				subscription.dispose();
			}
		},
	});
}
