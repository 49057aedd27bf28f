import * as vscode from "vscode";
import type { FoundUse } from "../../core/audit/audit.ts";
import { createAudit } from "../../core/audit/createAudit.ts";
import { findUses, isAudited } from "../../core/audit/findUses.ts";
import { findModelOfPin } from "../../core/audit/modelOfPin.ts";
import { createPathFilter } from "../../core/audit/pathFilter.ts";
import { auditBudget, readModelFacts } from "../../core/audit/readModelFacts.ts";
import { type FileReport, locateProblems } from "../../core/audit/report.ts";
import { toRepoId } from "../../core/code/check/legacyId.ts";
import type { Verdict } from "../../core/fit/verdict.ts";
import type { Model } from "../../core/model/model.ts";
import type { ModelFacts, Rules } from "../../core/policy/evaluateModel.ts";
import type { Finding } from "../../core/policy/finding.ts";
import { locatePins } from "../../core/policy/locatePins.ts";
import { lockFileName } from "../../core/policy/lock.ts";
import { policyFileName } from "../../core/policy/policy.ts";
import { readOwnSeverities } from "../language/severity.ts";
import type { AuditParts } from "./auditParts.ts";
import type { FolderAudit } from "./auditState.ts";
import { findFolderUses, listFolderFiles } from "./workspaceFiles.ts";

/** What was read of the Hub a moment ago is not asked for again. */
const freshMs = 10 * 60_000;

interface FolderReading {
	readonly folder: vscode.WorkspaceFolder;
	readonly uses: ReadonlyMap<string, readonly FoundUse[]>;
	readonly fileCount: number;
	readonly skippedFiles: number;
}

/**
 * Audits the workspace: what its files use, what is known of that, and what the rules say to it. What was read is kept, so
 * that another policy, another lock or a saved file is judged without asking for all of it again.
 */
export class WorkspaceAudit {
	readonly #parts: AuditParts;
	#readings: readonly FolderReading[] = [];
	#facts: ReadonlyMap<string, ModelFacts> = new Map();
	#pinFindings: ReadonlyMap<string, readonly Finding[]> | undefined;
	/** What IDs led to, by what was asked for. */
	readonly #canonicalIds = new Map<string, string>();
	#requests = 0;
	#atMs = 0;
	/** Audits and judgements so far: one that began earlier must not overwrite what a later one found. */
	#runs = 0;
	#rebuilds = 0;
	/** The latest judgement. */
	#rebuilding: Promise<void> | undefined;

	constructor(parts: AuditParts) {
		this.#parts = parts;
	}

