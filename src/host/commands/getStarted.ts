import * as vscode from "vscode";
import type { CommandHandlers } from "./commandTable.ts";

/** "Get Started": the walkthrough, which opens for nobody by itself. */
export function createGetStarted(): CommandHandlers<"openModels.getStarted"> {
	return {
		"openModels.getStarted": () =>
			vscode.commands.executeCommand("workbench.action.openWalkthrough", "open-models.open-models#start"),
	};
}
