import * as vscode from "vscode";
import { type FindingCode, findingCodes } from "../../core/policy/findingCode.ts";
import { type Severity, severities, type ToldSeverity } from "../../core/policy/severity.ts";

/** How loud the user wants each finding, for a document. */
export function readOwnSeverities(scope: vscode.Uri): Readonly<Partial<Record<FindingCode, Severity>>> {
	const settings = vscode.workspace.getConfiguration("openModels.diagnostics", scope);
	const own: Partial<Record<FindingCode, Severity>> = {};
	for (const code of findingCodes) {
		const set = severities.find((each) => each === settings.get<unknown>(code));
		if (set !== undefined) {
			own[code] = set;
		}
	}
	return own;
}

const shown: Readonly<Record<ToldSeverity, vscode.DiagnosticSeverity>> = {
	hint: vscode.DiagnosticSeverity.Hint,
	warning: vscode.DiagnosticSeverity.Warning,
	error: vscode.DiagnosticSeverity.Error,
};

/** A severity as VS Code shows it. Where a place only likely holds a model, nothing is an error. */
export function showSeverity(severity: ToldSeverity, isLikely: boolean): vscode.DiagnosticSeverity {
	return severity === "error" && isLikely ? shown.warning : shown[severity];
}
