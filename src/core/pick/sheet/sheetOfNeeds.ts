import type { Target } from "../../hardware/target.ts";
import type { NeedKind, Needs } from "../needs.ts";
import type { WorkloadPreset } from "../workloads.ts";
import type { Requirement, RequirementOrigin, RequirementSheet, TargetNeed } from "./requirement.ts";

/** Needs for a kind of work as a sheet: all that they ask for is a must. `from` says of each where it came from. */
export function sheetOfNeeds(
	needs: Needs,
	preset: WorkloadPreset | undefined,
	from: (kind: Requirement["kind"]) => RequirementOrigin = () => "user",
): RequirementSheet {
	const must = "must" as const;
	const accepts = (kind: NeedKind) =>
		needs.includeUnknown?.includes(kind) === true ? { acceptsUnknown: true } : {};
	const [task] = needs.tasks;
	const requirements: Requirement[] = [];
	if (task !== undefined) {
		requirements.push({ kind: "task", value: task, strength: must, from: from("task"), ...accepts("task") });
	}
	if (preset !== undefined) {
		requirements.push({ kind: "purpose", value: preset.id, strength: "prefer", from: from("purpose") });
	}
	for (const value of needs.languages ?? []) {
		requirements.push({
			kind: "language",
			value,
			strength: must,
			from: from("language"),
			...accepts("language"),
		});
	}
	requirements.push({
		kind: "contextLength",
		value: needs.contextTokens,
		strength: must,
		from: from("contextLength"),
		...accepts("context"),
	});
	for (const { ids = [], classes = [] } of needs.licenses ?? []) {
		requirements.push({
			kind: "license",
			value: [...ids, ...classes],
			strength: must,
			from: from("license"),
			...accepts("license"),
		});
	}
	if (needs.gatedOk === false) {
		requirements.push({
			kind: "gated",
			value: false,
			strength: must,
			from: from("gated"),
			...accepts("gating"),
		});
	}
	for (const target of needs.targets) {
		requirements.push({
			kind: "target",
			value: describeTarget(target),
			strength: must,
			from: from("target"),
			...accepts("fit"),
		});
	}
	return { requirements };
}

/** A target as a sheet names it: by its id, and by what somebody else would know it by. */
export function describeTarget(target: Target): TargetNeed {
	const [device] = target.devices;
	const memoryBytes = target.budgetBytes ?? device?.memoryBytes;
	return {
		id: target.id,
		vendor: target.vendor,
		...(device === undefined ? {} : { device: device.name }),
		...(memoryBytes === undefined ? {} : { memoryBytes }),
		...(target.systemMemoryBytes === undefined ? {} : { systemMemoryBytes: target.systemMemoryBytes }),
		...(target.devices.length > 1 ? { count: target.devices.length } : {}),
	};
}
