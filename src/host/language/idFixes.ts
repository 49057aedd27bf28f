import * as vscode from "vscode";
import { planPin } from "../../core/code/check/planPin.ts";
import { findSimilarIds } from "../../core/code/check/similarIds.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import type { FindingCode } from "../../core/policy/findingCode.ts";
import { logProblem, reportProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import { readDocumentLanguage, toRange } from "./documentIds.ts";
import { createFix, exceptionCommand, replaceId, runCommand } from "./fixActions.ts";
import type { FindingDiagnostic, IdDiagnostics } from "./idDiagnostics.ts";
import type { IdFacts } from "./idFacts.ts";
import { listSubstitutes } from "./substitutes.ts";

const mostSimilar = 4;
/** Of these a policy cannot say that they are all right: they are wrong in the code. */
const withoutException: ReadonlySet<FindingCode> = new Set(["notFound", "renamed", "pinDiffers"]);

/** A pin whose commit is asked for when the fix is chosen. */
class PinFix extends vscode.CodeAction {
	constructor(
		readonly document: vscode.TextDocument,
		readonly diagnostic: FindingDiagnostic,
	) {
		super(vscode.l10n.t("Pin to its present commit"), vscode.CodeActionKind.QuickFix);
		this.diagnostics = [diagnostic];
	}
}

/** What fixes work with. */
export interface FixParts {
	readonly diagnostics: IdDiagnostics;
	readonly facts: IdFacts;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly rules: RuleStore;
	readonly session: HubSession;
	readonly log: Log;
}

/** Quick fixes of what was found wrong with an ID. */
export class IdFixes implements vscode.CodeActionProvider {
	readonly #parts: FixParts;

	constructor(parts: FixParts) {
		this.#parts = parts;
	}

	async provideCodeActions(
		document: vscode.TextDocument,
		range: vscode.Range,
		_context: vscode.CodeActionContext,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeAction[]> {
		const found = await this.#parts.diagnostics.findIn(document, range, token);
		const fixes = await Promise.all(found.map((each) => this.#listFixes(document, each, token)));
		const exceptions = found
			.filter(({ finding }) => !withoutException.has(finding.code))
			.map((each) => this.#createException(document, each));
		return [...fixes.flat(), ...exceptions];
	}

	/** Finds out the commit of a pin, which nobody is asked for before it is wanted. */
	async resolveCodeAction(
		action: vscode.CodeAction,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeAction> {
		if (!(action instanceof PinFix)) {
			return action;
		}
		const { document, diagnostic } = action;
		const asking = new AbortController();
		const cancellation = token.onCancellationRequested(() => asking.abort());
		try {
			const commit = await this.#parts.facts.readCommit(diagnostic.use.id, asking.signal);
			const plan = commit === undefined ? undefined : planOf(document, diagnostic, commit);
			if (plan !== undefined) {
				action.edit = new vscode.WorkspaceEdit();
				action.edit.replace(document.uri, toRange(document, plan), plan.newText);
			}
		} catch (error) {
			await reportProblem(error, this.#parts.log);
		} finally {
			cancellation.dispose();
		}
		return action;
	}

	async #listFixes(
		document: vscode.TextDocument,
		diagnostic: FindingDiagnostic,
		token: vscode.CancellationToken,
	): Promise<vscode.CodeAction[]> {
		const { finding, use } = diagnostic;
		switch (finding.code) {
			case "renamed":
				return [replaceId(document, diagnostic, finding.to, { isPreferred: true, isSameModel: true })];
			case "notFound": {
				const similar = await this.#findSimilar(use.id, token);
				return similar.map((id, index) => replaceId(document, diagnostic, id, { isPreferred: index === 0 }));
			}
			case "gated":
				return [
					runCommand(diagnostic, vscode.l10n.t("Ask for access on the Hub"), "openModels.openOnHub", use.id),
					...(finding.hasAccess === undefined
						? [runCommand(diagnostic, vscode.l10n.t("Sign in with a Hub token"), "openModels.signIn")]
						: []),
				];
			case "hasSuccessor":
				return [replaceId(document, diagnostic, finding.successor, { isPreferred: true })];
			case "notPinned": {
				const canPin = planOf(document, diagnostic, "0".repeat(40)) !== undefined;
				return canPin ? [new PinFix(document, diagnostic)] : [];
			}
			case "pinDiffers":
				return finding.locked.flatMap((commit) => this.#pinTo(document, diagnostic, commit));
			default: {
				const model = this.#findModel(use.id);
				const { catalog } = this.#parts.store;
				return model === undefined
					? []
					: listSubstitutes(
							finding,
							model,
							catalog.query({ sort: "downloads" }).models,
							this.#parts.judge,
							this.#parts.rules.find(document.uri).policy,
						).map(({ repoId }) => replaceId(document, diagnostic, repoId, {}));
			}
		}
	}

	#pinTo(
		document: vscode.TextDocument,
		diagnostic: FindingDiagnostic,
		commit: string,
	): readonly vscode.CodeAction[] {
		const plan = planOf(document, diagnostic, commit);
		if (plan === undefined) {
			return [];
		}
		const fix = createFix(diagnostic, vscode.l10n.t("Pin to {0}, as in the lock", commit.slice(0, 8)));
		fix.edit = new vscode.WorkspaceEdit();
		fix.edit.replace(document.uri, toRange(document, plan), plan.newText);
		return [fix];
	}

	#createException(document: vscode.TextDocument, diagnostic: FindingDiagnostic): vscode.CodeAction {
		const { finding, use } = diagnostic;
		const model = this.#findModel(use.id)?.repoId ?? use.id;
		return runCommand(
			diagnostic,
			vscode.l10n.t("Add an exception to the policy…"),
			exceptionCommand,
			document.uri,
			model,
			finding.code,
		);
	}

	#findModel(id: string): Model | undefined {
		const known = this.#parts.facts.look(id);
		return known.status === "known" ? known.model : undefined;
	}

	/** IDs that may have been meant: what we know, and what the Hub suggests for the name. */
	async #findSimilar(id: string, token: vscode.CancellationToken): Promise<readonly string[]> {
		const { session, store, log } = this.#parts;
		const asking = new AbortController();
		const cancellation = token.onCancellationRequested(() => asking.abort());
		let suggested: readonly string[] = [];
		try {
			const hub = await session.connect();
			const name = id.slice(id.lastIndexOf("/") + 1);
			suggested = await hub.suggestRepoIds(name, { signal: asking.signal, limit: 20 });
		} catch (error) {
			if (!isHubError(error, "offline")) {
				logProblem(error, log);
			}
		} finally {
			cancellation.dispose();
		}
		const known = store.catalog.query({ sort: "downloads" }).models.map(({ repoId }) => repoId);
		return findSimilarIds(id, [...suggested, ...known]).slice(0, mostSimilar);
	}
}

function planOf(document: vscode.TextDocument, diagnostic: FindingDiagnostic, commit: string) {
	const language = readDocumentLanguage(document);
	return language === undefined
		? undefined
		: planPin(diagnostic.use, { text: document.getText(), ...language }, commit);
}
