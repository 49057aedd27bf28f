import type { Target } from "../../core/hardware/target.ts";
import { inferWorkload } from "../../core/pick/inferWorkload.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { sheetOfNeeds } from "../../core/pick/sheet/sheetOfNeeds.ts";
import type { WorkloadGuess } from "../../core/pick/workloadGuess.ts";
import { findPreset } from "../../core/pick/workloads.ts";
import { describeHardware } from "../words/pickWords.ts";
import { createDraft, type PickDraft, toNeeds } from "./pickDraft.ts";
import type { WorkloadPlace } from "./workloadStep.ts";

/** The draft of what was understood, on the hardware that was named or on `targets`; `undefined` where nothing was. */
export function draftOfGuess(guess: WorkloadGuess, targets: readonly Target[]): PickDraft | undefined {
	const preset = findPreset(guess.presetId);
	const named = createNamedTarget(guess);
	return preset && createDraft(guess, preset, named ? [named] : targets);
}

/** A draft as a sheet. */
export function sheetOfDraft(draft: PickDraft): RequirementSheet {
	return sheetOfNeeds(toNeeds(draft), draft.preset);
}

/** The sheet of words and of code, without asking anybody; `undefined` where neither tells what for. */
export function readSheet(
	text: string,
	place: WorkloadPlace | undefined,
	targets: readonly Target[],
): RequirementSheet | undefined {
	const draft = draftOfGuess(inferWorkload({ text, ...place }), targets);
	return draft && sheetOfDraft(draft);
}

/** Hardware that was named in the words, as a target of its own for this pick. */
function createNamedTarget({ hardware }: WorkloadGuess): Target | undefined {
	if (!hardware?.memoryBytes) {
		return undefined;
	}
	const { vendor = "nvidia", memoryBytes } = hardware;
	const name = describeHardware(hardware);
	return { id: "pick:named", name, vendor, devices: [{ name, vendor, memoryBytes }], origin: "user" };
}
