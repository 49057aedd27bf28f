import * as vscode from "vscode";
import { reportProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { readRepoId } from "../../sidebar/modelNode.ts";
import type { ModelReader } from "../../state/modelReader.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** Reads a model's files and derivatives from the Hub, for its row in the sidebar. */
export function createReadModel(reader: ModelReader, log: Log): CommandHandlers<"openModels.readModel"> {
	return {
		"openModels.readModel": async (argument?: unknown) => {
			const repoId = readRepoId(argument);
			if (!repoId) {
				return;
			}
			const options = { location: { viewId: "openModels.models" } };
			try {
				await vscode.window.withProgress(options, () => reader.read(repoId, new AbortController().signal));
			} catch (error) {
				await reportProblem(error, log);
			}
		},
	};
}
