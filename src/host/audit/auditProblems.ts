import * as vscode from "vscode";
import type { Finding } from "../../core/policy/finding.ts";
import type { PinPlace } from "../../core/policy/locatePins.ts";
import { lockFileName } from "../../core/policy/lock.ts";
import { showSeverity } from "../language/severity.ts";
import { listShownDocuments } from "../language/shownDocuments.ts";
import { describeFileProblem } from "../words/auditWords.ts";
import { describeFinding } from "../words/findingWords.ts";
import type { AuditState, FolderAudit } from "./auditState.ts";

/** Shows an audit among the Problems: all that is in files which are not open, and so not checked as they are typed. */
export class AuditProblems implements vscode.Disposable {
	readonly #state: AuditState;
	readonly #collection = vscode.languages.createDiagnosticCollection("openModelsAudit");
	readonly #subscriptions: vscode.Disposable;

	constructor(state: AuditState) {
		this.#state = state;
		this.#subscriptions = vscode.Disposable.from(
			this.#collection,
			state.onDidChange(() => this.#show()),
			vscode.window.tabGroups.onDidChangeTabs(() => this.#show()),
		);
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	#show(): void {
		const shown = new Set(listShownDocuments().map(({ uri }) => uri.toString()));
		const entries = (this.#state.folders ?? []).flatMap((folder) => [...listFolder(folder)]);
		this.#collection.clear();
		this.#collection.set(
			entries
				.filter(([uri, , isRuleFile]) => isRuleFile || !shown.has(uri.toString()))
				.map(([uri, found]) => [uri, [...found]]),
		);
	}
}

type Entry = readonly [uri: vscode.Uri, found: readonly vscode.Diagnostic[], isRuleFile: boolean];

function* listFolder({ folder, audit, problems, pinFindings, pinPlaces }: FolderAudit): Generator<Entry> {
	const byPath = new Map<string, vscode.Diagnostic[]>();
	const add = (path: string, diagnostic: vscode.Diagnostic): void => {
		byPath.set(path, [...(byPath.get(path) ?? []), diagnostic]);
	};
	for (const { uses } of audit.models) {
		for (const use of uses) {
			const range = new vscode.Range(
				use.line - 1,
				use.column - 1,
				use.line - 1,
				use.column - 1 + use.id.length,
			);
			for (const finding of use.findings.filter(({ exception }) => exception === undefined)) {
				add(use.path, createDiagnostic(range, finding, use.id));
			}
		}
	}
	for (const [path, found] of byPath) {
		yield [vscode.Uri.joinPath(folder.uri, path), found, false];
	}
	const inRules = new Map<string, vscode.Diagnostic[]>();
	for (const { path, line, column, problem } of problems) {
		const range = new vscode.Range(
			line - 1,
			column - 1,
			line - 1,
			column - 1 + (problem.end - problem.start),
		);
		const diagnostic = new vscode.Diagnostic(
			range,
			describeFileProblem(problem),
			vscode.DiagnosticSeverity.Warning,
		);
		diagnostic.source = "Open Models";
		inRules.set(path, [...(inRules.get(path) ?? []), diagnostic]);
	}
	for (const [repoId, findings] of pinFindings ?? []) {
		const found = findings.map((finding) =>
			createDiagnostic(toRange(pinPlaces?.get(repoId)), finding, repoId),
		);
		if (found.length > 0) {
			inRules.set(lockFileName, [...(inRules.get(lockFileName) ?? []), ...found]);
		}
	}
	for (const [path, found] of inRules) {
		yield [vscode.Uri.joinPath(folder.uri, path), found, true];
	}
}

function toRange({ line, column, length }: PinPlace = { line: 1, column: 1, length: 0 }): vscode.Range {
	return new vscode.Range(line - 1, column - 1, line - 1, column - 1 + length);
}

function createDiagnostic(range: vscode.Range, finding: Finding, id: string): vscode.Diagnostic {
	const words = describeFinding(finding, id);
	const diagnostic = new vscode.Diagnostic(
		range,
		words.includes(id) ? words : `${id}: ${words}`,
		showSeverity(finding.severity, false),
	);
	diagnostic.source = "Open Models";
	diagnostic.code = finding.code;
	return diagnostic;
}
