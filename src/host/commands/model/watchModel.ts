import * as vscode from "vscode";
import { readRepoId } from "../../sidebar/modelNode.ts";
import type { WatchList } from "../../state/watchList.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Watch Model" and "Stop Watching Model": keeps a model in the Watched view. */
export function createWatchModel(
	prompt: ModelPrompt,
	watched: WatchList,
): CommandHandlers<"openModels.watchModel" | "openModels.unwatchModel"> {
	return {
		"openModels.watchModel": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Watch a model"));
			if (repoId) {
				await watched.setWatched(repoId, true);
			}
		},
		"openModels.unwatchModel": async (argument?: unknown) => {
			const repoId = readRepoId(argument) ?? (await askForWatched(watched));
			if (repoId) {
				await watched.setWatched(repoId, false);
			}
		},
	};
}

async function askForWatched({ repoIds }: WatchList): Promise<string | undefined> {
	const chosen = await vscode.window.showQuickPick(
		repoIds.map((label) => ({ label })),
		{ title: vscode.l10n.t("Stop watching a model") },
	);
	return chosen?.label;
}
