import { classifyLicense } from "../license/resolveLicense.ts";
import type { Relaxation } from "./counterfactuals.ts";
import { findNeedKind } from "./sheet/needsOfSheet.ts";
import type { Requirement, RequirementSheet, TargetNeed } from "./sheet/requirement.ts";

/**
 * The sheet with one requirement loosened, as the user's own edit. What the repository's policy asks for stays: who may
 * loosen that is not the one who picks. `undefined` where the policy is all that stands in the way.
 */
export function relaxSheet(sheet: RequirementSheet, relaxation: Relaxation): RequirementSheet | undefined {
	const requirements = sheet.requirements.flatMap((each) =>
		each.from === "policy" ? [each] : relax(each, relaxation),
	);
	const isChanged = requirements.some((each, at) => each !== sheet.requirements[at]);
	return isChanged || requirements.length !== sheet.requirements.length ? { requirements } : undefined;
}

function relax(requirement: Requirement, relaxation: Relaxation): readonly Requirement[] {
	const from = "user" as const;
	switch (relaxation.kind) {
		case "memory":
			return requirement.kind === "target"
				? [{ ...requirement, value: grow(requirement.value, relaxation.extraBytes), from }]
				: [requirement];
		case "context":
			return requirement.kind === "contextLength" && requirement.value > relaxation.contextTokens
				? [{ ...requirement, value: relaxation.contextTokens, from }]
				: [requirement];
		case "license":
			return requirement.strength === "must"
				? [relaxLicense(requirement, relaxation.licenseId)].flat()
				: [requirement];
		case "language":
			return requirement.kind === "language" && requirement.value === relaxation.language
				? []
				: [requirement];
		case "gating":
			return requirement.kind === "gated" ? [] : [requirement];
		case "unknown":
			return (requirement.strength === "must" || requirement.kind === "target") &&
				requirement.acceptsUnknown !== true &&
				findNeedKind(requirement) === relaxation.need
				? [{ ...requirement, acceptsUnknown: true, from }]
				: [requirement];
	}
}

function relaxLicense(
	requirement: Requirement,
	licenseId: string | undefined,
): Requirement | readonly Requirement[] {
	const from = "user" as const;
	if (requirement.kind === "license") {
		return { ...requirement, value: [...requirement.value, licenseId ?? "notStated"], from };
	}
	if (requirement.kind !== "excludedLicense") {
		return requirement;
	}
	if (licenseId === undefined) {
		return { ...requirement, acceptsUnknown: true, from };
	}
	const own = [{ id: licenseId }, { id: "other", name: licenseId }].map((license) =>
		classifyLicense({ ...license, origin: "tag" }),
	);
	const value = requirement.value.filter((word) => word !== licenseId && !own.some((each) => each === word));
	return value.length === requirement.value.length
		? requirement
		: value.length === 0
			? []
			: { ...requirement, value, from };
}

/** Another machine, so no longer the one that is known by its id. */
function grow(target: TargetNeed, extraBytes: number): TargetNeed {
	const { id: _, memoryBytes, systemMemoryBytes, ...others } = target;
	const isSystem = memoryBytes === undefined;
	return {
		...others,
		...(isSystem ? {} : { memoryBytes: memoryBytes + extraBytes }),
		...(systemMemoryBytes === undefined
			? {}
			: { systemMemoryBytes: isSystem ? systemMemoryBytes + extraBytes : systemMemoryBytes }),
	};
}
