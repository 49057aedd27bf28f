import type { TargetHardware } from "../hardware/target.ts";
import type { LicenseClass } from "../license/licenseClass.ts";
import type { WeightFormat } from "../model/artifact.ts";
import type { DeclaredLicense, Gating, Model } from "../model/model.ts";
import { measureAttention } from "./attention.ts";
import { CodeColumn, NumberColumn } from "./columns.ts";
import { findParameterBucket, type ParameterBucket } from "./parameterBuckets.ts";
import { type NumericSortKey, SortOrders } from "./sortOrders.ts";
import { TextColumn } from "./textMatch.ts";

/** What the catalog must know of a model but other rooms compute. */
export interface ModelTraits {
	classifyLicense(license: DeclaredLicense | undefined): LicenseClass;
	/** Bytes of the weights that would be loaded; `undefined`: unknown. */
	estimateWeightsBytes(model: Model): number | undefined;
	/** The least memory in bytes that can run the model on that hardware at that context; `undefined`: unknown. */
	estimateRequiredBytes(model: Model, contextTokens: number, hardware: TargetHardware): number | undefined;
	/** Milliseconds since the epoch. */
	nowMs(): number;
}

/** Whether a model derives from another one; code 0 of its column where that is not told. */
export type Descent = "base" | "derived";

interface DerivedColumn {
	readonly column: NumberColumn;
	readonly compute: (model: Model) => number | undefined;
}

/** Columns that are costly to fill are made when a query first needs them; so many are kept, the last used. */
const keptDerivedColumns = 16;

/** The models' facts by row and column, which is the shape that filtering and counting are fast in. */
export class CatalogIndex {
	readonly task = new CodeColumn<string>();
	readonly licenseClass = new CodeColumn<LicenseClass>();
	readonly licenseId = new CodeColumn<string>();
	readonly language = new CodeColumn<string>();
	readonly format = new CodeColumn<WeightFormat>();
	readonly gating = new CodeColumn<Gating>();
	readonly descent = new CodeColumn<Descent>();
	readonly parameterBucket = new CodeColumn<ParameterBucket>();
	readonly names = new TextColumn();
	readonly numbers: Readonly<Record<NumericSortKey, NumberColumn>> = {
		trending: new NumberColumn(),
		downloads: new NumberColumn(),
		likes: new NumberColumn(),
		created: new NumberColumn(),
		modified: new NumberColumn(),
		parameters: new NumberColumn(),
	};
	readonly orders = new SortOrders({
		numbers: this.numbers,
		compareNames: (a, b) => this.#compareNames(a, b),
	});
	/** One mask a row, written anew by each query (`rowMask.ts`). */
	masks = new Uint32Array(0);
	readonly #traits: ModelTraits;
	readonly #models: Model[] = [];
	readonly #derived = new Map<string, DerivedColumn>();

	constructor(traits: ModelTraits) {
		this.#traits = traits;
	}

	/** Rows that the index has. */
	get size(): number {
		return this.#models.length;
	}

	/** The model of a row. */
	getModel(row: number): Model | undefined {
		return this.#models[row];
	}

	/** Writes a model's facts into a row: an old one, or the next one. */
	write(row: number, model: Model): void {
		this.#models[row] = model;
		this.#reserve(this.#models.length);
		this.task.setOne(row, model.task);
		this.licenseClass.setOne(row, this.#traits.classifyLicense(model.license));
		this.licenseId.setOne(row, model.license?.id);
		this.language.setMany(row, model.languages ?? []);
		this.format.setMany(row, model.formats);
		this.gating.setOne(row, model.gating);
		this.descent.setOne(row, findDescent(model));
		const parameters = model.parameters?.total.value;
		this.parameterBucket.setOne(row, findParameterBucket(parameters));
		this.numbers.parameters.set(row, parameters);
		this.numbers.trending.set(row, measureAttention(model));
		this.numbers.downloads.set(row, model.counters.downloads30d);
		this.numbers.likes.set(row, model.counters.likes);
		this.numbers.created.set(row, model.createdAtMs);
		this.numbers.modified.set(row, model.lastModifiedMs);
		this.names.set(row, model.repoId);
		for (const { column, compute } of this.#derived.values()) {
			column.set(row, compute(model));
		}
		this.orders.markWritten(row);
	}

	/** Forgets the rows from `size` on. */
	truncate(size: number): void {
		if (size < this.#models.length) {
			this.#models.length = size;
			this.names.truncate(size);
		}
	}

	/** Bytes of the weights by row. */
	getSizeColumn(): NumberColumn {
		return this.#getDerived("size", (model) => this.#traits.estimateWeightsBytes(model));
	}

	/** The least memory in bytes that runs each row's model. */
	getRequiredColumn(contextTokens: number, hardware: TargetHardware): NumberColumn {
		const { vendor, devices, runtimes, cardBudgets } = hardware;
		const key = JSON.stringify(["required", contextTokens, vendor, devices, runtimes, cardBudgets]);
		return this.#getDerived(key, (model) =>
			this.#traits.estimateRequiredBytes(model, contextTokens, hardware),
		);
	}

	/** Forgets what was estimated: whoever estimates knows more now. */
	forgetEstimates(): void {
		this.#derived.clear();
	}

	#getDerived(key: string, compute: DerivedColumn["compute"]): NumberColumn {
		let derived = this.#derived.get(key);
		if (derived === undefined) {
			derived = { column: new NumberColumn(), compute };
			derived.column.reserve(this.#models.length);
			for (const [row, model] of this.#models.entries()) {
				derived.column.set(row, compute(model));
			}
		}
		this.#derived.delete(key);
		this.#derived.set(key, derived);
		for (const oldest of this.#derived.keys()) {
			if (this.#derived.size <= keptDerivedColumns) {
				break;
			}
			this.#derived.delete(oldest);
		}
		return derived.column;
	}

	#reserve(rows: number): void {
		const codeColumns = [this.task, this.licenseClass, this.licenseId, this.language, this.format];
		for (const column of [...codeColumns, this.gating, this.descent, this.parameterBucket]) {
			column.reserve(rows);
		}
		for (const column of Object.values(this.numbers)) {
			column.reserve(rows);
		}
		for (const { column } of this.#derived.values()) {
			column.reserve(rows);
		}
		if (this.masks.length < rows) {
			this.masks = new Uint32Array(this.task.codes.length);
		}
	}

	#compareNames(a: number, b: number): number {
		const x = this.names.getName(a);
		const y = this.names.getName(b);
		if (x !== y) {
			return x < y ? -1 : 1;
		}
		const exactX = this.#models[a]?.repoId ?? "";
		const exactY = this.#models[b]?.repoId ?? "";
		return exactX === exactY ? a - b : exactX < exactY ? -1 : 1;
	}
}

function findDescent(model: Model): Descent | undefined {
	if (model.baseModels === undefined) {
		return undefined;
	}
	return model.baseModels.repoIds.length === 0 ? "base" : "derived";
}
