import workloadTable from "./workloads.json" with { type: "json" };

/** A kind of work that a model is wanted for. The host words its title by `id`. */
export interface WorkloadPreset {
	readonly id: string;
	/** Pipeline ids, any of which will do. */
	readonly tasks: readonly string[];
	/** What a first request of the kind needs, prompt and answer together. */
	readonly contextTokens: number;
	/** Phrases that ask for it, as `findWords` reads them. */
	readonly words: readonly string[];
	/** Those that say so in code, too. */
	readonly codeWords: readonly string[];
	/** Words of a repository's name that tell a specialist, and those that tell another kind of model. */
	readonly prefersNames?: readonly string[];
	readonly avoidsNames?: readonly string[];
}

/** All presets; where words fit several equally, the earlier one is meant. */
export const workloadPresets: readonly WorkloadPreset[] = workloadTable.presets;

/** The preset of an id; `undefined` if there is none. */
export function findPreset(id: string | undefined): WorkloadPreset | undefined {
	return workloadPresets.find((preset) => preset.id === id);
}

/** The preset that asks for a task first; `undefined` for a task that no preset is about. */
export function findPresetOfTask(task: string): WorkloadPreset | undefined {
	const byPlace = [...workloadPresets].reverse();
	return task === "text-generation" || task === "text2text-generation"
		? findPreset("chat")
		: (byPlace.find((preset) => preset.tasks[0] === task && preset.prefersNames === undefined) ??
				workloadPresets.find((preset) => preset.tasks.includes(task)));
}
