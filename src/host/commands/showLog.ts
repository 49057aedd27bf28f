import * as vscode from "vscode";
import type { Log } from "../log.ts";

/** "Show Log": the output channel. */
export function registerShowLog(log: Log): vscode.Disposable {
	return vscode.commands.registerCommand("openModels.showLog", () => log.show());
}
