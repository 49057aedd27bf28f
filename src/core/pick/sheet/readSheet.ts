import {
	type Requirement,
	type RequirementOrigin,
	type RequirementSheet,
	requirementKinds,
} from "./requirement.ts";
import type { Said } from "./said.ts";
import { inputOfTask } from "./taskInputs.ts";
import { readSentence } from "./words/readSentence.ts";

/** What there is to read. Everything stays where it is: rules read it, nothing is sent. */
export interface SheetInput {
	/** What the person typed. */
	readonly text?: string;
}

const longestExcerpt = 80;

export function readSheet(input: SheetInput): RequirementSheet {
	return { requirements: sortByKind(readSentence(input.text ?? "").map((said) => place(said, "text"))) };
}

function place(said: Said, from: RequirementOrigin): Requirement {
	const excerpt =
		said.excerpt.length <= longestExcerpt ? said.excerpt : `${said.excerpt.slice(0, longestExcerpt - 1)}…`;
	return { ...said, excerpt, from };
}

function sortByKind(requirements: readonly Requirement[]): readonly Requirement[] {
	const withInputs = requirements.flatMap((each): readonly Requirement[] => {
		const value = each.kind === "task" ? inputOfTask(each.value) : undefined;
		return value === undefined ? [each] : [each, { ...each, kind: "input", value }];
	});
	return withInputs.sort((a, b) => requirementKinds.indexOf(a.kind) - requirementKinds.indexOf(b.kind));
}
