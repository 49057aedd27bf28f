import * as vscode from "vscode";
import type { FitAnswer } from "../../core/fit/verdict.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { WatchList } from "../state/watchList.ts";
import { nameRelation } from "../words/adoptionWords.ts";
import { describeModelLine, nameModel, speakModelLine, weigh } from "../words/modelWords.ts";
import { formatCompact } from "../words/numbers.ts";
import { formatBytesFigure } from "../words/verdictWords.ts";
import type { ArtifactNode, DerivativeNode, GroupNode, ModelNode, NoteNode, TreeNode } from "./modelNode.ts";

/** Turns nodes into tree items, the same in every tree that shows models. */
export class ModelItems {
	readonly #judge: ModelJudge;
	readonly #watched: WatchList;
	readonly #store: CatalogStore;

	constructor(judge: ModelJudge, watched: WatchList, store: CatalogStore) {
		this.#judge = judge;
		this.#watched = watched;
		this.#store = store;
	}

	create(node: TreeNode): vscode.TreeItem {
		switch (node.kind) {
			case "model":
				return this.#createModel(node);
			case "group":
				return createGroup(node);
			case "artifact":
				return createArtifact(node);
			case "derivative":
				return this.#createDerivative(node);
			case "note":
				return createNote(node);
		}
	}

	/** Adds what is only worked out, and loaded, for the row that a person points at. */
	async resolve(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		if (node.kind === "model") {
			const { createModelTooltip } = await import("./modelTooltip.ts");
			item.tooltip = createModelTooltip(node.model, this.#store, this.#judge);
		}
		return item;
	}

	#createModel({ model }: ModelNode): vscode.TreeItem {
		const judged = this.#judge.judge(model);
		const verdicts = judged.map(({ verdict }) => verdict);
		const direction = this.#judge.judgeDirection(model);
		const item = new vscode.TreeItem(nameModel(model.repoId), vscode.TreeItemCollapsibleState.Collapsed);
		item.id = model.repoId;
		item.description = describeModelLine(model, verdicts, direction);
		item.iconPath = iconOf(verdicts.length > 0 ? weigh(verdicts) : undefined);
		item.contextValue = this.#contextOf(model.repoId);
		item.accessibilityInformation = { label: speakModelLine(model, judged, direction), role: "treeitem" };
		item.command = openCommand(model.repoId);
		return item;
	}

	#createDerivative({ repoId, downloads30d }: DerivativeNode): vscode.TreeItem {
		const item = new vscode.TreeItem(repoId);
		item.iconPath = new vscode.ThemeIcon("git-branch");
		item.contextValue = this.#contextOf(repoId);
		if (downloads30d !== undefined) {
			item.description = `↓ ${formatCompact(downloads30d)}`;
			item.tooltip = vscode.l10n.t("{0}: {1} downloads in 30 days", repoId, formatCompact(downloads30d));
		}
		item.command = openCommand(repoId);
		return item;
	}

	#contextOf(repoId: string): string {
		return this.#watched.has(repoId) ? "model.watched" : "model";
	}
}

function createGroup({ group, count }: GroupNode): vscode.TreeItem {
	const title = group === "artifacts" ? vscode.l10n.t("Files to load") : nameRelation(group);
	const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
	item.description = formatCompact(count);
	item.iconPath = new vscode.ThemeIcon(group === "artifacts" ? "file-binary" : "type-hierarchy-sub");
	item.contextValue = "group";
	return item;
}

function createArtifact({ candidate }: ArtifactNode): vscode.TreeItem {
	const item = new vscode.TreeItem(candidate.label);
	item.description = [
		candidate.format,
		candidate.weights ? formatBytesFigure(candidate.weights) : vscode.l10n.t("size not known"),
		candidate.isAssumed ? vscode.l10n.t("if someone offers it") : undefined,
		candidate.offer?.repoId,
	]
		.filter(Boolean)
		.join(" · ");
	item.iconPath = new vscode.ThemeIcon(candidate.isAssumed ? "circle-outline" : "file-binary");
	item.tooltip = candidate.artifact?.files.join("\n") ?? item.description;
	item.contextValue = "artifact";
	return item;
}

function createNote({ words, icon, command, detail }: NoteNode): vscode.TreeItem {
	const item = new vscode.TreeItem(words);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.tooltip = detail ?? words;
	item.contextValue = "note";
	if (command) {
		item.command = { command: command.id, title: words, arguments: [...(command.arguments ?? [])] };
	}
	return item;
}

function openCommand(repoId: string): vscode.Command {
	return { command: "openModels.openModel", title: vscode.l10n.t("Open Model"), arguments: [repoId] };
}

function iconOf(answer: FitAnswer | undefined): vscode.ThemeIcon {
	switch (answer) {
		case "fits":
			return new vscode.ThemeIcon("pass-filled", new vscode.ThemeColor("testing.iconPassed"));
		case "offload":
			return new vscode.ThemeIcon("warning", new vscode.ThemeColor("problemsWarningIcon.foreground"));
		case "unsupported":
			return new vscode.ThemeIcon("error", new vscode.ThemeColor("problemsErrorIcon.foreground"));
		case "tooLarge":
			return new vscode.ThemeIcon("circle-slash", new vscode.ThemeColor("disabledForeground"));
		default:
			return new vscode.ThemeIcon("question", new vscode.ThemeColor("disabledForeground"));
	}
}
