import { createClearFilters } from "../host/commands/clearFilters.ts";
import { loadLate } from "../host/commands/commandTable.ts";
import { createLoadMoreModels } from "../host/commands/loadMoreModels.ts";
import { createLoosenFilters } from "../host/commands/loosenFilters.ts";
import { createReadModel } from "../host/commands/readModel.ts";
import { createRefreshModels } from "../host/commands/refreshModels.ts";
import { createSearchModels } from "../host/commands/searchModels.ts";
import { createSetContextLength } from "../host/commands/setContextLength.ts";
import { createSortModels } from "../host/commands/sortModels.ts";
import type { Parts } from "./parts.ts";

/** The commands about the list of models as a whole. */
export function composeListCommands({
	query,
	store,
	targets,
	settings,
	modelsView,
	reader,
	fit,
	log,
	watched,
	loadWatchRoom,
}: Parts) {
	return {
		...loadLate(["openModels.filterModels"], async () => {
			const [{ createFilterModels }, { FilterEditors }] = await Promise.all([
				import("../host/commands/filterModels.ts"),
				import("../host/commands/filterEditors.ts"),
				fit.ensureLoaded(),
			]);
			return createFilterModels(query, store, new FilterEditors(query, store, targets, settings));
		}),
		...createSortModels(query),
		...createSearchModels(query),
		...createClearFilters(query),
		...createLoosenFilters(query),
		...createRefreshModels(modelsView, store, watched, loadWatchRoom),
		...createLoadMoreModels(modelsView),
		...createReadModel(reader, log),
		...createSetContextLength(settings),
	};
}
