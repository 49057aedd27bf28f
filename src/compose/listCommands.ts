import { createClearFilters } from "../host/commands/clearFilters.ts";
import { FilterEditors } from "../host/commands/filterEditors.ts";
import { createFilterModels } from "../host/commands/filterModels.ts";
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
		...createFilterModels(query, store, fit, new FilterEditors(query, store, targets, settings)),
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
