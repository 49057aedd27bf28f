import * as vscode from "vscode";
import { createSheetLike } from "../../../core/pick/sheet/sheetLike.ts";
import { reportProblem } from "../../errors.ts";
import type { PickParts } from "../../pick/pickSession.ts";
import type { ModelReader } from "../../state/modelReader.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "../model/askForModel.ts";
import { runPick } from "./pickModel.ts";

/** "Pick Something Like This": a pick whose sheet begins with what is known of a model. */
export function createPickSimilar(
	parts: PickParts,
	prompt: ModelPrompt,
	reader: ModelReader,
): CommandHandlers<"openModels.pickSimilar"> {
	return {
		"openModels.pickSimilar": async (argument?: unknown) => {
			const repoId = await prompt.resolve(argument, vscode.l10n.t("Pick something like which model?"));
			if (!repoId) {
				return;
			}
			try {
				const model = parts.store.catalog.get(repoId) ?? (await reader.readWithProgress(repoId));
				await runPick(parts, createSheetLike(model));
			} catch (error) {
				await reportProblem(error, parts.log);
			}
		},
	};
}
