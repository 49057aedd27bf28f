import * as vscode from "vscode";
import { logProblem } from "../errors.ts";
import type { PanelHouse } from "./panelHouse.ts";
import { panelRoot } from "./panelPage.ts";
import type { PanelType } from "./panelTypes.ts";

/** A kind of panels. A key names what a panel of it shows: a repo id, several of them, nothing where there is but one. */
export interface PanelKind {
	readonly type: PanelType;
	/** What stands on the tab. */
	readonly nameTab: (key: string) => string;
	/** What a panel showed, from the state that its page kept. That is the webview's own, so it is checked. */
	readonly readKey: (state: unknown) => string | undefined;
	/** Puts a panel to work, with code that is loaded with the first one; `rename` tells that it shows another key. */
	readonly serve: (
		panel: vscode.WebviewPanel,
		key: string,
		rename: (key: string) => void,
	) => Promise<void> | void;
}

/** The open panels of a kind: one a key, restored with the window. */
export class PanelSet implements vscode.WebviewPanelSerializer, vscode.Disposable {
	readonly #house: PanelHouse;
	readonly #kind: PanelKind;
	readonly #open = new Map<string, vscode.WebviewPanel>();

	constructor(house: PanelHouse, kind: PanelKind) {
		this.#house = house;
		this.#kind = kind;
	}

	/** Shows a panel beside the code, or brings it to the front. */
	open(key: string): void {
		const known = this.#open.get(key);
		if (known) {
			known.reveal(known.viewColumn);
			return;
		}
		const [another] = this.#open.values();
		const panel = vscode.window.createWebviewPanel(
			this.#kind.type,
			this.#kind.nameTab(key),
			{ viewColumn: another?.viewColumn ?? chooseColumn() },
			this.#options,
		);
		this.#adopt(panel, key).catch((error) => logProblem(error, this.#house.log));
	}

	/** A panel that stood open when the window was closed. */
	async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const key = this.#kind.readKey(state);
		if (key === undefined || this.#open.has(key)) {
			panel.dispose();
			return;
		}
		panel.webview.options = this.#options;
		await this.#adopt(panel, key);
	}

	dispose(): void {
		for (const panel of this.#open.values()) {
			panel.dispose();
		}
	}

	get #options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
		return {
			enableScripts: true,
			enableFindWidget: true,
			localResourceRoots: [panelRoot(this.#house.extensionUri)],
		};
	}

	async #adopt(panel: vscode.WebviewPanel, key: string): Promise<void> {
		panel.iconPath = vscode.Uri.joinPath(this.#house.extensionUri, "media", "icon.png");
		let shown = key;
		this.#open.set(key, panel);
		panel.onDidDispose(() => {
			if (this.#open.get(shown) === panel) {
				this.#open.delete(shown);
			}
		});
		await this.#kind.serve(panel, key, (renamed) => {
			const other = this.#open.get(renamed);
			if (other) {
				other.reveal(other.viewColumn);
				panel.dispose();
				return;
			}
			this.#open.delete(shown);
			shown = renamed;
			this.#open.set(shown, panel);
			panel.title = this.#kind.nameTab(shown);
		});
	}
}

/** Beside the code, when there is code; else where the next editor would open. */
function chooseColumn(): vscode.ViewColumn {
	return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
