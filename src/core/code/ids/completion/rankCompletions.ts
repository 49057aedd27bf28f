import type { Model } from "../../../model/model.ts";
import { parseRepoId } from "../../../model/repoId.ts";

/** Tasks whose models do each other's work. */
const related: readonly (readonly string[])[] = [
	["text-generation", "image-text-to-text", "any-to-any"],
	["sentence-similarity", "feature-extraction"],
	["text-ranking", "text-classification"],
];

/** Tasks of models that a place which asks for a task takes, itself first. */
export function listTasksFor(task: string): readonly string[] {
	const others = related.filter((each) => each.includes(task)).flat();
	return [...new Set([task, ...others])];
}

/** How well an ID goes with what was typed, from 4 (begins so) to 0 (not at all), whatever the case. */
export function rateMatch(repoId: string, typed: string): number {
	const text = typed.toLowerCase();
	const id = repoId.toLowerCase();
	const name = parseRepoId(id)?.name ?? id;
	if (text === "" || id.startsWith(text)) {
		return 4;
	}
	if (name.startsWith(text)) {
		return 3;
	}
	const at = id.indexOf(text);
	if (at === -1) {
		return 0;
	}
	return /[\w]/.test(id[at - 1] ?? " ") ? 1 : 2;
}

/** Models in the order in which they are offered: by match, then whether they do the task, then by downloads. */
export function rankCompletions(
	models: readonly Model[],
	typed: string,
	task: string | undefined,
): readonly Model[] {
	const tasks = task === undefined ? undefined : listTasksFor(task);
	const rated = models.map((model) => ({
		model,
		match: rateMatch(model.repoId, typed),
		taskPlace: rateTask(model, tasks),
		downloads: model.counters.downloads30d ?? 0,
	}));
	return rated
		.sort((a, b) => b.match - a.match || a.taskPlace - b.taskPlace || b.downloads - a.downloads)
		.map(({ model }) => model);
}

/** 0 for the task itself or a place that asks for none, 1 for a related one, 2 where it is not told, 3 for another. */
function rateTask({ task }: Model, tasks: readonly string[] | undefined): number {
	if (tasks === undefined) {
		return 0;
	}
	if (task === undefined) {
		return 2;
	}
	const at = tasks.indexOf(task);
	return at === -1 ? 3 : Math.min(at, 1);
}
