import * as vscode from "vscode";

/**
 * Remembers the text editor last used, notebook cells included: while a panel or the sidebar has the focus, VS Code
 * knows no active editor, and that is when a model is inserted.
 */
export class EditorTracker implements vscode.Disposable {
	#last: vscode.TextEditor | undefined = readActive();
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];

	constructor() {
		this.#subscriptions = [
			this.#changed,
			vscode.window.onDidChangeActiveTextEditor((editor) => {
				if (editor && isWritable(editor.document) && editor !== this.#last) {
					this.#setLast(editor);
				}
			}),
			vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
				if (closed.length > 0 && this.#last && !isInTab(this.#last.document)) {
					const active = readActive();
					this.#setLast(active && isInTab(active.document) ? active : undefined);
				}
			}),
			vscode.workspace.onDidCloseTextDocument((document) => {
				if (document === this.#last?.document) {
					this.#setLast(readActive());
				}
			}),
		];
	}

	/** The editor to insert into, if there is one. */
	get editor(): vscode.TextEditor | undefined {
		return readActive() ?? this.#last;
	}

	dispose(): void {
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}

	#setLast(editor: vscode.TextEditor | undefined): void {
		this.#last = editor;
		this.#changed.fire();
	}
}

function readActive(): vscode.TextEditor | undefined {
	const active = vscode.window.activeTextEditor;
	return active && isWritable(active.document) ? active : undefined;
}

/** A closed cell of a notebook can still be called the active editor for a moment. */
function isWritable(document: vscode.TextDocument): boolean {
	return (
		!document.isClosed &&
		document.uri.scheme !== "output" &&
		vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false
	);
}

/** VS Code keeps a document open for minutes after its last tab was closed; nobody sees what is inserted there. */
function isInTab(document: vscode.TextDocument): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(({ input }) => {
		const isOfFile = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
		const uri = isOfFile ? input.uri : input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
		// A notebook's cell has its notebook's path.
		return uri?.path === document.uri.path;
	});
}
