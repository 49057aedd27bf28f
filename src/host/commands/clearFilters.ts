import * as vscode from "vscode";
import type { QueryState } from "../state/queryState.ts";

/** "Clear Filters and Search": shows all models again; the order stays. */
export function registerClearFilters(query: QueryState): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.clearFilters", () => query.clear());
}
