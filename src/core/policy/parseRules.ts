import type { FileProblem } from "./fileProblem.ts";
import type { Lock } from "./lock.ts";
import { parseLock } from "./parseLock.ts";
import { parsePolicy } from "./parsePolicy.ts";
import { emptyPolicy, type Policy } from "./policy.ts";

/** What the two files in a folder's root ask of the models that its code uses. */
export interface ParsedRules {
	readonly policy: Policy;
	readonly policyProblems: readonly FileProblem[];
	/** Absent: there is no such file. */
	readonly lock?: Lock;
	readonly lockProblems: readonly FileProblem[];
}

/** Reads the texts of `.openmodels.json` and `openmodels.lock`, each `undefined` where there is none. Never throws. */
export function parseRules(policyText: string | undefined, lockText: string | undefined): ParsedRules {
	const policy = policyText === undefined ? undefined : parsePolicy(policyText);
	const lock = lockText === undefined ? undefined : parseLock(lockText);
	return {
		policy: policy?.policy ?? emptyPolicy,
		policyProblems: policy?.problems ?? [],
		...(lock ? { lock: lock.lock } : {}),
		lockProblems: lock?.problems ?? [],
	};
}
