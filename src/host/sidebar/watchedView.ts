import * as vscode from "vscode";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { WatchList } from "../state/watchList.ts";
import type { ModelItems } from "./modelItem.ts";
import type { TreeNode } from "./modelNode.ts";

/** The watched models, newest first, as far as they are known. */
export class WatchedView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	readonly #watched: WatchList;
	readonly #store: CatalogStore;
	readonly #items: ModelItems;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];

	constructor(watched: WatchList, store: CatalogStore, items: ModelItems) {
		this.#watched = watched;
		this.#store = store;
		this.#items = items;
		this.#subscriptions = [
			this.#changed,
			watched.onDidChange(() => this.redraw()),
			store.onDidChange(() => this.redraw()),
			vscode.window.createTreeView("openModels.watched", { treeDataProvider: this }),
		];
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		const item = this.#items.create(node);
		item.collapsibleState = vscode.TreeItemCollapsibleState.None;
		return item;
	}

	resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		return this.#items.resolve(item, node);
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		if (node) {
			return [];
		}
		await this.#store.ensureLoaded();
		return this.#watched.repoIds.map((repoId): TreeNode => {
			const model = this.#store.catalog.get(repoId);
			return model ? { kind: "model", model } : { kind: "derivative", repoId, downloads30d: undefined };
		});
	}

	/** Redraws, when something that rows are judged by changed. */
	redraw(): void {
		this.#changed.fire(undefined);
	}

	dispose(): void {
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}
}
