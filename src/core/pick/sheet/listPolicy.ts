import type { Policy } from "../../policy/policy.ts";
import { describeTarget } from "./describeTarget.ts";
import type { Requirement } from "./requirement.ts";

/**
 * What a repository's policy asks of every model. Of several machines any one will do there, which a sheet cannot say: they
 * are left to the findings of the policy.
 */
export function listPolicy({
	licenses,
	organizations,
	targets,
	contextTokens,
	embeddingDimension,
}: Policy): readonly Requirement[] {
	const must = { strength: "must", from: "policy" } as const;
	const requirements: Requirement[] = [];
	const allowed = [...licenses.allow, ...licenses.allowClasses];
	const forbidden = [...licenses.forbid, ...licenses.forbidClasses];
	if (allowed.length > 0) {
		requirements.push({ kind: "license", value: allowed, ...must });
	}
	if (forbidden.length > 0) {
		requirements.push({ kind: "excludedLicense", value: forbidden, ...must });
	}
	for (const value of licenses.territories) {
		requirements.push({ kind: "useRegion", value, ...must });
	}
	if (organizations.allow.length > 0) {
		requirements.push({ kind: "org", value: organizations.allow, ...must });
	}
	if (organizations.forbid.length > 0) {
		requirements.push({ kind: "excludedOrg", value: organizations.forbid, ...must });
	}
	const [target, ...others] = targets;
	if (target !== undefined && others.length === 0) {
		requirements.push({ kind: "target", value: describeTarget(target), ...must });
	}
	if (contextTokens !== undefined) {
		requirements.push({ kind: "contextLength", value: contextTokens, ...must });
	}
	if (embeddingDimension !== undefined) {
		requirements.push({ kind: "embeddingDimension", value: embeddingDimension, ...must });
	}
	return requirements;
}
