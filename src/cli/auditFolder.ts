import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Audit } from "../core/audit/audit.ts";
import { createAudit } from "../core/audit/createAudit.ts";
import { findUses } from "../core/audit/findUses.ts";
import { findModelOfPin } from "../core/audit/modelOfPin.ts";
import { auditBudget, readModelFacts } from "../core/audit/readModelFacts.ts";
import { type FileReport, locateProblems } from "../core/audit/report.ts";
import { toRepoId } from "../core/code/check/legacyId.ts";
import { FitJudge } from "../core/fit/fitJudge.ts";
import { readSupportTable } from "../core/fit/support/supportTable.ts";
import { HubClient } from "../core/hub/hubClient.ts";
import type { Model } from "../core/model/model.ts";
import { type Lock, lockFileName } from "../core/policy/lock.ts";
import { parseRules } from "../core/policy/parseRules.ts";
import { type Policy, policyFileName } from "../core/policy/policy.ts";
import type { AuditOptions } from "./auditOptions.ts";
import { findRoot, listFiles } from "./listFiles.ts";

/** An audit of a folder, with what is wrong in its policy and lock. */
export interface FolderAudit {
	readonly name: string;
	readonly audit: Audit;
	readonly problems: readonly FileReport[];
	/** Why the Hub could not be asked about all of it. */
	readonly stopped?: unknown;
}

const defaultContextTokens = 8192;

/** Audits a folder or a file. Throws where files cannot be read. */
export async function auditFolder(options: AuditOptions, version: string): Promise<FolderAudit> {
	const root = await findRoot(options.path);
	const { policy, lock, problems } = await readRules(root.folder);
	const { paths, skipped } = await listFiles(root, policy.exclude);
	const uses = [];
	for (const path of paths) {
		uses.push(...findUses(path, await readFile(join(root.folder, path), "utf8")));
	}
	const hub = createHub(options.endpoint, version);
	const { signal } = new AbortController();
	const { facts, requests, stopped } = await readModelFacts(
		uses.map(({ id }) => toRepoId(id)),
		{
			...(options.isOffline
				? {}
				: { readModel: (repoId: string): Promise<Model> => hub.readModel(repoId, { signal }) }),
			findKnown: (repoId) => findModelOfPin(lock, repoId),
		},
		{ budget: auditBudget, signal },
	);
	const nowMs = Date.now();
	const audit = createAudit({
		uses,
		facts,
		rules: { policy, today: new Date(nowMs).toISOString().slice(0, 10), ...(lock ? { lock } : {}) },
		...(policy.targets.length > 0 ? { judge: createJudge(policy) } : {}),
		fileCount: paths.length,
		skippedFiles: skipped,
		requests,
		atMs: nowMs,
	});
	const name = basename(resolve(root.folder)) || "/";
	return { name, audit, problems, ...(stopped === undefined ? {} : { stopped }) };
}

interface ReadRules {
	readonly policy: Policy;
	readonly lock?: Lock;
	readonly problems: readonly FileReport[];
}

async function readRules(folder: string): Promise<ReadRules> {
	const policyText = await readIfThere(join(folder, policyFileName));
	const lockText = await readIfThere(join(folder, lockFileName));
	const { policyProblems, lockProblems, ...rules } = parseRules(policyText, lockText);
	return {
		...rules,
		problems: [
			...locateProblems(policyFileName, policyText ?? "", policyProblems),
			...locateProblems(lockFileName, lockText ?? "", lockProblems),
		],
	};
}

async function readIfThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") {
			return undefined;
		}
		throw error;
	}
}

function createHub(endpoint: string, version: string): HubClient {
	return new HubClient({
		endpoint,
		fetch: globalThis.fetch,
		readToken: async () => process.env["HF_TOKEN"] || undefined,
		now: () => Date.now(),
		sleep: async (ms, signal) => {
			await wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
		},
		random: () => Math.random(),
		userAgent: `open-models-cli/${version}`,
	});
}

function createJudge(policy: Policy) {
	const judge = new FitJudge(readSupportTable());
	const contextTokens = policy.contextTokens ?? defaultContextTokens;
	return (model: Model) =>
		policy.targets.map((target) => judge.judgeBest(model, target, contextTokens).verdict);
}
