import * as vscode from "vscode";
import type { ModelsView } from "../sidebar/modelsView.ts";

/** "Load More Models": the next page of the list. */
export function registerLoadMoreModels(view: ModelsView): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.loadMoreModels", () => view.loadMore());
}
