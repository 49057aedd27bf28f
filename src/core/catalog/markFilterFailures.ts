import type { CatalogIndex } from "./catalogIndex.ts";
import type { CodeColumn, NumberColumn } from "./columns.ts";
import type { DerivedFromFilter, FilterField, Filters, GroupFilter, HardwareFilter, Range } from "./query.ts";
import { knownBit, unknownBit } from "./rowMask.ts";

const dayMs = 86_400_000;

/** How a field judges a value: `undefined` where the value does not tell. */
type Judgement = boolean | undefined;

/** Sets, in the mask of each row, the bits of the filters that leave it out. */
export function markFilterFailures(index: CatalogIndex, filters: Filters, nowMs: number): void {
	const marks = new FieldMarks(index, filters.includeUnknown ?? []);
	marks.markWords("task", index.task, filters.tasks, isAnyOf);
	marks.markWords("licenseClass", index.licenseClass, filters.licenseClasses, isLicenseClass);
	marks.markWords("licenseId", index.licenseId, filters.licenseIds, isAnyOf);
	marks.markWords("language", index.language, filters.languages, speaksAny);
	marks.markWords("format", index.format, filters.formats, isAnyOf);
	marks.markWords("gating", index.gating, filters.gating, isAnyOf);
	marks.markWords("baseOnly", index.descent, filters.baseOnly === true ? ["base"] : [], isAnyOf);
	if (isBounded(filters.parameters)) {
		marks.markRange("parameters", index.numbers.parameters, filters.parameters);
	}
	if (isBounded(filters.sizeBytes)) {
		marks.markRange("sizeBytes", index.getSizeColumn(), filters.sizeBytes);
	}
	if (filters.maxAgeDays !== undefined) {
		marks.markRange("age", index.numbers.created, { min: nowMs - filters.maxAgeDays * dayMs });
	}
	marks.markHardware(filters.hardware ?? []);
	if (filters.group !== undefined) {
		marks.markGroup(filters.group);
	}
	if (filters.derivedFrom !== undefined) {
		marks.markDescent(filters.derivedFrom);
	}
}

class FieldMarks {
	readonly #index: CatalogIndex;
	readonly #size: number;
	readonly #includeUnknown: readonly FilterField[];

	constructor(index: CatalogIndex, includeUnknown: readonly FilterField[]) {
		this.#index = index;
		this.#size = index.size;
		this.#includeUnknown = includeUnknown;
	}

	/** Judges each distinct set of words once, then the rows by their codes. */
	markWords<V extends string>(
		field: FilterField,
		column: CodeColumn<V>,
		wanted: readonly string[] | undefined,
		judge: (words: readonly V[], wanted: ReadonlySet<string>) => Judgement,
	): void {
		if (wanted === undefined || wanted.length === 0) {
			return;
		}
		const wantedSet = new Set(wanted);
		const bits = Uint32Array.from(column.sets, (words) => this.#bitOf(field, judge(words, wantedSet)));
		const { masks } = this.#index;
		const { codes } = column;
		for (let row = 0; row < this.#size; row++) {
			masks[row] = (masks[row] ?? 0) | (bits[codes[row] ?? 0] ?? 0);
		}
	}

	markRange(field: FilterField, column: NumberColumn, { min, max }: Range): void {
		const low = min ?? Number.NEGATIVE_INFINITY;
		const high = max ?? Number.POSITIVE_INFINITY;
		const fails = knownBit(field);
		const unknown = this.#bitOf(field, undefined);
		const { masks } = this.#index;
		const { values } = column;
		for (let row = 0; row < this.#size; row++) {
			const value = values[row] ?? Number.NaN;
			if (!(value >= low && value <= high)) {
				masks[row] = (masks[row] ?? 0) | (Number.isNaN(value) ? unknown : fails);
			}
		}
	}

	/** All targets must fit: one that is known not to fit decides, else one that is not known. */
	markHardware(targets: readonly HardwareFilter[]): void {
		const fails = knownBit("hardware");
		const unknown = unknownBit("hardware");
		const { masks } = this.#index;
		for (const hardware of targets) {
			const { contextTokens, budgetBytes } = hardware;
			const { values } = this.#index.getRequiredColumn(contextTokens, hardware);
			for (let row = 0; row < this.#size; row++) {
				const value = values[row] ?? Number.NaN;
				if (!(value <= budgetBytes)) {
					masks[row] = (masks[row] ?? 0) | (Number.isNaN(value) ? unknown : fails);
				}
			}
		}
		if (targets.length > 0) {
			const isIncluded = this.#bitOf("hardware", undefined) === 0;
			for (let row = 0; row < this.#size; row++) {
				const mask = masks[row] ?? 0;
				if (isIncluded || (mask & fails) !== 0) {
					masks[row] = mask & ~unknown;
				}
			}
		}
	}

	markGroup({ repoIds }: GroupFilter): void {
		const members = new Set(repoIds);
		const fails = knownBit("group");
		const { masks } = this.#index;
		for (let row = 0; row < this.#size; row++) {
			if (!members.has(this.#index.getModel(row)?.repoId ?? "")) {
				masks[row] = (masks[row] ?? 0) | fails;
			}
		}
	}

	/** A model of that base whose relation to it is not told may be one or not. */
	markDescent({ repoId, relation }: DerivedFromFilter): void {
		const fails = knownBit("derivedFrom");
		const unknown = this.#bitOf("derivedFrom", undefined);
		const { masks } = this.#index;
		for (let row = 0; row < this.#size; row++) {
			const base = this.#index.getModel(row)?.baseModels;
			const isOfBase = base?.repoIds.includes(repoId);
			const relationTold = isOfBase === true ? base?.relation : relation;
			if (isOfBase === undefined || relationTold === undefined) {
				masks[row] = (masks[row] ?? 0) | unknown;
			} else if (!isOfBase || relationTold !== relation) {
				masks[row] = (masks[row] ?? 0) | fails;
			}
		}
	}

	#bitOf(field: FilterField, judgement: Judgement): number {
		if (judgement === undefined) {
			return this.#includeUnknown.includes(field) ? 0 : unknownBit(field);
		}
		return judgement ? 0 : knownBit(field);
	}
}

function isAnyOf(words: readonly string[], wanted: ReadonlySet<string>): Judgement {
	return words.length === 0 ? undefined : words.some((word) => wanted.has(word));
}

/** "Not stated" is a class that can be asked for, and is unknown to whoever asks for another. */
function isLicenseClass(words: readonly string[], wanted: ReadonlySet<string>): Judgement {
	return isAnyOf(words, wanted) || (words.includes("notStated") ? undefined : false);
}

/** A model that only says "multilingual" does not tell whether it speaks a given language. */
function speaksAny(words: readonly string[], wanted: ReadonlySet<string>): Judgement {
	return isAnyOf(words, wanted) || (words.includes("multilingual") ? undefined : isAnyOf(words, wanted));
}

function isBounded(range: Range | undefined): range is Range {
	return range !== undefined && (range.min !== undefined || range.max !== undefined);
}
