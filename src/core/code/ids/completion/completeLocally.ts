import type { Catalog } from "../../../catalog/catalog.ts";
import type { Model } from "../../../model/model.ts";
import type { CompletionPlace } from "./completionPlace.ts";
import { listTasksFor, rankCompletions } from "./rankCompletions.ts";

/**
 * The models of the catalog that a place is completed with, best first, at most `limit`: the most downloaded of those that do the
 * place's task and of all, ranked as one list.
 */
export function completeLocally(
	catalog: Catalog,
	{ typed, task }: Pick<CompletionPlace, "typed" | "task">,
	limit: number,
): readonly Model[] {
	const query = { text: typed, sort: "downloads", limit } as const;
	const forTask =
		task === undefined ? [] : catalog.query({ ...query, filters: { tasks: listTasksFor(task) } }).models;
	// Where enough do the task, others would stand behind them all.
	const found = forTask.length < limit ? catalog.query(query).models : [];
	return rankCompletions([...new Set([...forTask, ...found])], typed, task).slice(0, limit);
}
