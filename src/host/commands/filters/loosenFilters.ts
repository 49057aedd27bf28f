import { dropFilter, includeUnknown } from "../../../core/catalog/editFilters.ts";
import { type FilterField, filterFields } from "../../../core/catalog/query.ts";
import type { QueryState } from "../../state/queryState.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** The two presses below a list: include what a field leaves out as unknown, or take the field's filter away. */
export function createLoosenFilters(
	query: QueryState,
): CommandHandlers<"openModels.includeUnknown" | "openModels.dropFilter"> {
	return {
		"openModels.includeUnknown": async (field?: unknown) => {
			if (isFilterField(field)) {
				await query.setFilters(includeUnknown(query.filters, field));
			}
		},
		"openModels.dropFilter": async (field?: unknown) => {
			if (isFilterField(field)) {
				await query.setFilters(dropFilter(query.filters, field));
			}
		},
	};
}

function isFilterField(value: unknown): value is FilterField {
	return (filterFields as readonly unknown[]).includes(value);
}
