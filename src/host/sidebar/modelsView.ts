import * as vscode from "vscode";
import type { QueryResult } from "../../core/catalog/catalog.ts";
import { hasFilters } from "../../core/catalog/parseQuery.ts";
import type { Filters } from "../../core/catalog/query.ts";
import type { Candidate } from "../../core/fit/candidate.ts";
import type { Model } from "../../core/model/model.ts";
import { relations } from "../../core/model/relation.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { ModelReader } from "../state/modelReader.ts";
import type { QueryState } from "../state/queryState.ts";
import { summarizeQuery } from "../words/filterWords.ts";
import { describeList, listHiddenNotes, listLooseningNotes } from "./listState.ts";
import type { ModelItems } from "./modelItem.ts";
import { type ModelNode, readRepoId, type TreeNode } from "./modelNode.ts";

const viewId = "openModels.models";
const pageSize = 50;
const askDelayMs = 300;
/**
 * A tree that had the focus takes it back when it is redrawn, from a box that was shown a moment before; and after a
 * filter is set the next box is shown. So the box comes first.
 */
const redrawDelayMs = 150;

/** What the Models view is made from. */
export interface ModelsViewParts {
	readonly store: CatalogStore;
	readonly query: QueryState;
	readonly reader: ModelReader;
	readonly fit: FitSource;
	readonly items: ModelItems;
	readonly log: Log;
}

