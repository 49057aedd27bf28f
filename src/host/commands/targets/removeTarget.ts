import * as vscode from "vscode";
import type { TargetStore } from "../../state/targetStore.ts";
import type { CommandHandlers } from "../commandTable.ts";
import { chooseTarget } from "./editTarget.ts";

/** "Remove Target": takes a target away that the user added; "Undo" brings it back. */
export function createRemoveTarget(targets: TargetStore): CommandHandlers<"openModels.removeTarget"> {
	return {
		"openModels.removeTarget": async (argument?: unknown) => {
			const added = targets.targets.filter(({ origin }) => origin !== "detected");
			const target = await chooseTarget(added, argument);
			if (!target) {
				return;
			}
			await targets.remove(target.id);
			const undo = vscode.l10n.t("Undo");
			const pressed = await vscode.window.showInformationMessage(
				vscode.l10n.t("Removed {0}.", target.name),
				undo,
			);
			if (pressed === undo) {
				await targets.save(target);
			}
		},
	};
}
