import type { Model } from "../model/model.ts";
import { isSameData } from "./isSameData.ts";
import { mergeModels } from "./mergeModels.ts";

/**
 * One record a model, by row. The Hub's id is the identity; the repo id is a label that can change hands: a model keeps
 * answering to its former labels until another one takes them over.
 */
export class ModelStore {
	readonly #models: Model[] = [];
	readonly #labels: string[][] = [];
	readonly #rowByHubId = new Map<string, number>();
	readonly #rowByLabel = new Map<string, number>();
	readonly #dirtyRows = new Set<number>();

	get size(): number {
		return this.#models.length;
	}

	/** All of them, in no order that means anything. */
	get models(): readonly Model[] {
		return this.#models;
	}

	/** Rows that were written or moved since they were last taken. */
	get dirtyCount(): number {
		return this.#dirtyRows.size;
	}

	/** Takes up to `limit` of the rows that were written or moved. Rows from `size` on are gone. */
	takeDirtyRows(limit: number): readonly { readonly row: number; readonly model: Model }[] {
		const taken: { row: number; model: Model }[] = [];
		// A set keeps the order of insertion, so that new rows come in ascending order, as an index grows.
		for (const row of this.#dirtyRows) {
			if (taken.length >= limit) {
				break;
			}
			this.#dirtyRows.delete(row);
			const model = this.#models[row];
			if (model !== undefined) {
				taken.push({ row, model });
			}
		}
		return taken;
	}

	/** The model of that label, present or former. */
	find(repoId: string): Model | undefined {
		const row = this.#rowByLabel.get(repoId);
		return row === undefined ? undefined : this.#models[row];
	}

	/** Takes in a reading; whether it told anything but a newer date. */
	upsert(model: Model): boolean {
		const byId = model.hubId === undefined ? undefined : this.#rowByHubId.get(model.hubId);
		const byLabel = this.#rowByLabel.get(model.repoId);
		const holder = byLabel === undefined ? undefined : this.#models[byLabel];
		if (byLabel === undefined || holder === undefined || byLabel === byId) {
			return byId === undefined ? this.#append(model) : this.#merge(byId, model);
		}
		const isSameModel =
			model.hubId === undefined || holder.hubId === undefined || model.hubId === holder.hubId;
		if (isSameModel) {
			if (byId === undefined) {
				return this.#merge(byLabel, model);
			}
			// What was known under the label alone turns out to be a model that is known by its id.
			this.#remove(byLabel);
			this.upsert({ ...holder, ...(model.hubId === undefined ? {} : { hubId: model.hubId }) });
			this.upsert(model);
			return true;
		}
		if (holder.repoId !== model.repoId) {
			// The label is only a former one of its holder, so that it is free for a model that bears it now.
			return byId === undefined ? this.#append(model) : this.#merge(byId, model);
		}
		if (model.readAtMs < holder.readAtMs) {
			return false;
		}
		this.#remove(byLabel);
		return this.upsert(model);
	}

	#append(model: Model): boolean {
		const row = this.#models.length;
		this.#models.push(model);
		this.#labels.push([]);
		this.#point(row, model);
		this.#dirtyRows.add(row);
		return true;
	}

	#merge(row: number, model: Model): boolean {
		const known = this.#models[row];
		if (known === undefined) {
			return false;
		}
		this.#claim(row, model.repoId);
		const merged = mergeModels(known, model);
		const hasNews = !isSameData({ ...known, readAtMs: merged.readAtMs }, merged);
		if (hasNews || known.readAtMs !== merged.readAtMs) {
			this.#models[row] = merged;
			this.#point(row, merged);
			this.#dirtyRows.add(row);
		}
		return hasNews;
	}

	#point(row: number, model: Model): void {
		if (model.hubId !== undefined) {
			this.#rowByHubId.set(model.hubId, row);
		}
		this.#claim(row, model.repoId);
	}

	#claim(row: number, label: string): void {
		const previous = this.#rowByLabel.get(label);
		if (previous === row) {
			return;
		}
		if (previous !== undefined) {
			this.#labels[previous] = (this.#labels[previous] ?? []).filter((other) => other !== label);
		}
		this.#rowByLabel.set(label, row);
		this.#labels[row]?.push(label);
	}

	/** Moves the last row into the place of the one that goes. */
	#remove(row: number): void {
		const gone = this.#models[row];
		for (const label of this.#labels[row] ?? []) {
			this.#rowByLabel.delete(label);
		}
		if (gone?.hubId !== undefined) {
			this.#rowByHubId.delete(gone.hubId);
		}
		const moved = this.#models.pop();
		const labels = this.#labels.pop();
		const last = this.#models.length;
		this.#dirtyRows.delete(last);
		if (row === last || moved === undefined || labels === undefined) {
			return;
		}
		this.#models[row] = moved;
		this.#labels[row] = labels;
		for (const label of labels) {
			this.#rowByLabel.set(label, row);
		}
		if (moved.hubId !== undefined) {
			this.#rowByHubId.set(moved.hubId, row);
		}
		this.#dirtyRows.add(row);
	}
}
