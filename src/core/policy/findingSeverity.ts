import type { FindingCode } from "./findingCode.ts";
import type { Policy } from "./policy.ts";
import type { Severity } from "./severity.ts";

/** An error is what will not run or what a policy forbids; a warning, what changed or can do harm; the rest hints. */
export const defaultSeverities: Readonly<Record<FindingCode, Severity>> = {
	notFound: "error",
	renamed: "warning",
	gated: "hint",
	licenseForbidden: "error",
	organizationForbidden: "error",
	licenseNotStated: "hint",
	licenseConflict: "hint",
	licenseChanged: "warning",
	unsafeWeights: "hint",
	customCode: "hint",
	securityIssues: "warning",
	hasSuccessor: "hint",
	notPinned: "hint",
	pinDiffers: "warning",
	pinMoved: "hint",
	pinBroken: "error",
	doesNotFit: "hint",
	contextTooShort: "error",
	embeddingDimension: "error",
};

/**
 * How loud a finding is: as the policy says, else as the user says, else by default; what a policy demands is an error
 * without being named.
 */
export function readSeverity(
	code: FindingCode,
	policy: Policy,
	own: Readonly<Partial<Record<FindingCode, Severity>>> = {},
): Severity {
	const isDemanded =
		(code === "notPinned" && policy.requirePin) || (code === "doesNotFit" && policy.targets.length > 0);
	return policy.severities[code] ?? (isDemanded ? "error" : (own[code] ?? defaultSeverities[code]));
}
