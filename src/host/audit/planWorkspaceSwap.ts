import * as vscode from "vscode";
import { findLanguageOfPath } from "../../core/code/ids/languageOfPath.ts";
import { planSwap } from "../../core/swap/planSwap.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import { findFolderUses, listFolderFiles } from "./workspaceFiles.ts";

/** The edit that swaps a model wherever the workspace uses it, to be looked at before it is made. */
export interface WorkspaceSwap {
	readonly edit: vscode.WorkspaceEdit;
	readonly placeCount: number;
	readonly fileCount: number;
	/** Files of the old model that are named beside its ID and stay. */
	readonly namedFiles: readonly string[];
}

/** Plans the swap of every use of a model, in open notebooks cell by cell. */
export async function planWorkspaceSwap(
	from: readonly string[],
	to: { readonly repoId: string; readonly revision?: string },
	rules: RuleStore,
	token: vscode.CancellationToken,
): Promise<WorkspaceSwap> {
	await rules.ensureLoaded();
	const edit = new vscode.WorkspaceEdit();
	const label = vscode.l10n.t("Swap {0} for {1}", from[0] ?? "", to.repoId);
	const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: true };
	const namedFiles: string[] = [];
	const files = new Set<string>();
	let placeCount = 0;
	const swapIn = (document: vscode.TextDocument, languageId: string, file: vscode.Uri): void => {
		const swap = planSwap(document.getText(), languageId, from, to);
		for (const { start, end, text } of swap.edits) {
			const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
			edit.replace(document.uri, range, text, metadata);
			placeCount += 1;
			files.add(file.toString());
		}
		namedFiles.push(...swap.namedFiles);
	};
	for (const folder of vscode.workspace.workspaceFolders ?? []) {
		const { uris } = await listFolderFiles(folder, rules.find(folder.uri).policy.exclude, token);
		const { byPath } = await findFolderUses(uris, token);
		for (const path of byPath.keys()) {
			const uri = uris.get(path);
			const languageId = findLanguageOfPath(path);
			if (!uri || !languageId) {
				continue;
			}
			const notebook = vscode.workspace.notebookDocuments.find(
				(each) => each.uri.toString() === uri.toString(),
			);
			if (notebook) {
				for (const { document } of notebook.getCells()) {
					swapIn(document, document.languageId, uri);
				}
			} else {
				swapIn(await vscode.workspace.openTextDocument(uri), languageId, uri);
			}
		}
	}
	return { edit, placeCount, fileCount: files.size, namedFiles };
}
