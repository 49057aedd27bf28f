import * as vscode from "vscode";
import { addException } from "../../core/policy/addException.ts";
import type { FindingCode } from "../../core/policy/findingCode.ts";
import { policyFileName } from "../../core/policy/policy.ts";
import type { RuleStore } from "../state/ruleStore.ts";

/** What an exception is asked for. */
export interface ExceptionRequest {
	readonly document: vscode.Uri;
	readonly model: string;
	readonly code: FindingCode;
}

/** Asks why a finding is all right for a model, and writes it into the policy of the document's folder. */
export async function addPolicyException(request: ExceptionRequest, rules: RuleStore): Promise<void> {
	const folder =
		vscode.workspace.getWorkspaceFolder(request.document) ?? vscode.workspace.workspaceFolders?.[0];
	if (folder === undefined) {
		await vscode.window.showWarningMessage(
			vscode.l10n.t("An exception stands in the policy of a folder; open one first."),
		);
		return;
	}
	const reason = await vscode.window.showInputBox({
		title: vscode.l10n.t("Allow {0} in this folder", request.model),
		prompt: vscode.l10n.t("Why is it all right? The reason stands in {0}.", policyFileName),
		validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("An exception needs a reason.") : undefined),
	});
	if (reason === undefined || reason.trim() === "") {
		return;
	}
	const uri = rules.find(request.document).policyUri ?? vscode.Uri.joinPath(folder.uri, policyFileName);
	const exception = {
		model: request.model,
		findings: [request.code],
		reason: reason.trim(),
		date: new Date().toISOString().slice(0, 10),
	};
	await writePolicy(uri, (text) => addException(text, exception));
	await rules.reload();
}

/** Changes a file as an editor does, so that what is typed and not saved is kept, and can be undone. */
async function writePolicy(uri: vscode.Uri, change: (text: string) => string): Promise<void> {
	const isThere = await vscode.workspace.fs.stat(uri).then(
		() => true,
		() => false,
	);
	if (!isThere) {
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(change("")));
		return;
	}
	const document = await vscode.workspace.openTextDocument(uri);
	const text = document.getText();
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), change(text));
	await vscode.workspace.applyEdit(edit);
	await document.save();
}
