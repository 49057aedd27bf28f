import workloadTable from "./workloads.json" with { type: "json" };

/** A kind of work that a model is wanted for. The host words its title by `id`. */
export interface WorkloadPreset {
	readonly id: string;
	/** Pipeline id that names the work. */
	readonly task: string;
	/** Pipeline ids of models that do it, any of which will do. */
	readonly tasks: readonly string[];
	/** What a first request of the kind needs, prompt and answer together. */
	readonly contextTokens: number;
	/** Phrases that ask for it, as `findWords` reads them. */
	readonly words: readonly string[];
	/** What it is done with; asks for it where nothing else is asked for. */
	readonly things?: readonly string[];
	/** What a word counts beside those of other presets; absent: 1. */
	readonly weight?: number;
	/** Those that say so in code, too. */
	readonly codeWords: readonly string[];
	/** Words of a repository's name that tell a specialist, and those that tell another kind of model. */
	readonly prefersNames?: readonly string[];
	readonly avoidsNames?: readonly string[];
}

/** Work that a pipeline id says everything of. */
export interface TaskWords {
	readonly task: string;
	readonly words: readonly string[];
	/** Phrases beside which other work is meant. */
	readonly unless?: readonly string[];
	/** Only where one of these stands beside. */
	readonly only?: readonly string[];
}

/** All presets; where words fit several equally, the earlier one is meant. */
export const workloadPresets: readonly WorkloadPreset[] = workloadTable.presets;

/** Tasks that no preset is about. */
export const otherTasks: readonly TaskWords[] = workloadTable.tasks;

/** Words of names that tell what is made for no work that is asked for here. */
export const avoidedNames: readonly string[] = workloadTable.avoidedNames;

/** The preset of an id; `undefined` if there is none. */
export function findPreset(id: string | undefined): WorkloadPreset | undefined {
	return workloadPresets.find((preset) => preset.id === id);
}

/** The preset that asks for a task first; `undefined` for a task that no preset is about. */
export function findPresetOfTask(task: string): WorkloadPreset | undefined {
	if (task === "text-generation" || task === "text2text-generation") {
		return findPreset("chat");
	}
	const general = workloadPresets.filter((preset) => preset.prefersNames === undefined);
	return (
		general.find((preset) => preset.task === task) ??
		general.find((preset) => preset.tasks.includes(task)) ??
		workloadPresets.find((preset) => preset.tasks.includes(task))
	);
}

/** Tasks that models of other tasks do as well. */
const doneBy: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
	Object.entries({
		"sentence-similarity": ["sentence-similarity", "feature-extraction"],
		"text2text-generation": ["text2text-generation", "text-generation"],
		"image-to-text": ["image-to-text", "image-text-to-text"],
		"visual-question-answering": ["visual-question-answering", "image-text-to-text", "any-to-any"],
		"document-question-answering": ["document-question-answering", "image-text-to-text"],
		"video-text-to-text": ["video-text-to-text", "any-to-any"],
		"table-question-answering": ["table-question-answering", "text-generation"],
	}),
);

/** Pipeline ids of models, any of which does a task: those of the preset that is about it, else the task's own. */
export function listTasksOf(task: string, purpose?: string): readonly string[] {
	const preset =
		findPreset(purpose) ??
		(workloadPresets.some((each) => each.task === task) ? findPresetOfTask(task) : undefined);
	return preset === undefined
		? (doneBy.get(task) ?? [task])
		: preset.tasks.includes(task)
			? preset.tasks
			: [task, ...preset.tasks];
}
