import * as vscode from "vscode";
import { idLanguages } from "../../core/code/ids/idLanguages.ts";
import type { LanguageRoom } from "./languageRoom.ts";

/** Nothing is looked at while someone types: only after this long without a change. */
const idleMs = 600;
/** Facts come one after the other; they are shown together. */
const gatherMs = 150;

/** Languages and files in which models' IDs are completed, explained and checked, wherever the document comes from. */
const selector: vscode.DocumentSelector = [...idLanguages, { pattern: "**/*.toml" }];

/**
 * Registers the language features with VS Code, and looks after the open documents when nobody types. What they do is loaded
 * when it is first needed.
 */
export function registerLanguageFeatures(load: () => Promise<LanguageRoom>): vscode.Disposable {
	const { languages, window, workspace } = vscode;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let room: LanguageRoom | undefined;
	const wake = (afterMs: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void refresh(), afterMs);
	};
	const refresh = async (): Promise<void> => {
		if (room === undefined) {
			if (!workspace.textDocuments.some(isOurs)) {
				return;
			}
			const loaded = await load();
			room ??= loaded;
			subscriptions.push(loaded.onDidOutdate(() => wake(gatherMs)));
		}
		await room.diagnostics.refresh();
	};
	const wakeLater = (): void => wake(idleMs);
	const wakeFor = (document: vscode.TextDocument): void => {
		if (isOurs(document)) {
			wakeLater();
		}
	};
	const subscriptions: vscode.Disposable[] = [
		languages.registerCompletionItemProvider(
			selector,
			{
				provideCompletionItems: async (...call) => {
					const [document, position, token] = call;
					return (await load()).completions.provideCompletionItems(document, position, token);
				},
				resolveCompletionItem: async (item) => (await load()).completions.resolveCompletionItem(item),
			},
			'"',
			"'",
			"/",
			"-",
		),
		languages.registerHoverProvider(selector, {
			provideHover: async (...call) => (await load()).hovers.provideHover(...call),
		}),
		languages.registerCodeActionsProvider(
			selector,
			{
				provideCodeActions: async (...call) => (await load()).fixes.provideCodeActions(...call),
				resolveCodeAction: async (...call) => (await load()).fixes.resolveCodeAction(...call),
			},
			{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
		),
		workspace.onDidChangeTextDocument(({ document }) => wakeFor(document)),
		workspace.onDidOpenTextDocument(wakeFor),
		workspace.onDidCloseTextDocument(wakeFor),
		workspace.onDidChangeNotebookDocument(wakeLater),
		window.tabGroups.onDidChangeTabs(wakeLater),
		workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration("openModels")) {
				wakeLater();
			}
		}),
	];
	wakeLater();
	return {
		dispose: () => {
			clearTimeout(timer);
			vscode.Disposable.from(...subscriptions).dispose();
		},
	};
}

function isOurs(document: vscode.TextDocument): boolean {
	return vscode.languages.match(selector, document) > 0;
}
