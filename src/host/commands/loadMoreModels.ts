import type { ModelsView } from "../sidebar/modelsView.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Load More Models": the next page of the list. */
export function createLoadMoreModels(view: ModelsView): CommandHandlers<"openModels.loadMoreModels"> {
	return { "openModels.loadMoreModels": () => view.loadMore() };
}
