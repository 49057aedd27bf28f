import type { LicenseClass } from "../license/licenseClass.ts";
import type { WeightFormat } from "../model/artifact.ts";
import type { Gating } from "../model/model.ts";
import type { CodeColumn } from "./columns.ts";
import type { ParameterBucket } from "./parameterBuckets.ts";
import { type FilterField, filterFields } from "./query.ts";
import { failsOf, textBit, unknownOf } from "./rowMask.ts";

/** A value and how many models have it. */
export interface FacetValue<V extends string> {
	readonly value: V;
	readonly count: number;
}

/** Counts by value, largest first, then by value; values that no model has are left out. */
export interface Facet<V extends string> {
	readonly values: readonly FacetValue<V>[];
	/** Models whose value is not known. For the license class: those counted as `notStated`. */
	readonly unknown: number;
}

/**
 * Counts under the text and all *other* fields' filters, so that a further value shows what choosing it would add.
 * A model with several languages or formats counts once in each.
 */
export interface Facets {
	readonly task: Facet<string>;
	readonly licenseClass: Facet<LicenseClass>;
	readonly licenseId: Facet<string>;
	readonly language: Facet<string>;
	readonly format: Facet<WeightFormat>;
	readonly gating: Facet<Gating>;
	/** Buckets of total parameters, in the order of size. */
	readonly parameters: Facet<ParameterBucket>;
}

/** The columns that facets are counted from. */
export interface FacetColumns {
	readonly task: CodeColumn<string>;
	readonly licenseClass: CodeColumn<LicenseClass>;
	readonly licenseId: CodeColumn<string>;
	readonly language: CodeColumn<string>;
	readonly format: CodeColumn<WeightFormat>;
	readonly gating: CodeColumn<Gating>;
	readonly parameterBucket: CodeColumn<ParameterBucket>;
}

/** How many models a query takes in, and what it leaves out and why. */
export interface Counts {
	readonly total: number;
	/** Left out by the field because its value is unknown, and by no known value: what "not stated" hides. */
	readonly hiddenUnknown: Partial<Record<FilterField, number>>;
	/** Left out by that field alone: what loosening just it would bring in. */
	readonly blockedOnlyBy: Partial<Record<FilterField, number>>;
	readonly facets: Facets;
}

class Counter<V extends string> {
	readonly counts: Uint32Array;
	readonly codes: Uint32Array;
	readonly #column: CodeColumn<V>;

	constructor(column: CodeColumn<V>) {
		this.#column = column;
		this.codes = column.codes;
		this.counts = new Uint32Array(column.sets.length);
	}

	toFacet(): Facet<V> {
		const byValue = new Map<V, number>();
		for (const [code, words] of this.#column.sets.entries()) {
			const count = this.counts[code] ?? 0;
			if (count > 0) {
				for (const word of words) {
					byValue.set(word, (byValue.get(word) ?? 0) + count);
				}
			}
		}
		const values = [...byValue].map(([value, count]) => ({ value, count }));
		values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
		return { values, unknown: this.counts[0] ?? 0 };
	}
}

/** Counts what the masks of the first `size` rows say, and the facets, in one pass. */
export function countRows(
	columns: FacetColumns,
	masks: Uint32Array,
	size: number,
	buckets: readonly ParameterBucket[],
): Counts {
	const counters = {
		task: new Counter(columns.task),
		licenseClass: new Counter(columns.licenseClass),
		licenseId: new Counter(columns.licenseId),
		parameters: new Counter(columns.parameterBucket),
		language: new Counter(columns.language),
		format: new Counter(columns.format),
		gating: new Counter(columns.gating),
	};
	const all = Object.values(counters);
	const byField = new Map<string, (typeof all)[number]>(Object.entries(counters));
	const counterOfBit = filterFields.map((field) => byField.get(field));
	const total = countMatches(all, masks, size);
	const blocked = new Uint32Array(filterFields.length);
	const hidden = new Uint32Array(filterFields.length);
	for (let row = 0; row < size; row++) {
		const mask = masks[row] ?? 0;
		const fails = failsOf(mask);
		if (fails === 0 || (fails & textBit) !== 0) {
			continue;
		}
		if ((fails & (fails - 1)) === 0) {
			const bit = 31 - Math.clz32(fails);
			blocked[bit] = (blocked[bit] ?? 0) + 1;
			const counter = counterOfBit[bit];
			if (counter !== undefined) {
				const code = counter.codes[row] ?? 0;
				counter.counts[code] = (counter.counts[code] ?? 0) + 1;
			}
		}
		let unknown = unknownOf(mask);
		if (unknown === fails) {
			for (; unknown !== 0; unknown &= unknown - 1) {
				const bit = 31 - Math.clz32(unknown & -unknown);
				hidden[bit] = (hidden[bit] ?? 0) + 1;
			}
		}
	}
	const licenseClass = counters.licenseClass.toFacet();
	const parameters = counters.parameters.toFacet();
	return {
		total,
		hiddenUnknown: nameCounts(hidden),
		blockedOnlyBy: nameCounts(blocked),
		facets: {
			task: counters.task.toFacet(),
			licenseClass: {
				values: licenseClass.values,
				unknown: licenseClass.values.find((entry) => entry.value === "notStated")?.count ?? 0,
			},
			licenseId: counters.licenseId.toFacet(),
			language: counters.language.toFacet(),
			format: counters.format.toFacet(),
			gating: counters.gating.toFacet(),
			parameters: {
				values: buckets.flatMap((bucket) => parameters.values.filter((entry) => entry.value === bucket)),
				unknown: parameters.unknown,
			},
		},
	};
}

/** Column by column over the matching rows: one counter at a time stays in the processor's cache. */
function countMatches(
	all: readonly { readonly codes: Uint32Array; readonly counts: Uint32Array }[],
	masks: Uint32Array,
	size: number,
): number {
	const matches = new Uint32Array(size);
	let total = 0;
	for (let row = 0; row < size; row++) {
		if (masks[row] === 0) {
			matches[total++] = row;
		}
	}
	for (const { codes, counts } of all) {
		for (let i = 0; i < total; i++) {
			const code = codes[matches[i] ?? 0] ?? 0;
			counts[code] = (counts[code] ?? 0) + 1;
		}
	}
	return total;
}

function nameCounts(counts: Uint32Array): Partial<Record<FilterField, number>> {
	const named: Partial<Record<FilterField, number>> = {};
	for (const [bit, field] of filterFields.entries()) {
		const count = counts[bit] ?? 0;
		if (count > 0) {
			named[field] = count;
		}
	}
	return named;
}
