import * as vscode from "vscode";
import { locateFile } from "./editors.ts";

/** Writes a file of the workspace. */
export async function writeFile(name: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(locateFile(name), new TextEncoder().encode(text));
}

/** The text of a file of the workspace. */
export async function readFileText(name: string): Promise<string> {
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(locateFile(name)));
}

/** Removes a file or folder of the workspace, if it is there. */
export async function removeFile(name: string): Promise<void> {
	try {
		await vscode.workspace.fs.delete(locateFile(name), { recursive: true });
	} catch (error) {
		if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) {
			throw error;
		}
	}
}
