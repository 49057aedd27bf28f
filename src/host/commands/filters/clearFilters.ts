import type { QueryState } from "../../state/queryState.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** "Clear Filters and Search": shows all models again; the order stays. */
export function createClearFilters(query: QueryState): CommandHandlers<"openModels.clearFilters"> {
	return { "openModels.clearFilters": () => query.clear() };
}
