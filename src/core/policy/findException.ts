import type { FindingCode } from "./findingCode.ts";
import type { Policy, PolicyException } from "./policy.ts";

/** The exception that covers a finding about a model on a day (`YYYY-MM-DD`), if there is one. */
export function findException(
	policy: Policy,
	repoId: string,
	code: FindingCode,
	today: string,
): PolicyException | undefined {
	return policy.exceptions.find(
		({ model, findings, until }) =>
			isCovered(repoId, model) &&
			(findings === undefined || findings.includes(code)) &&
			(until === undefined || today <= until),
	);
}

function isCovered(repoId: string, pattern: string): boolean {
	const id = repoId.toLowerCase();
	const wanted = pattern.toLowerCase();
	return wanted.endsWith("/*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
}
