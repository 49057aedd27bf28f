import { bytesPerGiB } from "../../hardware/memory.ts";
import type { Target } from "../../hardware/target.ts";
import { findPreset, findPresetOfTask } from "../workloads.ts";
import { describeTarget } from "./describeTarget.ts";
import {
	listOfKind,
	type Range,
	type Requirement,
	type RequirementSheet,
	type TargetNeed,
} from "./requirement.ts";
import { sortSheet } from "./sortSheet.ts";

/** Work on sound and pictures, whose models state no context that anybody chooses them by. */
const hasNoContext = /^text-to-(?:speech|image)$|^automatic-speech-recognition$/;

/** What runs in four bits on one card of 24 GB: liked where nothing is known of the machine. */
const usualSizes: Range = { max: 36e9 };

/** What most machines have that are asked to do without a card. */
const usualMemoryBytes = 16 * bytesPerGiB;

/** Whether a requirement bounds the size of a model. */
function tellsSize(requirement: Requirement): boolean {
	const { kind } = requirement;
	return (
		kind === "parameters" ||
		kind === "bytes" ||
		(requirement.kind === "target" && isJudged(requirement.value))
	);
}

/**
 * A sheet with what is usual where nothing was said: licenses for commercial use, the context that such work needs, and the
 * checked targets. Most cards state neither their context nor that they are open, so what is not known passes there; a
 * machine whose memory was not said is the checked one of that maker, a usual one where it is to do without a card, or is not
 * judged by. Where no machine is known, sizes that are common are preferred.
 */
export function completeSheet(sheet: RequirementSheet, checked: readonly Target[]): RequirementSheet {
	const requirements = sheet.requirements
		.filter(({ kind }) => kind !== "input")
		.map((each) => judgeWhereKnown(each, checked));
	const usual: Requirement[] = [];
	if (listOfKind(sheet, "license").length === 0) {
		usual.push({
			kind: "license",
			value: ["permissive", "conditions"],
			strength: "must",
			from: "default",
		});
	}
	if (listOfKind(sheet, "contextLength").length === 0) {
		const task = listOfKind(sheet, "task").at(-1)?.value;
		const purpose = findPreset(listOfKind(sheet, "purpose").at(-1)?.value);
		const preset = purpose ?? (task === undefined ? undefined : findPresetOfTask(task));
		if (preset !== undefined && !hasNoContext.test(preset.task)) {
			const value = preset.contextTokens;
			usual.push({ kind: "contextLength", value, strength: "must", from: "default", acceptsUnknown: true });
		}
	}
	if (!requirements.some((each) => each.kind === "target" && isJudged(each.value))) {
		usual.push(
			...checked.map(
				(target): Requirement => ({
					kind: "target",
					value: describeTarget(target),
					strength: "must",
					from: "default",
				}),
			),
		);
	}
	if (checked.length === 0 && !requirements.some(tellsSize)) {
		usual.push({ kind: "parameters", value: usualSizes, strength: "prefer", from: "default" });
	}
	return sortSheet([...requirements, ...usual]);
}

function judgeWhereKnown(requirement: Requirement, checked: readonly Target[]): Requirement {
	switch (requirement.kind) {
		case "contextLength":
		case "gated":
			return { acceptsUnknown: true, ...requirement };
		case "target": {
			const { value } = requirement;
			if (isJudged(value) || value.device !== undefined || value.vendor === undefined) {
				return requirement;
			}
			const own = checked.find(({ vendor }) => vendor === value.vendor);
			if (own === undefined && value.vendor === "cpu") {
				return { ...requirement, value: { ...value, memoryBytes: usualMemoryBytes }, from: "default" };
			}
			return own === undefined
				? { ...requirement, acceptsUnknown: true }
				: { ...requirement, value: { ...describeTarget(own), ...value } };
		}
		default:
			return requirement;
	}
}

/** Whether enough was said of a machine to judge models by it. */
function isJudged({ id, memoryBytes, systemMemoryBytes }: TargetNeed): boolean {
	return id !== undefined || memoryBytes !== undefined || systemMemoryBytes !== undefined;
}
