import * as vscode from "vscode";
import { countFilters } from "../../../core/catalog/parseQuery.ts";
import { type FilterField, filterFields } from "../../../core/catalog/query.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { FitSource } from "../../state/fitSource.ts";
import type { QueryState } from "../../state/queryState.ts";
import { nameFilterField } from "../../words/filterWords.ts";
import { formatCount } from "../../words/numbers.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { FilterEditors } from "./filterEditors.ts";

interface FieldItem extends vscode.QuickPickItem {
	readonly field?: FilterField;
	readonly clears?: boolean;
}

/** "Filter Models…": a field, then its values with their counts; and back, until the user is content. */
export function createFilterModels(
	query: QueryState,
	store: CatalogStore,
	fit: FitSource,
	editors: FilterEditors,
): CommandHandlers<"openModels.filterModels"> {
	return {
		"openModels.filterModels": async () => {
			await Promise.all([store.ensureLoaded(), fit.ensureLoaded()]);
			for (;;) {
				const chosen = await chooseField(query, store, editors);
				if (!chosen) {
					return;
				}
				if (chosen.clears) {
					await query.setFilters({});
				} else if (chosen.field) {
					await editors.edit(chosen.field);
				}
			}
		},
	};
}

async function chooseField(
	query: QueryState,
	store: CatalogStore,
	editors: FilterEditors,
): Promise<FieldItem | undefined> {
	const { total, known } = store.catalog.query({ ...query.query, limit: 0 });
	// Those that are set elsewhere can only be taken away here.
	const fields = filterFields.filter(
		(field) => (field !== "group" && field !== "derivedFrom") || query.filters[field] !== undefined,
	);
	const items: FieldItem[] = fields.map((field) => ({
		label: nameFilterField(field),
		description: editors.describe(field),
		field,
	}));
	if (countFilters(query.filters) > 0) {
		items.push({ label: "", kind: vscode.QuickPickItemKind.Separator });
		items.push({
			label: vscode.l10n.t("Clear all filters"),
			iconPath: new vscode.ThemeIcon("clear-all"),
			clears: true,
		});
	}
	return vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Filter models"),
		placeHolder: vscode.l10n.t(
			"{0} of {1} models pass. Escape to see them.",
			formatCount(total),
			formatCount(known),
		),
		matchOnDescription: true,
	});
}
