import * as vscode from "vscode";
import { sortKeys } from "../../../core/catalog/query.ts";
import type { QueryState } from "../../state/queryState.ts";
import { nameSortKey } from "../../words/filterWords.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** "Sort Models…": one order of the list. */
export function createSortModels(query: QueryState): CommandHandlers<"openModels.sortModels"> {
	return {
		"openModels.sortModels": async () => {
			const items = sortKeys.map((sort) => ({
				label: nameSortKey(sort),
				description: sort === query.sort ? vscode.l10n.t("now") : "",
				sort,
			}));
			const chosen = await vscode.window.showQuickPick(items, {
				title: vscode.l10n.t("Sort models"),
				placeHolder: vscode.l10n.t("What comes first?"),
			});
			if (chosen) {
				await query.setSort(chosen.sort);
			}
		},
	};
}
