import * as vscode from "vscode";
import { describeProblem } from "../errors.ts";
import type { ModelsView } from "../sidebar/modelsView.ts";
import type { CatalogStore } from "../state/catalogStore.ts";

/** "Refresh Models": asks the Hub again. The list stays; a failure is told, since this was asked for. */
export function registerRefreshModels(view: ModelsView, store: CatalogStore): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.refreshModels", async () => {
		await view.refresh();
		const { problem, isLoading } = store.status;
		const told = problem === undefined || isLoading ? undefined : describeProblem(problem);
		if (!told) {
			return;
		}
		const { action } = told;
		const chosen = await vscode.window.showWarningMessage(told.words, ...(action ? [action.label] : []));
		if (chosen && action) {
			await vscode.commands.executeCommand(action.command);
		}
	});
}
