import * as vscode from "vscode";
import { isRepoId } from "../../core/model/repoId.ts";
import { logProblem } from "../errors.ts";
import type { ModelPanel } from "./modelPanel.ts";
import type { ModelPanelParts } from "./modelPanelParts.ts";
import { panelRoot } from "./panelHtml.ts";

/** VS Code's name for the panels, under which it restores them. */
export const modelPanelType = "openModels.model";

/** The open model panels: one a model, restored with the window. */
export class ModelPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
	readonly #parts: ModelPanelParts;
	readonly #open = new Map<string, ModelPanel>();

	constructor(parts: ModelPanelParts) {
		this.#parts = parts;
	}

	/** Shows a model's panel beside the code, or brings it to the front. */
	open(repoId: string): void {
		const known = this.#open.get(repoId);
		if (known) {
			known.reveal();
			return;
		}
		const [another] = this.#open.values();
		const panel = vscode.window.createWebviewPanel(
			modelPanelType,
			repoId,
			{ viewColumn: another?.viewColumn ?? chooseColumn() },
			this.#options,
		);
		this.#adopt(panel, repoId).catch((error) => logProblem(error, this.#parts.log));
	}

	/** A panel that stood open when the window was closed. Its state is the webview's own, so it is checked. */
	async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
		const repoId = readRepoIdOfState(state);
		if (!repoId || this.#open.has(repoId)) {
			panel.dispose();
			return;
		}
		panel.webview.options = this.#options;
		await this.#adopt(panel, repoId);
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
			localResourceRoots: [panelRoot(this.#parts.extensionUri)],
		};
	}

	/** What a panel shows is made by code that is loaded with the first panel. */
	async #adopt(webviewPanel: vscode.WebviewPanel, repoId: string): Promise<void> {
		const { ModelPanel } = await import("./modelPanel.ts");
		const panel = new ModelPanel(webviewPanel, repoId, this.#parts, (other) => this.open(other));
		this.#open.set(repoId, panel);
		panel.onDidRename(({ from, to }) => {
			this.#open.delete(from);
			this.#open.set(to, panel);
		});
		panel.onDidDispose(() => {
			for (const [id, other] of this.#open) {
				if (other === panel) {
					this.#open.delete(id);
				}
			}
		});
	}
}

/** Beside the code, when there is code; else where the next editor would open. */
function chooseColumn(): vscode.ViewColumn {
	return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

function readRepoIdOfState(state: unknown): string | undefined {
	const isNamed =
		typeof state === "object" && state !== null && "repoId" in state && typeof state.repoId === "string";
	return isNamed && isRepoId(String(state.repoId)) ? String(state.repoId) : undefined;
}
