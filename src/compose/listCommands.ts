import { createClearFilters } from "../host/commands/filters/clearFilters.ts";
import { FilterEditors } from "../host/commands/filters/filterEditors.ts";
import { createFilterModels } from "../host/commands/filters/filterModels.ts";
import { createLoosenFilters } from "../host/commands/filters/loosenFilters.ts";
import { createSearchModels } from "../host/commands/filters/searchModels.ts";
import { createSortModels } from "../host/commands/filters/sortModels.ts";
import { createLoadMoreModels } from "../host/commands/loadMoreModels.ts";
import { createReadModel } from "../host/commands/model/readModel.ts";
import { createRefreshModels } from "../host/commands/refreshModels.ts";
import { createSetContextLength } from "../host/commands/targets/setContextLength.ts";
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
