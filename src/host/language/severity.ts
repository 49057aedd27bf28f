import * as vscode from "vscode";
import type { FindingCode } from "../../core/code/check/finding.ts";

const severities: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
	hint: vscode.DiagnosticSeverity.Hint,
	warning: vscode.DiagnosticSeverity.Warning,
	error: vscode.DiagnosticSeverity.Error,
};

/** How a finding is shown, by its setting; `undefined`: not at all. */
export function readSeverity(code: FindingCode, scope: vscode.Uri): vscode.DiagnosticSeverity | undefined {
	const set = vscode.workspace.getConfiguration("openModels.diagnostics", scope).get<unknown>(code);
	return typeof set === "string" ? severities[set] : undefined;
}
