import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "./until.ts";

/** Stands for a cursor in the text of a document. */
const cursor = "▮";

let opened = 0;

/** Opens a new document with the text, the cursors where ▮ stands, and waits until the extension can know of it. */
export async function openText(language: string, text: string): Promise<vscode.TextEditor> {
	const parts = text.split(cursor);
	opened += 1;
	// A name of its own: under one that is used again, VS Code can bring back what was closed a moment ago.
	const uri = vscode.Uri.from({ scheme: "untitled", path: `case-${opened}` });
	const document = await vscode.languages.setTextDocumentLanguage(
		await vscode.workspace.openTextDocument(uri),
		language,
	);
	const editor = await vscode.window.showTextDocument(document);
	await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), parts.join("")));
	let offset = 0;
	editor.selections = parts.slice(0, -1).map((part) => {
		offset += part.length;
		const position = document.positionAt(offset);
		return new vscode.Selection(position, position);
	});
	await until("the editor in front", () => vscode.window.activeTextEditor === editor);
	return editor;
}

/** Closes all editors without keeping what is in them, and waits until VS Code knows none any more. */
export async function closeEditors(): Promise<void> {
	for (let left = 50; vscode.window.activeTextEditor && left > 0; left -= 1) {
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	}
	await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	await until("no tabs", () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
	await until("no text editor", () => vscode.window.visibleTextEditors.length === 0);
	await until("no untitled document", () =>
		vscode.workspace.textDocuments.every(({ uri }) => uri.scheme !== "untitled"),
	);
}

/** Opens a file of the workspace. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(locateFile(name)));
}

/** A file of the workspace. */
export function locateFile(name: string): vscode.Uri {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	assert.ok(folder, "There is no workspace folder.");
	return vscode.Uri.joinPath(folder.uri, name);
}
