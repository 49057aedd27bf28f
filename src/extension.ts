import * as vscode from "vscode";
import type { OpenModels } from "./compose.ts";
import { commandIds } from "./host/commands/commandTable.ts";
import { registerLanguageFeatures } from "./host/language/languageFeatures.ts";
import { panelTypes } from "./host/panels/panelTypes.ts";
import { registerPickTool } from "./host/tools/pickTool.ts";

/** What the extension gives to those who run in the same host. */
export interface OpenModelsApi {
	/** Resolves when the extension is at work. */
	readonly ready: () => Promise<OpenModels>;
	/** Chooses a model: `request` and answer as `docs/PICK.md` says. Also the command `openModels.pick`. */
	readonly pick: (request: unknown, signal?: AbortSignal) => Promise<unknown>;
}

let flush: (() => Promise<void>) | undefined;

/** Before the window closes: what waits to be written is. */
export function deactivate(): Promise<void> | undefined {
	return flush?.();
}

/**
 * Registers what VS Code may call, and nothing else: whatever woke the extension, a view or a command, is answered by
 * objects that are loaded and built right after.
 */
export function activate(context: vscode.ExtensionContext): OpenModelsApi {
	let building: Promise<OpenModels> | undefined;
	const ready = (): Promise<OpenModels> => {
		building ??= import("./compose.ts").then(({ compose }) => compose(context));
		return building;
	};
	for (const id of commandIds) {
		const run = async (argument?: unknown): Promise<unknown> => (await ready()).commands[id](argument);
		context.subscriptions.push(vscode.commands.registerCommand(id, run));
	}
	for (const type of panelTypes) {
		const restore = async (panel: vscode.WebviewPanel, state: unknown): Promise<void> =>
			(await ready()).panels[type].deserializeWebviewPanel(panel, state);
		context.subscriptions.push(
			vscode.window.registerWebviewPanelSerializer(type, { deserializeWebviewPanel: restore }),
		);
	}
	context.subscriptions.push(registerLanguageFeatures(async () => (await ready()).loadLanguage()));
	const pick = async (request: unknown, signal = new AbortController().signal): Promise<unknown> =>
		(await ready()).answerPick(request, signal);
	context.subscriptions.push(registerPickTool(pick));
	flush = async () => (await building)?.flush();
	const timer = setTimeout(() => void ready(), 0);
	context.subscriptions.push({ dispose: () => clearTimeout(timer) });
	return { ready, pick };
}
