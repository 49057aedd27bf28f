import * as vscode from "vscode";
import { reportProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** "Detect This Machine Again": asks the machine that runs the workspace for its accelerators and memory. */
export function createDetectTargets(
	targets: TargetStore,
	log: Log,
): CommandHandlers<"openModels.detectTargets"> {
	return {
		"openModels.detectTargets": async () => {
			const detecting = new AbortController();
			try {
				await vscode.window.withProgress({ location: { viewId: "openModels.targets" } }, () =>
					targets.detect(detecting.signal),
				);
			} catch (error) {
				await reportProblem(error, log);
			}
		},
	};
}
