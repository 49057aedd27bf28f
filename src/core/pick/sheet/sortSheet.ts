import { type Requirement, type RequirementSheet, requirementKinds } from "./requirement.ts";
import { inputOfTask } from "./taskInputs.ts";

/** Requirements in the order of their kinds, with what their task takes beside text. */
export function sortSheet(requirements: readonly Requirement[]): RequirementSheet {
	const withInputs = requirements.flatMap((each): readonly Requirement[] => {
		const value = each.kind === "task" ? inputOfTask(each.value) : undefined;
		return value === undefined ? [each] : [each, { ...each, kind: "input", value }];
	});
	return {
		requirements: withInputs.sort(
			(a, b) => requirementKinds.indexOf(a.kind) - requirementKinds.indexOf(b.kind),
		),
	};
}
