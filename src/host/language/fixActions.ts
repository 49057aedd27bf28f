import * as vscode from "vscode";
import { isCommit } from "../../core/policy/lock.ts";
import { toRange } from "./documentIds.ts";
import type { FindingDiagnostic } from "./idDiagnostics.ts";

/** Asks for the reason of an exception; only fixes call it. */
export const exceptionCommand = "openModels.language.addException";

/** A fix without what it does. */
export function createFix(diagnostic: FindingDiagnostic, title: string): vscode.CodeAction {
	const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	fix.diagnostics = [diagnostic];
	return fix;
}

/** Puts another ID in the place of one. A commit beside it is the former model's: of another model it becomes `main`. */
export function replaceId(
	document: vscode.TextDocument,
	diagnostic: FindingDiagnostic,
	repoId: string,
	options: { readonly isPreferred?: boolean; readonly isSameModel?: boolean },
): vscode.CodeAction {
	const fix = createFix(diagnostic, vscode.l10n.t("Write “{0}”", repoId));
	const { revision, revisionSpan } = diagnostic.use;
	fix.edit = new vscode.WorkspaceEdit();
	fix.edit.replace(document.uri, diagnostic.range, repoId);
	if (options.isSameModel !== true && revision !== undefined && revisionSpan && isCommit(revision)) {
		fix.edit.replace(document.uri, toRange(document, revisionSpan), "main");
	}
	fix.isPreferred = options.isPreferred === true;
	return fix;
}

/** Calls a command. */
export function runCommand(
	diagnostic: FindingDiagnostic,
	title: string,
	command: string,
	...given: readonly unknown[]
): vscode.CodeAction {
	const fix = createFix(diagnostic, title);
	fix.command = { command, title, arguments: [...given] };
	return fix;
}
