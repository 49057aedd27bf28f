import * as vscode from "vscode";
import { dropFilter } from "../../core/catalog/editFilters.ts";
import { mostRememberedMembers, parseQuery } from "../../core/catalog/parseQuery.ts";
import type { DerivedFromFilter, Filters, GroupFilter, Query, SortKey } from "../../core/catalog/query.ts";

const storageKey = "openModels.query";

/** What the Models view asks for: text, filters and order, remembered per workspace. */
export class QueryState implements vscode.Disposable {
	readonly #memento: vscode.Memento;
	#query: Query;
	/** The user's own order, while a group is shown in another. */
	#ownSort: SortKey | undefined;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
		this.#query = parseQuery(memento.get<unknown>(storageKey));
	}

	get query(): Query {
		return this.#query;
	}

	get filters(): Filters {
		return this.#query.filters ?? {};
	}

	get sort(): SortKey {
		return this.#query.sort ?? "trending";
	}

	async setFilters(filters: Filters): Promise<void> {
		await this.#set({ ...this.#query, filters });
	}

	/** Judges the hardware that is filtered by at another context length, in tokens, as all else is judged then. */
	async setContext(contextTokens: number): Promise<void> {
		const { hardware, ...others } = this.filters;
		if (hardware?.some((each) => each.contextTokens !== contextTokens)) {
			await this.setFilters({ ...others, hardware: hardware.map((each) => ({ ...each, contextTokens })) });
		}
	}

	/** Shows one group of models in its own order, and nothing else of what was asked before. */
	async showGroup(group: GroupFilter, sort: SortKey): Promise<void> {
		this.#ownSort ??= this.sort;
		await this.#set({ filters: { group }, sort });
	}

	/** Shows the direct derivatives of a model, the most used first, and nothing else of what was asked before. */
	async showDerivatives(derivedFrom: DerivedFromFilter): Promise<void> {
		this.#ownSort ??= this.sort;
		await this.#set({ filters: { derivedFrom }, sort: "downloads" });
	}

	async setSort(sort: SortKey): Promise<void> {
		this.#ownSort = undefined;
		await this.#set({ ...this.#query, sort });
	}

	/** Words that the repo id must hold; empty for all. */
	async setText(text: string): Promise<void> {
		const { text: _, ...others } = this.#query;
		const trimmed = text.trim();
		await this.#set(trimmed ? { ...others, text: trimmed } : others);
	}

	/** Takes all filters and the text away; the user's order stays. */
	async clear(): Promise<void> {
		await this.#set({ sort: this.sort });
	}

	dispose(): void {
		this.#changed.dispose();
	}

	async #set(query: Query): Promise<void> {
		this.#query = this.#returnSort(query);
		this.#changed.fire();
		await this.#memento.update(storageKey, forgetLargeGroup(this.#query));
	}

	/** With the group goes the order that came with it. */
	#returnSort(query: Query): Query {
		const own = this.#ownSort;
		const { group, derivedFrom } = query.filters ?? {};
		if (own === undefined || group !== undefined || derivedFrom !== undefined) {
			return query;
		}
		this.#ownSort = undefined;
		return { ...query, sort: own };
	}
}

function forgetLargeGroup(query: Query): Query {
	const isLarge = (query.filters?.group?.repoIds.length ?? 0) > mostRememberedMembers;
	return isLarge ? { ...query, filters: dropFilter(query.filters ?? {}, "group") } : query;
}
