import * as vscode from "vscode";
import type { WatchedChange } from "../../core/watch/watchedChanges.ts";
import type { WatchList } from "../state/watchList.ts";
import type { WatchTracker } from "../state/watchTracker.ts";
import { escapeMarkdown } from "../words/markdown.ts";
import { describeChange, nameChange } from "../words/watchWords.ts";
import type { TreeNode } from "./modelNode.ts";

/** Shows, without a notice, what changed of the watched models: on the view, on its rows, in their tooltips. */
export class WatchedMarks {
	readonly #tracker: WatchTracker;
	readonly #watched: WatchList;

	constructor(tracker: WatchTracker, watched: WatchList) {
		this.#tracker = tracker;
		this.#watched = watched;
	}

	/** The view says how many changed. */
	markView(view: vscode.TreeView<TreeNode>): void {
		const count = this.#watched.repoIds.filter(
			(repoId) => this.#tracker.listChanges(repoId).length > 0,
		).length;
		const words = vscode.l10n.t("{0} changed", count);
		view.description = count > 0 ? words : "";
		view.badge =
			count > 0
				? { value: count, tooltip: vscode.l10n.t("Watched models that changed: {0}", count) }
				: undefined;
		void vscode.commands.executeCommand("setContext", "openModels.hasWatchedChanges", count > 0);
	}

	/** The row says what changed before what it says anyway. */
	markRow(item: vscode.TreeItem, node: TreeNode): void {
		const changes = this.#listChanges(node);
		if (changes.length === 0) {
			return;
		}
		const words = changes.map(nameChange).join(", ");
		item.description = [words, item.description]
			.filter((part) => typeof part === "string" && part !== "")
			.join(" · ");
		item.contextValue = "model.watched.changed";
		const spoken = item.accessibilityInformation;
		if (spoken) {
			item.accessibilityInformation = { ...spoken, label: `${words}. ${spoken.label}` };
		}
	}

	/** The tooltip says it in sentences. */
	markTooltip(item: vscode.TreeItem, node: TreeNode): void {
		const changes = this.#listChanges(node);
		if (changes.length === 0) {
			return;
		}
		const card = new vscode.MarkdownString(escapeMarkdown(vscode.l10n.t("Since you last looked:")));
		card.appendMarkdown("\n\n");
		for (const change of changes) {
			card.appendMarkdown(`- ${escapeMarkdown(describeChange(change))}\n`);
		}
		if (item.tooltip instanceof vscode.MarkdownString) {
			card.appendMarkdown(`\n---\n\n${item.tooltip.value}`);
			card.supportThemeIcons = item.tooltip.supportThemeIcons ?? false;
		}
		item.tooltip = card;
	}

	#listChanges(node: TreeNode): readonly WatchedChange[] {
		const repoId =
			node.kind === "model" ? node.model.repoId : node.kind === "derivative" ? node.repoId : undefined;
		return repoId === undefined ? [] : this.#tracker.listChanges(repoId);
	}
}
