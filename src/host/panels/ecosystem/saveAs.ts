import * as vscode from "vscode";

/** Asks where a file should go, beside the first folder of the workspace to begin with, and writes it there. */
export async function saveAs(
	name: string,
	filters: Readonly<Record<string, string[]>>,
	bytes: Uint8Array,
): Promise<void> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const target = await vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
		filters,
	});
	if (target) {
		await vscode.workspace.fs.writeFile(target, bytes);
	}
}
