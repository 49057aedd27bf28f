import * as vscode from "vscode";
import { describeProblem } from "../errors.ts";
import type { ModelsView } from "../sidebar/modelsView.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { WatchList } from "../state/watchList.ts";
import type { WatchRoom } from "../state/watchRoom.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Refresh Models": asks the Hub again, also for what is watched. The list stays; a failure is told, since this was asked for. */
export function createRefreshModels(
	view: ModelsView,
	store: CatalogStore,
	watched: WatchList,
	loadWatchRoom: () => Promise<WatchRoom>,
): CommandHandlers<"openModels.refreshModels"> {
	return {
		"openModels.refreshModels": async () => {
			await view.refresh();
			if (watched.repoIds.length > 0) {
				await (await loadWatchRoom()).tracker.readNow(true);
			}
			const { problem, isLoading } = store.status;
			const told = problem === undefined || isLoading ? undefined : describeProblem(problem);
			if (!told) {
				return;
			}
			const { action } = told;
			const chosen = await vscode.window.showWarningMessage(told.words, ...(action ? [action.label] : []));
			if (chosen && action) {
				await vscode.commands.executeCommand(action.command);
			}
		},
	};
}
