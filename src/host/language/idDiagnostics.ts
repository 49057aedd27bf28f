import * as vscode from "vscode";
import { checkUse } from "../../core/code/check/checkUse.ts";
import { isEmbeddingModel, readEmbeddingDimension } from "../../core/code/check/embeddingDimension.ts";
import { findStoreDimension } from "../../core/code/check/storeDimension.ts";
import type { ModelIdUse } from "../../core/code/ids/modelIdUse.ts";
import { listAncestors } from "../../core/license/lineage.ts";
import type { Model } from "../../core/model/model.ts";
import type { ModelFacts, Rules } from "../../core/policy/evaluateModel.ts";
import type { Finding } from "../../core/policy/finding.ts";
import { readSeverity } from "../../core/policy/findingSeverity.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import { describeFinding } from "../words/findingWords.ts";
import { type DocumentIds, toRange } from "./documentIds.ts";
import type { IdFacts } from "./idFacts.ts";
import { pause } from "./pause.ts";
import { readOwnSeverities, showSeverity } from "./severity.ts";
import { listShownDocuments } from "./shownDocuments.ts";

/** Keys of someone who types come closer than this. */
const keyMs = 250;

/** Who says it, as the Problems view names it. */
export const findingSource = "Open Models";

/** A finding as it is shown, with what its fixes need. */
export class FindingDiagnostic extends vscode.Diagnostic {
	constructor(
		range: vscode.Range,
		readonly use: ModelIdUse,
		readonly finding: Finding,
	) {
		super(
			range,
			describeFinding(finding, use.id),
			showSeverity(finding.severity, use.confidence === "likely"),
		);
		this.source = findingSource;
		this.code = finding.code;
	}
}

/** Keeps the diagnostics of the documents that are shown in tabs; nobody is asked for those of others. */
export class IdDiagnostics implements vscode.Disposable {
	readonly #ids: DocumentIds;
	readonly #facts: IdFacts;
	readonly #store: CatalogStore;
	readonly #judge: ModelJudge;
	readonly #rules: RuleStore;
	readonly #collection = vscode.languages.createDiagnosticCollection("openModels");
	readonly #shown = new Map<
		string,
		{ readonly version: number; readonly content: string; readonly diagnostics: readonly FindingDiagnostic[] }
	>();
	#refreshing: Promise<void> | undefined;
	#isAskedAgain = false;

	constructor(ids: DocumentIds, facts: IdFacts, store: CatalogStore, judge: ModelJudge, rules: RuleStore) {
		this.#ids = ids;
		this.#facts = facts;
		this.#store = store;
		this.#judge = judge;
		this.#rules = rules;
	}

	/** Brings the diagnostics of all shown documents up to what is known, and asks for what is not. One run at a time. */
	async refresh(): Promise<void> {
		if (this.#refreshing !== undefined) {
			this.#isAskedAgain = true;
			return this.#refreshing;
		}
		this.#refreshing = this.#refreshAll();
		try {
			await this.#refreshing;
		} finally {
			this.#refreshing = undefined;
		}
		if (this.#isAskedAgain) {
			this.#isAskedAgain = false;
			await this.refresh();
		}
	}

	async #refreshAll(): Promise<void> {
		const documents = listShownDocuments();
		const shown = new Set(documents.map(({ uri }) => uri.toString()));
		for (const key of this.#shown.keys()) {
			if (!shown.has(key)) {
				this.#shown.delete(key);
				this.#collection.delete(vscode.Uri.parse(key));
			}
		}
		if (documents.every((document) => this.#ids.find(document).length === 0)) {
			this.#collection.clear();
			this.#shown.clear();
			this.#facts.want(new Set());
			return;
		}
		await Promise.all([this.#store.ensureLoaded(), this.#rules.ensureLoaded()]);
		const unknown = new Set<string>();
		for (const document of documents) {
			if (!document.isClosed) {
				this.#check(document, unknown);
				await letOthersRun();
			}
		}
		this.#facts.want(unknown);
	}

	/**
	 * What is shown where a range lies. VS Code's own copies of it no longer know what was found. It asks at every key: a text that
	 * has changed is looked at when no other key comes.
	 */
	async findIn(
		document: vscode.TextDocument,
		range: vscode.Range,
		token: vscode.CancellationToken,
	): Promise<readonly FindingDiagnostic[]> {
		const key = document.uri.toString();
		const isOutdated = (): boolean =>
			this.#shown.has(key) && this.#shown.get(key)?.version !== document.version;
		if (isOutdated() && (await pause(keyMs, token)) && isOutdated()) {
			this.#check(document, new Set());
		}
		const shown = isOutdated() ? undefined : this.#shown.get(key);
		return shown?.diagnostics.filter((each) => each.range.intersection(range) !== undefined) ?? [];
	}

	dispose(): void {
		this.#collection.dispose();
	}

	#check(document: vscode.TextDocument, unknown: Set<string>): void {
		const uses = this.#ids.find(document).filter(({ place }) => place === "code");
		const { policy, lock } = this.#rules.find(document.uri);
		const rules: Rules = {
			policy,
			...(lock === undefined ? {} : { lock }),
			today: new Date().toISOString().slice(0, 10),
			severities: readOwnSeverities(document.uri),
		};
		const storeDimension = uses.length === 0 ? undefined : findStoreDimension(document.getText());
		const diagnostics: FindingDiagnostic[] = [];
		for (const use of uses) {
			unknown.add(use.id);
			const facts = this.#facts.look(use.id);
			if (facts.status === "known" && needsShape(facts.model, storeDimension, policy)) {
				this.#facts.wantShape(facts.model);
			}
			if (facts.status === "known" && readSeverity("securityIssues", policy, rules.severities) !== "off") {
				this.#facts.wantScan(facts.model);
			}
			for (const finding of checkUse(use, this.#complete(facts, storeDimension, policy), rules)) {
				diagnostics.push(new FindingDiagnostic(toRange(document, use), use, finding));
			}
		}
		const key = document.uri.toString();
		const content = JSON.stringify(
			diagnostics.map(({ range, severity, message, finding }) => [range, severity, message, finding]),
		);
		const isNews = this.#shown.get(key)?.content !== content;
		this.#shown.set(key, { version: document.version, content, diagnostics });
		if (isNews) {
			this.#collection.set(document.uri, diagnostics);
		}
	}

	/** What the catalog and the targets say beside the Hub's own facts. */
	#complete(facts: ModelFacts, storeDimension: number | undefined, policy: Policy): ModelFacts {
		if (facts.status !== "known") {
			return facts;
		}
		const { model } = facts;
		return {
			...facts,
			ancestors: listAncestors(model, (repoId) => this.#store.catalog.get(repoId)),
			...readDimensions(model, storeDimension),
			verdicts: this.#judge.judge(model, policy).map(({ verdict }) => verdict),
		};
	}
}

/** Whether its configuration would tell what the store or the policy asks of a model. */
function needsShape(model: Model, storeDimension: number | undefined, policy: Policy): boolean {
	return isEmbeddingModel(model)
		? (storeDimension ?? policy.embeddingDimension) !== undefined
		: policy.contextTokens !== undefined && model.contextLength === undefined;
}

function readDimensions(
	model: Model,
	storeDimension: number | undefined,
): { readonly embeddingDimension?: number; readonly storeDimension?: number } {
	const embeddingDimension = readEmbeddingDimension(model);
	return {
		...(embeddingDimension === undefined ? {} : { embeddingDimension }),
		...(storeDimension === undefined ? {} : { storeDimension }),
	};
}

function letOthersRun(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
