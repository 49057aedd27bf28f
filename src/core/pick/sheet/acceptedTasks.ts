import { checkInputs } from "../checks/checkShape.ts";
import { findPreset, listTasksOf } from "../workloads.ts";
import { type InputKind, listOfKind, type RequirementSheet } from "./requirement.ts";

/** Tasks of models that take more than text and answer in text. */
const tasksOfInput: Readonly<Record<InputKind, readonly string[]>> = {
	image: ["image-text-to-text", "any-to-any"],
	audio: ["audio-text-to-text", "any-to-any"],
	video: ["video-text-to-text", "any-to-any"],
};

/**
 * Tasks of the models that do the work of a sheet: those of its purpose or, without one, of the work that its task is
 * mostly asked for; where something has to be taken that none of these takes, those that take it. Empty: no task is asked for.
 */
export function acceptedTasks(sheet: RequirementSheet): readonly string[] {
	const task = listOfKind(sheet, "task").at(-1)?.value;
	const purpose = listOfKind(sheet, "purpose").at(-1)?.value;
	const tasks = task === undefined ? (findPreset(purpose)?.tasks ?? []) : listTasksOf(task, purpose);
	const inputs = listOfKind(sheet, "input").flatMap(({ value, strength }) =>
		strength === "must" ? [value] : [],
	);
	const taking = tasks.filter((each) => takes(each, inputs));
	if (inputs.length === 0 || tasks.length === 0 || taking.length > 0) {
		return taking;
	}
	return [...new Set(inputs.flatMap((input) => tasksOfInput[input]))].filter((each) => takes(each, inputs));
}

function takes(task: string, inputs: readonly InputKind[]): boolean {
	return checkInputs({ task }, inputs) === "yes";
}
