import * as vscode from "vscode";
import { findingCodes } from "../../core/policy/findingCode.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { addPolicyException } from "./addPolicyException.ts";
import { DocumentIds } from "./documentIds.ts";
import { exceptionCommand } from "./fixActions.ts";
import { IdCompletions } from "./idCompletions.ts";
import { IdDiagnostics } from "./idDiagnostics.ts";
import { IdFacts } from "./idFacts.ts";
import { IdFixes } from "./idFixes.ts";
import { IdHovers } from "./idHovers.ts";
import { TypeAhead } from "./typeAhead.ts";

/** What the language features work with. */
export interface LanguageParts {
	readonly session: HubSession;
	readonly secrets: Secrets;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly fit: FitSource;
	readonly targets: TargetStore;
	readonly rules: RuleStore;
	readonly log: Log;
}

/** The language features at work; loaded when a document with one of their languages has been looked at for a moment. */
export class LanguageRoom implements vscode.Disposable {
	readonly completions: IdCompletions;
	readonly hovers: IdHovers;
	readonly fixes: IdFixes;
	readonly diagnostics: IdDiagnostics;
	readonly #outdated = new vscode.EventEmitter<void>();
	/** What diagnostics rest on has changed. */
	readonly onDidOutdate = this.#outdated.event;
	readonly #subscription: vscode.Disposable;

	constructor({ session, secrets, store, judge, fit, targets, rules, log }: LanguageParts) {
		const ids = new DocumentIds();
		const facts = new IdFacts(session, secrets, store, log);
		const typeAhead = new TypeAhead(session, log);
		this.completions = new IdCompletions(store, judge, fit, typeAhead);
		this.hovers = new IdHovers(ids, facts, judge, fit, session, log);
		this.diagnostics = new IdDiagnostics(ids, facts, store, judge, rules);
		this.fixes = new IdFixes({ diagnostics: this.diagnostics, facts, store, judge, rules, session, log });
		const outdate = (): void => this.#outdated.fire();
		this.#subscription = vscode.Disposable.from(
			this.#outdated,
			facts,
			typeAhead,
			this.diagnostics,
			facts.onDidChange(outdate),
			targets.onDidChange(outdate),
			rules.onDidChange(outdate),
			fit.onDidLoad(outdate),
			vscode.commands.registerCommand(
				exceptionCommand,
				(document: unknown, model: unknown, code: unknown) => {
					const isKnown = findingCodes.find((each) => each === code);
					return document instanceof vscode.Uri && typeof model === "string" && isKnown !== undefined
						? addPolicyException({ document, model, code: isKnown }, rules)
						: undefined;
				},
			),
		);
	}

	dispose(): void {
		this.#subscription.dispose();
	}
}
