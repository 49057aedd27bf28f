import * as vscode from "vscode";
import {
	findNamedTaskCall,
	findOpenTaskCall,
	listLoadedTasks,
	renameTaskCall,
} from "../core/code/callTask.ts";
import { nameLoadedTask } from "../core/code/modelData.ts";
import type { Model } from "../core/model/model.ts";

/** In a longer document no call is looked for. */
const mostCharacters = 200_000;

/** A call that does not load a model which is put there. */
export interface OtherCall {
	readonly document: vscode.TextDocument;
	/** What names the task, before the cursor, and what would have to stand there. */
	readonly range: vscode.Range;
	readonly before: string;
	readonly after: string | undefined;
	readonly repoId: string;
}

/** The call that a model's ID is to be an argument of, itself or by its name, where it is known not to load models of that task. */
export function findOtherCall(
	{ document, selection }: vscode.TextEditor,
	model: Pick<Model, "repoId" | "task">,
): OtherCall | undefined {
	const { repoId } = model;
	const task = nameLoadedTask(model.task, [repoId]);
	const text = document.getText();
	if (text.length > mostCharacters) {
		return undefined;
	}
	const before = text.slice(0, document.offsetAt(selection.start));
	const call = findOpenTaskCall(before) ?? findNamedTaskCall(text, before);
	if (call === undefined || task === undefined || listLoadedTasks(call.task)?.includes(task) !== false) {
		return undefined;
	}
	const range = new vscode.Range(document.positionAt(call.start), document.positionAt(call.end));
	return { document, range, before: document.getText(range), after: renameTaskCall(call, task), repoId };
}

/** Says that the call does not load the model, and changes what it names when the user wants that. */
export async function offerOtherCall({ document, range, before, after, repoId }: OtherCall): Promise<void> {
	const change = vscode.l10n.t("Change the Call");
	const actions = after === undefined ? [] : [change];
	const chosen = await vscode.window.showWarningMessage(
		vscode.l10n.t(
			"A call for “{0}” does not load {1}. What reads its answer may have to change, too.",
			before,
			repoId,
		),
		...actions,
	);
	if (chosen === change && after !== undefined && document.getText(range) === before) {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, range, after);
		await vscode.workspace.applyEdit(edit);
	}
}
