import * as vscode from "vscode";
import type { planInsertion } from "../core/code/planInsertion.ts";
import type { Model } from "../core/model/model.ts";
import type { EditorTracker } from "./state/editorTracker.ts";

/** How far back a string that spans lines is looked for, in characters. */
const contextCharacters = 4000;

/** What is to be known of a model to insert it; of one that nobody has read, its ID. */
type InsertedModel = Pick<Model, "repoId" | "task" | "library"> & Partial<Pick<Model, "formats">>;

/** Puts text of a model into the editor last used, at every cursor, as one step of undo. */
export class Insertion {
	readonly #tracker: EditorTracker;

	constructor(tracker: EditorTracker) {
		this.#tracker = tracker;
	}

	/** The name of the document that would be inserted into. */
	get place(): string | undefined {
		const uri = this.#tracker.editor?.document.uri;
		return uri?.path.slice(uri.path.lastIndexOf("/") + 1);
	}

	/**
	 * Inserts the model's ID as the language and the place ask for it, and says so where the call that it goes into does not
	 * load it. False: there is no editor, or it refused.
	 */
	async insertModelId(model: InsertedModel): Promise<boolean> {
		const [{ planInsertion: plan }, { findOtherCall, offerOtherCall }] = await Promise.all([
			import("../core/code/planInsertion.ts"),
			import("./otherCall.ts"),
		]);
		const { editor } = this.#tracker;
		const other = editor && findOtherCall(editor, model);
		const isDone = await this.#insert((document, selection) => planText(document, selection, model, plan));
		if (isDone && other) {
			void offerOtherCall(other);
		}
		return isDone;
	}

	/** Inserts a snippet as it is. */
	insertSnippet(code: string): Promise<boolean> {
		return this.#insert(() => code);
	}

	async #insert(
		plan: (document: vscode.TextDocument, selection: vscode.Selection) => string,
	): Promise<boolean> {
		const { editor } = this.#tracker;
		if (!editor) {
			return false;
		}
		const { document } = editor;
		const changes = editor.selections.map((selection) => ({ selection, text: plan(document, selection) }));
		const isDone = await applyChanges(editor, changes);
		if (isDone && document.uri.scheme !== "vscode-notebook-cell") {
			await vscode.window.showTextDocument(document, editor.viewColumn);
		}
		return isDone;
	}
}

interface Change {
	readonly selection: vscode.Selection;
	readonly text: string;
}

/** An editor that was hidden since cannot be edited any more; its document still can. */
async function applyChanges(editor: vscode.TextEditor, changes: readonly Change[]): Promise<boolean> {
	try {
		return await editor.edit((edit) => {
			for (const { selection, text } of changes) {
				edit.replace(selection, text);
			}
		});
	} catch {
		const edit = new vscode.WorkspaceEdit();
		for (const { selection, text } of changes) {
			edit.replace(editor.document.uri, selection, text);
		}
		return vscode.workspace.applyEdit(edit);
	}
}

function planText(
	document: vscode.TextDocument,
	selection: vscode.Selection,
	model: InsertedModel,
	plan: typeof planInsertion,
): string {
	const start = document.offsetAt(selection.start);
	const from = document.positionAt(Math.max(0, start - contextCharacters));
	return plan({
		languageId: document.languageId,
		before: document.getText(new vscode.Range(from, selection.start)),
		after: document.lineAt(selection.end.line).text.slice(selection.end.character),
		repoId: model.repoId,
		task: model.task,
		library: model.library,
		formats: model.formats,
		kind: "auto",
	}).text;
}
