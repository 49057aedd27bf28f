import * as vscode from "vscode";

/** Schemes of documents that are another one's history or no text of the user's. */
const passedOver: ReadonlySet<string> = new Set(["git", "output", "comment", "vscode-scm", "search-editor"]);

/** The open documents that stand in a tab, cells of notebooks among them: those that other extensions only read do not. */
export function listShownDocuments(): readonly vscode.TextDocument[] {
	const shown = new Set<string>();
	const notebooks = new Set<string>();
	for (const { input } of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
		if (input instanceof vscode.TabInputText) {
			shown.add(input.uri.toString());
		} else if (input instanceof vscode.TabInputTextDiff) {
			shown.add(input.modified.toString());
		} else if (input instanceof vscode.TabInputNotebook) {
			notebooks.add(input.uri.toString());
		}
	}
	const cells = vscode.workspace.notebookDocuments
		.filter(({ uri }) => notebooks.has(uri.toString()))
		.flatMap((notebook) => notebook.getCells().map(({ document }) => document));
	const texts = vscode.workspace.textDocuments.filter(
		({ uri }) => shown.has(uri.toString()) && !passedOver.has(uri.scheme),
	);
	return [...texts, ...cells];
}
