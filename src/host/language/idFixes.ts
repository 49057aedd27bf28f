import * as vscode from "vscode";
import { findSimilarIds } from "../../core/code/check/similarIds.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { FindingDiagnostic, IdDiagnostics } from "./idDiagnostics.ts";

const mostSimilar = 4;

/** Quick fixes of what was found wrong with an ID. */
export class IdFixes implements vscode.CodeActionProvider {
	readonly #diagnostics: IdDiagnostics;
	readonly #store: CatalogStore;
	readonly #session: HubSession;
	readonly #log: Log;

	constructor(diagnostics: IdDiagnostics, store: CatalogStore, session: HubSession, log: Log) {
		this.#diagnostics = diagnostics;
		this.#store = store;
		this.#session = session;
		this.#log = log;
	}

	async provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		_context: vscode.CodeActionContext,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeAction[]> {
		const found = this.#diagnostics.findIn(document, range);
		const fixes = await Promise.all(found.map((each) => this.#listFixes(document, each, token)));
		return fixes.flat();
	}

	async #listFixes(
		document: vscode.TextDocument,
		diagnostic: FindingDiagnostic,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeAction[]> {
		const { finding } = diagnostic;
		switch (finding.code) {
			case "renamed":
				return [replaceId(document, diagnostic, finding.to, true)];
			case "notFound": {
				const similar = await this.#findSimilar(diagnostic.use.id, token);
				return similar.map((repoId, index) => replaceId(document, diagnostic, repoId, index === 0));
			}
			case "gated":
				return [
					runCommand(
						diagnostic,
						vscode.l10n.t("Ask for access on the Hub"),
						"openModels.openOnHub",
						diagnostic.use.id,
					),
					...(finding.hasAccess === undefined
						? [runCommand(diagnostic, vscode.l10n.t("Sign in with a Hub token"), "openModels.signIn")]
						: []),
				];
			default:
				return [];
		}
	}

	/** IDs that may have been meant: what we know, and what the Hub suggests for the name. */
	async #findSimilar(id: string, token: vscode.CancellationToken): Promise<readonly string[]> {
		const asking = new AbortController();
		const cancellation = token.onCancellationRequested(() => asking.abort());
		const { signal } = asking;
		const { catalog } = this.#store;
		let suggested: readonly string[] = [];
		try {
			const hub = await this.#session.connect();
			const name = id.slice(id.lastIndexOf("/") + 1);
			suggested = await hub.suggestRepoIds(name, { signal, limit: 20 });
		} catch (error) {
			logProblem(error, this.#log);
		} finally {
			cancellation.dispose();
		}
		const known = catalog.query({ sort: "downloads" }).models.map(({ repoId }) => repoId);
		return findSimilarIds(id, [...suggested, ...known]).slice(0, mostSimilar);
	}
}

function replaceId(
	document: vscode.TextDocument,
	diagnostic: FindingDiagnostic,
	repoId: string,
	isPreferred: boolean,
): vscode.CodeAction {
	const fix = new vscode.CodeAction(vscode.l10n.t("Write “{0}”", repoId), vscode.CodeActionKind.QuickFix);
	fix.edit = new vscode.WorkspaceEdit();
	fix.edit.replace(document.uri, diagnostic.range, repoId);
	fix.diagnostics = [diagnostic];
	fix.isPreferred = isPreferred;
	return fix;
}

function runCommand(
	diagnostic: FindingDiagnostic,
	title: string,
	command: string,
	...given: readonly unknown[]
): vscode.CodeAction {
	const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	fix.command = { command, title, arguments: [...given] };
	fix.diagnostics = [diagnostic];
	return fix;
}
