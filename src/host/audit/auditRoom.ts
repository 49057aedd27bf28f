import * as vscode from "vscode";
import { checkPin, pinModels } from "../../core/audit/pinModels.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Finding, FindingDetails } from "../../core/policy/finding.ts";
import { readSeverity } from "../../core/policy/findingSeverity.ts";
import { formatLock } from "../../core/policy/formatLock.ts";
import { type LockedModel, lockFileName } from "../../core/policy/lock.ts";
import { describeProblem, logProblem } from "../errors.ts";
import { formatCount } from "../words/numbers.ts";
import type { AuditParts } from "./auditParts.ts";
import { AuditProblems } from "./auditProblems.ts";
import { WorkspaceAudit } from "./workspaceAudit.ts";

/** Audits, pins and checks, each with progress and a way out; loaded with the first of them. */
export class AuditRoom implements vscode.Disposable {
	readonly #parts: AuditParts;
	readonly #audit: WorkspaceAudit;
	readonly #subscriptions: vscode.Disposable;

	constructor(parts: AuditParts) {
		this.#parts = parts;
		this.#audit = new WorkspaceAudit(parts);
		const notice = (work: Promise<void>): void => {
			work.catch((error) => logProblem(error, parts.log));
		};
		this.#subscriptions = vscode.Disposable.from(
			new AuditProblems(parts.auditState),
			parts.rules.onDidChange(() => notice(this.#audit.rebuild())),
			vscode.workspace.onDidSaveTextDocument((document) => notice(this.#audit.reread(document))),
		);
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	/** Reads the workspace anew. Whether it was read to the end. */
	async audit(): Promise<boolean> {
		if (!(vscode.workspace.workspaceFolders ?? []).length) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t("There is no folder open whose models could be audited."),
			);
			return false;
		}
		const outcome = await withProgress(vscode.l10n.t("Auditing models"), (report, token) =>
			this.#audit.run(report, token),
		);
		if (outcome?.stopped !== undefined) {
			logProblem(outcome.stopped, this.#parts.log);
			const problem = describeProblem(outcome.stopped);
			void vscode.window.showWarningMessage(
				vscode.l10n.t("Not every model could be checked. {0}", problem?.words ?? ""),
			);
		}
		return outcome !== undefined;
	}

	/** Pins every model that is used and has no pin yet, in the lock of its folder. */
	async pinAll(): Promise<void> {
		if (!this.#parts.auditState.folders && !(await this.audit())) {
			return;
		}
		const { auditState, rules } = this.#parts;
		const today = new Date().toISOString().slice(0, 10);
		let count = 0;
		const failed: string[] = [];
		const isDone = await withProgress(vscode.l10n.t("Pinning models"), async (_, token) => {
			for (const { folder, audit } of auditState.folders ?? []) {
				const lock = rules.find(folder.uri).lock ?? { models: [] };
				const reading = new AbortController();
				token.onCancellationRequested(() => reading.abort());
				const pinning = await pinModels(audit.models, lock, this.#readPinned, today, reading.signal);
				for (const { repoId, error } of pinning.failed) {
					failed.push(repoId);
					logProblem(error, this.#parts.log);
				}
				count += pinning.lock.models.length;
				if (pinning.lock.models.length > 0 || lock.models.length > 0) {
					const text = new TextEncoder().encode(formatLock(pinning.lock));
					await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, lockFileName), text);
				}
			}
			return true;
		});
		if (!isDone) {
			return;
		}
		await rules.reload();
		await this.#audit.rebuild();
		void vscode.window.showInformationMessage(
			failed.length === 0
				? vscode.l10n.t("Models pinned in openmodels.lock: {0}.", formatCount(count))
				: vscode.l10n.t(
						"Models pinned in openmodels.lock: {0}. These could not be pinned: {1}.",
						formatCount(count),
						failed.join(", "),
					),
		);
	}

	/** Asks the Hub what became of the pinned models. */
	async checkPins(): Promise<void> {
		const { rules, auditState } = this.#parts;
		await rules.ensureLoaded();
		const pinned = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
			const { lock, policy } = rules.find(uri);
			return (lock?.models ?? []).map((pin) => ({ pin, policy }));
		});
		if (pinned.length === 0) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t("No model is pinned: there is no openmodels.lock with one in it."),
			);
			return;
		}
		if (!auditState.folders && !(await this.audit())) {
			return;
		}
		const found = new Map<string, readonly Finding[]>();
		const isDone = await withProgress(vscode.l10n.t("Checking pinned models"), async (report, token) => {
			const reading = new AbortController();
			token.onCancellationRequested(() => reading.abort());
			for (const [index, { pin, policy }] of pinned.entries()) {
				report(vscode.l10n.t("{0} of {1}", index + 1, pinned.length));
				const details = await this.#checkOne(pin, reading.signal);
				const findings = details.flatMap((each): Finding[] => {
					const severity = readSeverity(each.code, policy);
					return severity === "off" ? [] : [{ ...each, severity }];
				});
				found.set(pin.id, [...(found.get(pin.id) ?? []), ...findings]);
			}
			return true;
		});
		if (!isDone) {
			return;
		}
		await this.#audit.setPinFindings(found);
		const changed = [...found.values()].filter((findings) => findings.length > 0).length;
		void vscode.window.showInformationMessage(
			changed === 0
				? vscode.l10n.t("Nothing has changed of {0} pinned models.", formatCount(found.size))
				: vscode.l10n.t(
						"Pinned models that changed: {1} of {0}. What changed is in the view and among the Problems.",
						formatCount(found.size),
						formatCount(changed),
					),
		);
	}

	readonly #readPinned = async (repoId: string, revision: string | undefined, signal: AbortSignal) => {
		const hub = await this.#parts.session.connect();
		return hub.readPinned(repoId, { signal, ...(revision === undefined ? {} : { revision }) });
	};

	async #checkOne(pin: LockedModel, signal: AbortSignal): Promise<readonly FindingDetails[]> {
		return checkPin(pin, this.#readPinned, signal);
	}
}

/** Runs work that can be cancelled; `undefined` when it was, and what else goes wrong is thrown. */
async function withProgress<Outcome>(
	title: string,
	work: (report: (words: string) => void, token: vscode.CancellationToken) => Promise<Outcome>,
): Promise<Outcome | undefined> {
	const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
	return vscode.window.withProgress(options, async (progress, token) => {
		try {
			return await work((message) => progress.report({ message }), token);
		} catch (error) {
			if (token.isCancellationRequested || isHubError(error, "cancelled")) {
				return undefined;
			}
			throw error;
		}
	});
}
