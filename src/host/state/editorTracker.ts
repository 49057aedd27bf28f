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
			vscode.workspace.onDidCloseTextDocument((document) => {
				if (document === this.#last?.document) {
					this.#setLast(readActive());
				}
			}),
		];
		this.#tellMenus();
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
		this.#tellMenus();
		this.#changed.fire();
	}

	/** What inserts is offered only while there is somewhere to insert. */
	#tellMenus(): void {
		void vscode.commands.executeCommand("setContext", "openModels.hasEditor", this.#last !== undefined);
	}
}

function readActive(): vscode.TextEditor | undefined {
	const active = vscode.window.activeTextEditor;
	return active && isWritable(active.document) ? active : undefined;
}

function isWritable(document: vscode.TextDocument): boolean {
	return (
		document.uri.scheme !== "output" &&
		vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) !== false
	);
}
