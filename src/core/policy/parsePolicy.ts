import * as v from "valibot";
import { findLicenseById, findLicenseByName } from "../license/licenseTable.ts";
import type { FileProblem } from "./fileProblem.ts";
import { listUnknownKeys } from "./listUnknownKeys.ts";
import { emptyPolicy, type Policy } from "./policy.ts";
import { policyKeys } from "./policySchema.ts";
import { type JsonDocument, readDocument } from "./readDocument.ts";
import { readPolicyTarget } from "./readPolicyTarget.ts";

/** A policy as far as it holds, and everything that is wrong with its file. */
export interface ParsedPolicy {
	readonly policy: Policy;
	readonly problems: readonly FileProblem[];
}

/**
 * Reads a policy from the text of its file; comments are fine. Unknown keys are reported and left out; so is a top-level
 * key whose value does not hold. Never throws.
 */
export function parsePolicy(text: string): ParsedPolicy {
	const document = readDocument(text);
	const problems = [...document.problems];
	if (document.value === undefined) {
		return { policy: emptyPolicy, problems };
	}
	for (const path of listUnknownKeys(v.object(policyKeys), document.value, [])) {
		problems.push(document.report("unknownKey", path, String(path.at(-1))));
	}
	const read = <Key extends keyof typeof policyKeys>(key: Key) => readKey(key, document, problems);
	const contextTokens = read("contextTokens");
	const embeddingDimension = read("embeddingDimension");
	const licenses = read("licenses") ?? emptyPolicy.licenses;
	for (const list of ["allow", "forbid"] as const) {
		for (const [index, id] of licenses[list].entries()) {
			if (findLicenseById(id) === undefined && findLicenseByName(id) === undefined) {
				problems.push(document.report("unknownLicense", ["licenses", list, index], id));
			}
		}
	}
	const targets = (read("targets") ?? []).flatMap((entry, index) => {
		const target = readPolicyTarget(entry);
		if (target === undefined) {
			problems.push(document.report("unknownTarget", ["targets", index], String(entry)));
		}
		return target ?? [];
	});
	const policy: Policy = {
		licenses,
		organizations: read("organizations") ?? emptyPolicy.organizations,
		targets,
		...(contextTokens === undefined ? {} : { contextTokens }),
		...(embeddingDimension === undefined ? {} : { embeddingDimension }),
		requirePin: read("requirePin") ?? false,
		exceptions: read("exceptions") ?? [],
		severities: read("severities") ?? {},
		exclude: read("exclude") ?? [],
	};
	return { policy, problems };
}

function readKey<Key extends keyof typeof policyKeys>(
	key: Key,
	document: JsonDocument,
	problems: FileProblem[],
): v.InferOutput<(typeof policyKeys)[Key]> | undefined {
	const value = document.value?.[key];
	if (value === undefined) {
		return undefined;
	}
	const result = v.safeParse(policyKeys[key], value);
	if (result.success) {
		return result.output;
	}
	for (const issue of result.issues) {
		const path = [key, ...(issue.path ?? []).map((item) => item.key).filter(isKey)];
		problems.push(document.report("invalidValue", path, issue.received));
	}
	return undefined;
}

function isKey(key: unknown): key is string | number {
	return typeof key === "string" || typeof key === "number";
}
