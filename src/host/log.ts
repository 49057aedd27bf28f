import * as vscode from "vscode";

/** The extension's one output channel. The reader chooses its level with "Developer: Set Log Level…". */
export type Log = vscode.LogOutputChannel;

/** Creates the output channel "Open Models". */
export function createLog(): Log {
	return vscode.window.createOutputChannel("Open Models", { log: true });
}
