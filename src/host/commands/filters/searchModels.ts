import * as vscode from "vscode";
import type { QueryState } from "../../state/queryState.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** "Search Models…": narrows the list by parts of the name. An empty text shows all again. */
export function createSearchModels(query: QueryState): CommandHandlers<"openModels.searchModels"> {
	return {
		"openModels.searchModels": async () => {
			const text = await vscode.window.showInputBox({
				title: vscode.l10n.t("Search models"),
				prompt: vscode.l10n.t("Words that the name must hold, in any order; empty for all"),
				value: query.query.text ?? "",
			});
			if (text !== undefined) {
				await query.setText(text);
			}
		},
	};
}
