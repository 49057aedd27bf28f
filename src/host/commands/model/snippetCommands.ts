import * as vscode from "vscode";
import type { Snippet } from "../../../core/code/snippets.ts";
import { reportProblem } from "../../errors.ts";
import type { Insertion } from "../../insertion.ts";
import type { Log } from "../../log.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { ModelReader } from "../../state/modelReader.ts";
import type { SnippetSource } from "../../state/snippetSource.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";
import { tellNoEditor } from "./insertModelId.ts";

/** What the snippet commands work with. */
export interface SnippetCommandParts {
	readonly prompt: ModelPrompt;
	readonly snippets: SnippetSource;
	readonly insertion: Insertion;
	readonly store: CatalogStore;
	readonly reader: ModelReader;
	readonly log: Log;
}

/** "Insert Snippet…" and "Copy Snippet…": a way to use the model, as its libraries and apps write it. */
export function createSnippetCommands(
	parts: SnippetCommandParts,
): CommandHandlers<"openModels.insertSnippet" | "openModels.copySnippet"> {
	const { insertion } = parts;
	return {
		"openModels.insertSnippet": async (argument?: unknown) => {
			const snippet = await chooseSnippet(parts, argument, vscode.l10n.t("Insert a snippet"));
			if (snippet && !(await insertion.insertSnippet(snippet.code))) {
				await tellNoEditor();
			}
		},
		"openModels.copySnippet": async (argument?: unknown) => {
			const snippet = await chooseSnippet(parts, argument, vscode.l10n.t("Copy a snippet"));
			if (snippet) {
				await vscode.env.clipboard.writeText(snippet.code);
				vscode.window.setStatusBarMessage(vscode.l10n.t("Copied the snippet for {0}", snippet.label), 3000);
			}
		},
	};
}

async function chooseSnippet(
	{ prompt, snippets, store, reader, log }: SnippetCommandParts,
	argument: unknown,
	title: string,
): Promise<Snippet | undefined> {
	const repoId = await prompt.resolve(argument, title);
	if (!repoId) {
		return undefined;
	}
	try {
		const model = store.catalog.get(repoId) ?? (await reader.readWithProgress(repoId));
		const choices = await snippets.list(model);
		if (choices.length === 0) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t("No library or app is known that {0} has a snippet for.", repoId),
			);
			return undefined;
		}
		const chosen = await vscode.window.showQuickPick(
			choices.map((snippet) => ({
				label: snippet.label,
				description: snippet.language,
				detail: snippet.code.split("\n").slice(0, 2).join(" ⏎ "),
				snippet,
			})),
			{ title: `${title} · ${repoId}`, matchOnDetail: true },
		);
		return chosen?.snippet;
	} catch (error) {
		await reportProblem(error, log);
		return undefined;
	}
}
