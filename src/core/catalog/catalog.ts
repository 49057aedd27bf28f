import type { Model } from "../model/model.ts";
import { CatalogIndex, type ModelTraits } from "./catalogIndex.ts";
import { type Counts, countRows } from "./facets.ts";
import { markFilterFailures } from "./markFilterFailures.ts";
import { ModelStore } from "./modelStore.ts";
import { parameterBuckets } from "./parameterBuckets.ts";
import type { Query } from "./query.ts";

/** A page of models, and what lies around it. */
export interface QueryResult extends Counts {
	/** The page, in order. */
	readonly models: readonly Model[];
	/** Models in the catalog, which the query was asked of. */
	readonly known: number;
}

/** Rows that are indexed before `buildIndexInSlices` lets others run: a few milliseconds. */
const sliceRows = 1000;

/** The models that we know, from the embedded snapshot, the disk and the Hub. The newest reading wins. */
export class Catalog {
	readonly #store = new ModelStore();
	readonly #index: CatalogIndex;
	readonly #traits: ModelTraits;
	#version = 0;

	constructor(traits: ModelTraits) {
		this.#traits = traits;
		this.#index = new CatalogIndex(traits);
	}

	/** Models that are known. */
	get size(): number {
		return this.#store.size;
	}

	/** All models that are known, in no order that means anything; it changes when models are added. */
	get models(): readonly Model[] {
		return this.#store.models;
	}

	/** Grows whenever a known fact changes. */
	get version(): number {
		return this.#version;
	}

	/** Takes in readings (rule: `mergeModels`); how many told something new. Indexing waits for the next query. */
	add(models: Iterable<Model>): number {
		let changed = 0;
		for (const model of models) {
			changed += this.#store.upsert(model) ? 1 : 0;
		}
		this.#version += changed > 0 ? 1 : 0;
		return changed;
	}

	/** Estimates anew when next asked: the traits can tell more than before. */
	forgetEstimates(): void {
		this.#index.forgetEstimates();
		this.#version += 1;
	}

	/** A model by its repo id, also a former one. Case-sensitive, as ids are once they are resolved. */
	get(repoId: string): Model | undefined {
		return this.#store.find(repoId);
	}

	/** The page that a query asks for, with counts over all that is known. Never throws. */
	query(query: Query): QueryResult {
		this.#indexRows(Number.POSITIVE_INFINITY);
		const index = this.#index;
		const { size, masks } = index;
		masks.fill(0, 0, size);
		if (query.text !== undefined) {
			index.names.markMismatches(query.text, masks);
		}
		markFilterFailures(index, query.filters ?? {}, this.#traits.nowMs());
		const counts = countRows(index, masks, size, parameterBuckets);
		return { models: this.#readPage(query), known: size, ...counts };
	}

	/**
	 * Indexes what was added since the last query, letting others run in between: for thousands of rows at once.
	 * `pause` ends when it is this work's turn again.
	 */
	async buildIndexInSlices(pause: () => Promise<void>): Promise<void> {
		while (this.#store.dirtyCount > 0) {
			this.#indexRows(sliceRows);
			await pause();
		}
		this.#index.orders.getRows("name", this.#index.size);
		await pause();
		// More can have come in meanwhile; the query after this takes care of it.
		this.#index.orders.getRows("trending", this.#index.size);
	}

	#indexRows(limit: number): void {
		this.#index.truncate(this.#store.size);
		for (const { row, model } of this.#store.takeDirtyRows(limit)) {
			this.#index.write(row, model);
		}
	}

	#readPage({ text, sort, offset, limit }: Query): readonly Model[] {
		const index = this.#index;
		const { masks } = index;
		const begin = Math.max(0, Math.floor(offset ?? 0) || 0);
		const end = begin + Math.max(0, limit ?? Number.POSITIVE_INFINITY);
		const rows = index.orders.getRows(sort ?? "trending", index.size);
		const exactName = text?.trim().toLowerCase() ?? "";
		const exact: number[] = [];
		const others: number[] = [];
		for (const row of rows) {
			if (masks[row] !== 0) {
				continue;
			}
			if (exactName !== "" && index.names.getName(row) === exactName) {
				exact.push(row);
			} else if (others.length < end) {
				others.push(row);
			} else if (exactName === "") {
				break;
			}
		}
		return [...exact, ...others].slice(begin, end).flatMap((row) => index.getModel(row) ?? []);
	}
}
