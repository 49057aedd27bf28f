import * as vscode from "vscode";
import type { QueryState } from "../state/queryState.ts";

/** "Search Models…": narrows the list by parts of the name. An empty text shows all again. */
export function registerSearchModels(query: QueryState): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.searchModels", async () => {
		const text = await vscode.window.showInputBox({
			title: vscode.l10n.t("Search models"),
			prompt: vscode.l10n.t("Words that the name must hold, in any order; empty for all"),
			value: query.query.text ?? "",
		});
		if (text !== undefined) {
			await query.setText(text);
		}
	});
}