/** The list of models: from disk at once, then from the Hub; what is shown stays while more is on its way. */
export class ModelsView
	implements vscode.TreeDataProvider<TreeNode>, vscode.TreeDragAndDropController<TreeNode>, vscode.Disposable
{
	readonly dragMimeTypes = ["text/plain"];
	readonly dropMimeTypes: readonly string[] = [];
	readonly #parts: ModelsViewParts;
	readonly #view: vscode.TreeView<TreeNode>;
	readonly #changed = new vscode.EventEmitter<TreeNode | undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];
	#shown = pageSize;
	#hasAsked = false;
	#askTimer: ReturnType<typeof setTimeout> | undefined;
	#redrawTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(parts: ModelsViewParts) {
		this.#parts = parts;
		this.#view = vscode.window.createTreeView(viewId, {
			treeDataProvider: this,
			dragAndDropController: this,
			showCollapseAll: true,
		});
		const { store, query } = parts;
		this.#subscriptions = [
			this.#view,
			this.#changed,
			store.onDidChange(() => this.#changed.fire(undefined)),
			query.onDidChange(() => {
				this.#shown = pageSize;
				clearTimeout(this.#redrawTimer);
				this.#redrawTimer = setTimeout(() => this.redraw(), redrawDelayMs);
				// A group is of models that are known.
				if (!query.filters.group) {
					this.#askSoon();
				}
			}),
		];
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		return this.#parts.items.create(node);
	}

	resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		return this.#parts.items.resolve(item, node);
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		if (!node) {
			return this.#listModels();
		}
		await this.#parts.fit.ensureLoaded();
		return node.kind === "model"
			? this.#listGroups(node)
			: node.kind === "group"
				? this.#listGroup(node)
				: [];
	}

	handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): void {
		const repoIds = nodes.map(readRepoId).filter((repoId): repoId is string => repoId !== undefined);
		if (repoIds.length > 0) {
			data.set("text/plain", new vscode.DataTransferItem(repoIds.join("\n")));
		}
	}

	/** Redraws, when something that rows are judged by changed. */
	redraw(): void {
		this.#changed.fire(undefined);
	}

	/** Asks the Hub anew if the list has been shown: its address or the token is another now. */
	async refreshIfShown(): Promise<void> {
		if (this.#hasAsked) {
			await this.refresh();
		}
	}

	/** Asks the Hub anew, with the progress in the view. */
	async refresh(): Promise<void> {
		const { store, query } = this.#parts;
		clearTimeout(this.#askTimer);
		this.#hasAsked = true;
		await vscode.window.withProgress({ location: { viewId } }, () => store.refresh(query.query));
	}

	/** Shows the next page: from what is known, and when that is used up, from the Hub. */
	async loadMore(): Promise<void> {
		const { store, query } = this.#parts;
		this.#shown += pageSize;
		this.#changed.fire(undefined);
		if (this.#query().total < this.#shown) {
			await vscode.window.withProgress({ location: { viewId } }, () => store.loadMore(query.query));
		}
	}

	dispose(): void {
		clearTimeout(this.#askTimer);
		clearTimeout(this.#redrawTimer);
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}

	async #listModels(): Promise<TreeNode[]> {
		const { store, query, fit } = this.#parts;
		await Promise.all([store.ensureLoaded(), asksForMemory(query.filters) ? fit.ensureLoaded() : undefined]);
		if (!this.#hasAsked) {
			this.#askSoon();
		}
		const result = this.#query();
		this.#describe(result);
		if (result.known === 0) {
			return [];
		}
		if (result.total === 0) {
			return [...listLooseningNotes(result, query.query), ...listHiddenNotes(result)];
		}
		const nodes: TreeNode[] = result.models.map((model): ModelNode => ({ kind: "model", model }));
		if (this.#hasMore(result)) {
			nodes.push({
				kind: "note",
				words: vscode.l10n.t("Load more…"),
				icon: "ellipsis",
				command: { id: "openModels.loadMoreModels" },
			});
		}
		return [...nodes, ...listHiddenNotes(result)];
	}

	#query(): QueryResult {
		const { store, query } = this.#parts;
		return store.catalog.query({ ...query.query, offset: 0, limit: this.#shown });
	}

	#hasMore(result: QueryResult): boolean {
		// The Hub cannot be asked for a group.
		const hasMoreOnHub = this.#parts.store.status.hasMoreOnHub && !this.#parts.query.filters.group;
		return result.total > this.#shown || hasMoreOnHub;
	}

	/** The state of the list is always readable: filters beside the title, counts and source above the rows. */
	#describe(result: QueryResult): void {
		const { store, query } = this.#parts;
		this.#view.description = summarizeQuery(query.query);
		this.#view.message = result.known === 0 ? "" : describeList(result, store.status, Date.now());
		const isFiltered = hasFilters(query.filters) || Boolean(query.query.text);
		const state = result.known > 0 ? "list" : store.status.isLoading ? "loading" : "unreadable";
		void vscode.commands.executeCommand("setContext", "openModels.isFiltered", isFiltered);
		void vscode.commands.executeCommand("setContext", "openModels.hasMore", this.#hasMore(result));
		void vscode.commands.executeCommand("setContext", "openModels.models.state", state);
	}

	/** A person who types or checks boxes changes the question several times a second; the Hub is asked once. */
	#askSoon(): void {
		this.#hasAsked = true;
		clearTimeout(this.#askTimer);
		this.#askTimer = setTimeout(() => {
			this.refresh().catch((error) => logProblem(error, this.#parts.log));
		}, askDelayMs);
	}

	#listGroups({ model }: ModelNode): TreeNode[] {
		const candidates = this.#listCandidates(model);
		const nodes: TreeNode[] = [];
		if (candidates.length > 0) {
			nodes.push({ kind: "group", model, group: "artifacts", count: candidates.length });
		}
		const derivatives = this.#parts.store.getDerivatives(model.repoId);
		for (const relation of relations) {
			const count = derivatives?.byRelation[relation]?.count ?? model.derivativeCounts?.[relation];
			if (count) {
				nodes.push({ kind: "group", model, group: relation, count });
			}
		}
		if (nodes.length === 0) {
			nodes.push({
				kind: "note",
				words: vscode.l10n.t("Nothing is known of its files or derivatives yet."),
				icon: "info",
			});
		}
		if (!this.#parts.reader.isFresh(model.repoId)) {
			nodes.push({
				kind: "note",
				words: vscode.l10n.t("Read files and derivatives from the Hub"),
				icon: "cloud-download",
				command: { id: "openModels.readModel", arguments: [model.repoId] },
			});
		}
		return nodes;
	}

	#listCandidates(model: Model): readonly Candidate[] {
		return this.#parts.fit.judge?.listCandidates(model) ?? [];
	}

	#listGroup({ model, group }: TreeNode & { kind: "group" }): TreeNode[] {
		if (group === "artifacts") {
			return this.#listCandidates(model).map((candidate) => ({ kind: "artifact", model, candidate }));
		}
		const largest = this.#parts.store.getDerivatives(model.repoId)?.byRelation[group]?.largest ?? [];
		return largest.map(({ repoId, downloads30d }) => ({ kind: "derivative", repoId, downloads30d }));
	}
}

/** Whether the answer depends on what is estimated of each model. */
function asksForMemory({ hardware, sizeBytes }: Filters): boolean {
	return hardware !== undefined || sizeBytes !== undefined;
}
