import type { HubModel, Relation } from "./hubModel.ts";
import { isRecord, type RawRow, readNumber, readRecords, readText } from "./rowFields.ts";
import { rowToModel } from "./rowToModel.ts";

export type ChildCounts = Readonly<Record<Relation, number>>;

/** The models that the server knows, found by id, by wrong-case id and by former id. */
export class DataSet {
	/** Rows that are no models (null, a number, no id): a listing serves them as they stand. */
	readonly hostileRows: readonly unknown[];
	readonly #models = new Map<string, HubModel>();
	readonly #canonicalIds = new Map<string, string>();
	readonly #knownIds: ReadonlyMap<string, string>;
	#childCounts: ReadonlyMap<string, ChildCounts> | undefined;

	/**
	 * Of two rows for one id the earlier wins field by field, the later fills what is missing, and the larger
	 * `trendingScore` is kept. `configs` adds `config.json` where a row has none.
	 */
	constructor(rows: readonly unknown[], configs: ReadonlyMap<string, RawRow> = new Map()) {
		const hostileRows: unknown[] = [];
		const merged = new Map<string, RawRow>();
		for (const row of rows) {
			const id = isRecord(row) ? readText(row, "id") : undefined;
			if (!isRecord(row) || id === undefined) {
				hostileRows.push(row);
				continue;
			}
			const known = merged.get(id);
			merged.set(id, known === undefined ? row : mergeRows(known, row));
		}
		this.hostileRows = hostileRows;
		this.#knownIds = collectKnownIds(merged.values());
		for (const [id, row] of merged) {
			const config = configs.get(id);
			this.#add(config === undefined || "configJson" in row ? row : { ...row, configJson: config }, id);
		}
	}

	get models(): Iterable<HubModel> {
		return this.#models.values();
	}

	get size(): number {
		return this.#models.size;
	}

	/** The model with exactly this id. */
	find(id: string): HubModel | undefined {
		return this.#models.get(id);
	}

	/** The id to which a former or wrong-case id leads, if it leads anywhere else. */
	findRedirect(id: string): string | undefined {
		const canonicalId = this.#canonicalIds.get(id.toLowerCase());
		return canonicalId === id ? undefined : canonicalId;
	}

	/** How many loaded models name `id` as their base, by relation. */
	countChildren(id: string): ChildCounts {
		this.#childCounts ??= countAllChildren(this.#models.values());
		return this.#childCounts.get(id) ?? { adapter: 0, merge: 0, quantized: 0, finetune: 0 };
	}

	/**
	 * Changes fields of a model while the server runs, as its counters do on the Hub.
	 * @throws Error when there is no such model.
	 */
	patchModel(id: string, patch: RawRow): void {
		const model = this.#models.get(id);
		if (model === undefined) {
			throw new Error(`The test Hub has no model ${id}.`);
		}
		this.#add({ ...model.row, _id: model._id, ...patch, id }, id);
		this.#childCounts = undefined;
	}

	#add(row: RawRow, id: string): void {
		const model = rowToModel(row, id, this.#knownIds);
		this.#models.set(id, model);
		this.#canonicalIds.set(id.toLowerCase(), id);
		for (const alias of model.aliases) {
			this.#canonicalIds.set(alias.toLowerCase(), id);
		}
	}
}

function mergeRows(known: RawRow, later: RawRow): RawRow {
	const filled: Record<string, unknown> = { ...later };
	for (const [key, value] of Object.entries(known)) {
		if (value !== null && value !== undefined) {
			filled[key] = value;
		}
	}
	const scores = [readNumber(known, "trendingScore"), readNumber(later, "trendingScore")];
	const present = scores.filter((score) => score !== undefined);
	return present.length === 0 ? filled : { ...filled, trendingScore: Math.max(...present) };
}

function collectKnownIds(rows: Iterable<RawRow>): ReadonlyMap<string, string> {
	const knownIds = new Map<string, string>();
	for (const row of rows) {
		const declared = row["baseModels"];
		for (const base of isRecord(declared) ? readRecords(declared, "models") : []) {
			const id = readText(base, "id");
			const objectId = readText(base, "_id");
			if (id !== undefined && objectId !== undefined) {
				knownIds.set(id, objectId);
			}
		}
	}
	return knownIds;
}

function countAllChildren(models: Iterable<HubModel>): ReadonlyMap<string, ChildCounts> {
	const counts = new Map<string, Record<Relation, number>>();
	for (const model of models) {
		if (model.relation === undefined || model.isPrivate) {
			continue;
		}
		for (const base of model.baseModels) {
			const count = counts.get(base.id) ?? { adapter: 0, merge: 0, quantized: 0, finetune: 0 };
			count[model.relation] += 1;
			counts.set(base.id, count);
		}
	}
	return counts;
}