	/**
	 * Reads everything anew. What stopped the Hub from being asked is given back, if anything did; `undefined`: the audit was
	 * given up, by the user or for another one that began since.
	 */
	async run(
		report: (words: string) => void,
		token: vscode.CancellationToken,
	): Promise<{ readonly stopped?: unknown } | undefined> {
		const { rules, store, settings } = this.#parts;
		this.#runs += 1;
		const run = this.#runs;
		report(vscode.l10n.t("Looking through the files"));
		await Promise.all([rules.reload(), store.ensureLoaded()]);
		const readings: FolderReading[] = [];
		for (const folder of vscode.workspace.workspaceFolders ?? []) {
			readings.push(await readFolder(folder, rules.find(folder.uri).policy.exclude, token));
		}
		const reading = new AbortController();
		const cancellation = token.onCancellationRequested(() => reading.abort());
		try {
			this.#requests = 0;
			const ids = readings.flatMap(({ uses }) => [...uses.values()].flat().map(({ id }) => toRepoId(id)));
			const { facts, stopped } = await readModelFacts(
				ids,
				{
					...(settings.isOffline ? {} : { readModel: (repoId) => this.#readModel(repoId, reading.signal) }),
					findKnown: (repoId) => this.#findKnown(repoId),
				},
				{
					budget: auditBudget,
					signal: reading.signal,
					onProgress: (done, of) => report(vscode.l10n.t("Asking the Hub: {0} of {1} models", done, of)),
				},
			);
			if (token.isCancellationRequested || run !== this.#runs) {
				return undefined;
			}
			this.#readings = readings;
			this.#facts = facts;
			this.#pinFindings = undefined;
			this.#atMs = Date.now();
			await this.rebuild();
			return stopped === undefined ? {} : { stopped };
		} finally {
			cancellation.dispose();
		}
	}

	/** Judges what was read by the rules as they are now. Once it is over, what was judged is to be seen. */
	rebuild(): Promise<void> {
		this.#rebuilding = this.#rebuild();
		return this.#rebuilding;
	}

	async #rebuild(): Promise<void> {
		if (this.#atMs === 0) {
			return;
		}
		const { fit, rules } = this.#parts;
		this.#rebuilds += 1;
		const rebuild = this.#rebuilds;
		await Promise.all([fit.ensureLoaded(), rules.ensureLoaded()]);
		const judged = await Promise.all(this.#readings.map((reading) => this.#judge(reading)));
		if (rebuild === this.#rebuilds) {
			this.#parts.auditState.set(judged);
		} else {
			await this.#rebuilding;
		}
	}

	/** Judges a file anew whose text has changed. */
	async reread(document: vscode.TextDocument): Promise<void> {
		const folder = vscode.workspace.getWorkspaceFolder(document.uri);
		const reading = this.#readings.find((each) => each.folder.uri.toString() === folder?.uri.toString());
		if (!folder || !reading) {
			return;
		}
		const path = document.uri.path.slice(folder.uri.path.replace(/\/$/, "").length + 1);
		const { exclude } = this.#parts.rules.find(folder.uri).policy;
		if (!isAudited(path) || createPathFilter(exclude)(path)) {
			return;
		}
		const uses = new Map(reading.uses);
		uses.set(path, findUses(path, document.getText()));
		this.#readings = this.#readings.map((each) => (each === reading ? { ...reading, uses } : each));
		await this.rebuild();
	}

	/** Tells what became of the pins, by repo id. */
	async setPinFindings(findings: ReadonlyMap<string, readonly Finding[]>): Promise<void> {
		this.#pinFindings = findings;
		await this.rebuild();
	}

	async #judge({ folder, uses, fileCount, skippedFiles }: FolderReading): Promise<FolderAudit> {
		const { policy, lock, policyProblems, lockProblems } = this.#parts.rules.find(folder.uri);
		const rules: Rules = {
			policy,
			today: new Date().toISOString().slice(0, 10),
			severities: readOwnSeverities(folder.uri),
			...(lock ? { lock } : {}),
		};
		const audit = createAudit({
			uses: [...uses.values()].flat(),
			facts: this.#facts,
			rules,
			...(policy.targets.length > 0 ? { judge: (model) => this.#judgeFit(model, rules) } : {}),
			fileCount,
			skippedFiles,
			requests: this.#requests,
			atMs: this.#atMs,
		});
		const problems: readonly FileReport[] = [
			...(policyProblems.length > 0
				? locateProblems(policyFileName, await readText(folder, policyFileName), policyProblems)
				: []),
			...(lockProblems.length > 0
				? locateProblems(lockFileName, await readText(folder, lockFileName), lockProblems)
				: []),
		];
		const pinFindings = this.#pinFindings;
		if (pinFindings === undefined) {
			return { folder, audit, problems };
		}
		const pinPlaces = locatePins(await readText(folder, lockFileName));
		return { folder, audit, problems, pinFindings, pinPlaces };
	}

	#judgeFit(model: Model, { policy }: Rules): readonly Verdict[] {
		const { fit, settings } = this.#parts;
		const contextTokens = policy.contextTokens ?? settings.contextTokens;
		return policy.targets.flatMap(
			(target) => fit.judge?.judgeBest(model, target, contextTokens).verdict ?? [],
		);
	}

	#findKnown(repoId: string): Model | undefined {
		const { rules, store } = this.#parts;
		return store.catalog.get(repoId) ?? findModelOfPin(rules.find(undefined).lock, repoId);
	}

	async #readModel(repoId: string, signal: AbortSignal): Promise<Model> {
		const { session, store } = this.#parts;
		const known = store.catalog.get(this.#canonicalIds.get(repoId) ?? repoId);
		const isOwn = known?.repoId === (this.#canonicalIds.get(repoId) ?? repoId);
		if (isOwn && known?.artifacts !== undefined && Date.now() - known.readAtMs < freshMs) {
			return known;
		}
		const hub = await session.connect();
		this.#requests += 1;
		const model = await hub.readModel(repoId, { signal });
		store.addModel(model);
		this.#canonicalIds.set(repoId, model.repoId);
		return model;
	}
}

async function readFolder(
	folder: vscode.WorkspaceFolder,
	exclude: readonly string[],
	token: vscode.CancellationToken,
): Promise<FolderReading> {
	const { uris, skipped } = await listFolderFiles(folder, exclude, token);
	const uses = await findFolderUses(uris, token);
	return { folder, uses: uses.byPath, fileCount: uris.size, skippedFiles: skipped + uses.skipped };
}

async function readText(folder: vscode.WorkspaceFolder, name: string): Promise<string> {
	try {
		return new TextDecoder().decode(
			await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, name)),
		);
	} catch {
		return "";
	}
}
