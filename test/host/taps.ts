import * as vscode from "vscode";
import { until } from "./until.ts";

/**
 * What the extension shows and VS Code tells nobody: the lines of its views, its notices, its panels. Each call goes on
 * to VS Code as it is; a copy of what went through is kept. A suite that imports this file does so before the
 * extension is activated, because views are made at activation.
 */

/** A notice that was shown. */
export interface Notice {
	readonly kind: "information" | "warning" | "error";
	readonly words: string;
	readonly actions: readonly string[];
}

/** A webview panel of the extension with what goes in and out of it. */
export interface PanelTap {
	readonly panel: vscode.WebviewPanel;
	/** What the page in the panel has sent. */
	readonly fromPage: readonly unknown[];
	/** What the host has posted to the page. */
	readonly posted: readonly unknown[];
	/** Says something to the host as if the page had said it. */
	readonly say: (message: unknown) => void;
	/** Calls back with each message that the host posts. */
	readonly onPost: vscode.Event<unknown>;
}

/** The extension's tree views by id. */
export const views = new Map<string, vscode.TreeView<unknown>>();
/** Every notice so far, oldest first. */
export const notices: Notice[] = [];
/** Every panel so far, oldest first. */
export const panelTaps: PanelTap[] = [];
/** A quick pick that the extension fills itself. */
export interface PickerTap {
	readonly picker: vscode.QuickPick<vscode.QuickPickItem>;
	isClosed: boolean;
	/** Presses a button of an item, which no command of VS Code does. */
	readonly pressButton: (item: vscode.QuickPickItem, tooltip: string) => void;
}

/** Every quick pick that the extension fills itself, oldest first. */
export const pickers: PickerTap[] = [];
/** What the extension has told menus and key bindings to go by. */
export const contexts = new Map<string, unknown>();
/** Every address that was to be opened outside. */
export const openedOutside: string[] = [];

const { createTreeView, createWebviewPanel, createQuickPick } = vscode.window;
const { executeCommand } = vscode.commands;
const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;

Reflect.set(
	vscode.window,
	"createTreeView",
	(viewId: string, options: vscode.TreeViewOptions<unknown>): vscode.TreeView<unknown> => {
		const view = createTreeView(viewId, options);
		views.set(viewId, view);
		return view;
	},
);

Reflect.set(vscode.window, "createQuickPick", (): vscode.QuickPick<vscode.QuickPickItem> => {
	const picker = createQuickPick();
	picker.ignoreFocusOut = true;
	const onButton = picker.onDidTriggerItemButton;
	const pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>();
	Object.defineProperty(picker, "onDidTriggerItemButton", {
		value: (listener: (event: vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>) => void) =>
			vscode.Disposable.from(onButton(listener), pressed.event(listener)),
	});
	const tap: PickerTap = {
		picker,
		isClosed: false,
		pressButton: (item, tooltip) => {
			const button = item.buttons?.find((each) => each.tooltip === tooltip);
			if (!button) {
				throw new Error(`${item.label} has no button “${tooltip}”`);
			}
			pressed.fire({ item, button });
		},
	};
	pickers.push(tap);
	const dispose = picker.dispose.bind(picker);
	Object.defineProperty(picker, "dispose", {
		value: () => {
			tap.isClosed = true;
			dispose();
		},
	});
	return picker;
});

Reflect.set(
	vscode.window,
	"createWebviewPanel",
	(...parameters: Parameters<typeof createWebviewPanel>): vscode.WebviewPanel => {
		const panel = createWebviewPanel(...parameters);
		panelTaps.push(tapPanel(panel));
		return panel;
	},
);

Reflect.set(vscode.commands, "executeCommand", (command: string, ...rest: unknown[]) => {
	if (command === "setContext") {
		contexts.set(String(rest[0]), rest[1]);
	}
	return executeCommand(command, ...rest);
});

const asIs = { information: showInformationMessage, warning: showWarningMessage, error: showErrorMessage };
for (const [kind, name] of [
	["information", "showInformationMessage"],
	["warning", "showWarningMessage"],
	["error", "showErrorMessage"],
] as const) {
	Reflect.set(vscode.window, name, (words: string, ...actions: string[]) => {
		notices.push({ kind, words, actions });
		return asIs[kind](words, ...actions);
	});
}

// In a headless browser there is nowhere to go.
Reflect.set(vscode.env, "openExternal", async (uri: vscode.Uri): Promise<boolean> => {
	openedOutside.push(uri.toString(true));
	return true;
});

/**
 * Runs what shows a notice and waits until that is answered, and gives the last notice: closed, or with its button
 * pressed. It comes to the screen after it was asked for, so it is answered until it is gone.
 */
export async function answerNotice(
	act: () => Thenable<unknown>,
	answer: "close" | "button" = "close",
): Promise<Notice> {
	const shown = notices.length;
	let isDone = false;
	const acting = act();
	const done = (): void => {
		isDone = true;
	};
	acting.then(done, done);
	await until("a notice", () => notices.length > shown);
	await until("the notice's end", async () => {
		if (!isDone) {
			await executeCommand(
				answer === "close" ? "notifications.clearAll" : "notification.acceptPrimaryAction",
			);
		}
		return isDone;
	});
	await acting;
	const last = notices.at(-1);
	if (!last) {
		throw new Error("There was no notice.");
	}
	return last;
}

/** Takes all notices off the screen, which answers each with nothing. */
export async function dismissNotices(): Promise<void> {
	await executeCommand("notifications.clearAll");
}

/** The view, once the extension has made it. */
export function readView(viewId: string): vscode.TreeView<unknown> {
	const view = views.get(viewId);
	if (!view) {
		throw new Error(`The extension has not made the view ${viewId}.`);
	}
	return view;
}

function tapPanel(panel: vscode.WebviewPanel): PanelTap {
	const { webview } = panel;
	const fromPage: unknown[] = [];
	const posted: unknown[] = [];
	const said = new vscode.EventEmitter<unknown>();
	const posts = new vscode.EventEmitter<unknown>();
	webview.onDidReceiveMessage((message: unknown) => {
		fromPage.push(message);
		said.fire(message);
	});
	const post = webview.postMessage.bind(webview);
	Object.defineProperty(webview, "onDidReceiveMessage", { value: said.event });
	Object.defineProperty(webview, "postMessage", {
		value: (message: unknown) => {
			posted.push(message);
			posts.fire(message);
			return post(message);
		},
	});
	return { panel, fromPage, posted, say: (message) => said.fire(message), onPost: posts.event };
}
