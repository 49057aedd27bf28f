import * as vscode from "vscode";
import type { WatchList } from "../state/watchList.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Watch Model" and "Stop Watching Model": keeps a model in the Watched view. */
export function registerWatchModel(prompt: ModelPrompt, watched: WatchList): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.commands.registerCommand("openModels.watchModel", async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Watch a model"));
			if (repoId) {
				await watched.setWatched(repoId, true);
			}
		}),
		vscode.commands.registerCommand("openModels.unwatchModel", async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Stop watching a model"));
			if (repoId) {
				await watched.setWatched(repoId, false);
			}
		}),
	);
}
