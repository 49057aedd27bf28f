import * as vscode from "vscode";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { WatchList } from "../state/watchList.ts";
import type { WatchRoom } from "../state/watchRoom.ts";
import type { ModelItems } from "./modelItem.ts";
import type { TreeNode } from "./modelNode.ts";

/** What the Watched view is made from. */
export interface WatchedViewParts {
	readonly watched: WatchList;
	readonly store: CatalogStore;
	readonly items: ModelItems;
	readonly loadRoom: () => Promise<WatchRoom>;
	readonly log: Log;
}

/** The watched models, newest first, as far as they are known, and what changed of them. */
export class WatchedView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	readonly #parts: WatchedViewParts;
	readonly #view: vscode.TreeView<TreeNode>;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];
	#room: WatchRoom | undefined;

	constructor(parts: WatchedViewParts) {
		this.#parts = parts;
		this.#view = vscode.window.createTreeView("openModels.watched", { treeDataProvider: this });
		this.#subscriptions = [
			this.#changed,
			this.#view,
			parts.watched.onDidChange(() => this.redraw()),
			parts.store.onDidChange(() => this.redraw()),
		];
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		const item = this.#parts.items.create(node);
		item.collapsibleState = vscode.TreeItemCollapsibleState.None;
		this.#room?.marks.markRow(item, node);
		return item;
	}

	async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		const resolved = await this.#parts.items.resolve(item, node);
		this.#room?.marks.markTooltip(resolved, node);
		return resolved;
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		if (node) {
			return [];
		}
		const { store, watched } = this.#parts;
		await store.ensureLoaded();
		const { repoIds } = watched;
		if (repoIds.length > 0) {
			this.#room?.tracker.readSoon();
			this.#loadRoom();
		}
		if (this.#room) {
			this.#room.marks.markView(this.#view);
		} else {
			void vscode.commands.executeCommand("setContext", "openModels.hasWatchedChanges", false);
		}
		return repoIds.map((repoId): TreeNode => {
			const model = store.catalog.get(repoId);
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

	#loadRoom(): void {
		if (this.#room) {
			return;
		}
		this.#parts.loadRoom().then(
			(room) => {
				if (!this.#room) {
					this.#room = room;
					this.#subscriptions.push(room.tracker.onDidChange(() => this.redraw()));
					this.redraw();
				}
			},
			(error) => logProblem(error, this.#parts.log),
		);
	}
}
