import * as vscode from "vscode";
import { checkUse } from "../../core/code/check/checkUse.ts";
import type { Finding, FindingCode } from "../../core/code/check/finding.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import { describeFinding } from "../words/findingWords.ts";
import { type DocumentIds, toRange } from "./documentIds.ts";
import type { IdFacts } from "./idFacts.ts";
import { readSeverity } from "./severity.ts";
import { listShownDocuments } from "./shownDocuments.ts";

/** A finding as it is shown: the diagnostic keeps what its fixes need. */
export class FindingDiagnostic extends vscode.Diagnostic {
	constructor(
		range: vscode.Range,
		severity: vscode.DiagnosticSeverity,
		readonly finding: Finding,
	) {
		super(range, describeFinding(finding), severity);
		this.source = "Open Models";
		this.code = finding.code;
	}
}

/** Keeps the diagnostics of the documents that are shown in tabs; nobody is asked for those of others. */
export class IdDiagnostics implements vscode.Disposable {
	readonly #ids: DocumentIds;
	readonly #facts: IdFacts;
	readonly #store: CatalogStore;
	readonly #collection = vscode.languages.createDiagnosticCollection("openModels");
	readonly #shown = new Map<
		string,
		{ readonly content: string; readonly diagnostics: readonly FindingDiagnostic[] }
	>();
	#refreshing: Promise<void> | undefined;
	#isAskedAgain = false;

	constructor(ids: DocumentIds, facts: IdFacts, store: CatalogStore) {
		this.#ids = ids;
		this.#facts = facts;
		this.#store = store;
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
			return;
		}
		await this.#store.ensureLoaded();
		const unknown = new Set<string>();
		for (const document of documents) {
			if (!document.isClosed) {
				this.#check(document, unknown);
				await letOthersRun();
			}
		}
		this.#facts.want(unknown);
	}

	/** What is shown where a range lies. VS Code's own copies of it no longer know what was found. */
	findIn(document: vscode.TextDocument, range: vscode.Range): readonly FindingDiagnostic[] {
		const shown = this.#shown.get(document.uri.toString());
		return shown?.diagnostics.filter((each) => each.range.intersection(range) !== undefined) ?? [];
	}

	dispose(): void {
		this.#collection.dispose();
	}

	#check(document: vscode.TextDocument, unknown: Set<string>): void {
		const diagnostics: FindingDiagnostic[] = [];
		const severities = new Map<FindingCode, vscode.DiagnosticSeverity | undefined>();
		for (const use of this.#ids.find(document)) {
			if (use.place !== "code") {
				continue;
			}
			unknown.add(use.id);
			for (const finding of checkUse(use, this.#facts.look(use.id))) {
				if (!severities.has(finding.code)) {
					severities.set(finding.code, readSeverity(finding.code, document.uri));
				}
				const severity = severities.get(finding.code);
				if (severity !== undefined) {
					const shown = finding.isLikely ? Math.max(severity, vscode.DiagnosticSeverity.Warning) : severity;
					diagnostics.push(new FindingDiagnostic(toRange(document, finding.span), shown, finding));
				}
			}
		}
		const key = document.uri.toString();
		const content = JSON.stringify(
			diagnostics.map(({ range, severity, message, finding }) => [range, severity, message, finding]),
		);
		if (this.#shown.get(key)?.content !== content) {
			this.#shown.set(key, { content, diagnostics });
			this.#collection.set(document.uri, diagnostics);
		}
	}
}

function letOthersRun(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
