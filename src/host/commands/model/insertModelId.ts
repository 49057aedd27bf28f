import * as vscode from "vscode";
import type { Insertion } from "../../insertion.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** "Insert Model ID": puts the ID at the cursor of the editor last used. */
export function createInsertModelId(
	prompt: ModelPrompt,
	insertion: Insertion,
	store: CatalogStore,
): CommandHandlers<"openModels.insertModelId"> {
	return {
		"openModels.insertModelId": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Insert a model's ID"));
			if (repoId && !(await insertion.insertModelId(store.catalog.get(repoId) ?? { repoId }))) {
				await tellNoEditor();
			}
		},
	};
}

/** There is nowhere to insert: say what to do. */
export async function tellNoEditor(): Promise<void> {
	await vscode.window.showWarningMessage(
		vscode.l10n.t("There is no editor to insert into. Open a file and place the cursor."),
	);
}
