import { weightFormats } from "../../model/artifact.ts";
import type { Model } from "../../model/model.ts";
import { relations } from "../../model/relation.ts";
import { findMonth } from "./findMonth.ts";
import { findOwner, OwnerCoder } from "./ownerCoder.ts";
import type { Pacer } from "./pacer.ts";
import { type CodedWords, WordColumn } from "./wordColumn.ts";

/** What the figures are narrowed to; values of one field are alternatives. A model of which it is unknown is out. */
export interface EcosystemFilter {
	readonly languages?: readonly string[];
	readonly tasks?: readonly string[];
	readonly licenses?: readonly string[];
	/** Owners of repositories, in any case. */
	readonly owners?: readonly string[];
}

/**
 * Facts that the figures need, by row and column; NaN and codes below 0 are unknown. Rows are the models that the filter
 * leaves, the most downloaded first and those of which downloads are unknown last, so that every figure reads the
 * columns from one end to the other.
 */
export interface EcosystemFrame {
	readonly models: readonly Model[];
	/** 0, 1, 2, … */
	readonly rows: Int32Array;
	/** Of the last 30 days. */
	readonly downloads: Float64Array;
	readonly parameters: Float64Array;
	readonly scores: Float64Array;
	readonly createdAtMs: Float64Array;
	readonly readAtMs: Float64Array;
	/** Months since year 0 of creation; −1: unknown. */
	readonly months: Int32Array;
	/** Index in `relations`; −1: a base model, −2: not told. */
	readonly relations: Int32Array;
	readonly owners: CodedWords;
	readonly tasks: CodedWords;
	readonly libraries: CodedWords;
	readonly licenses: CodedWords;
	/** A bit for each of `weightFormats`. */
	readonly formats: Int32Array;
	/** `shapeOf` the repo id. */
	readonly shapes: Int32Array;
	/** The first parent's repo id as it is written. */
	readonly parents: CodedWords;
	/** The months that charts over time have. */
	readonly axis: MonthAxis;
	/** Room for one chart's codes at a time. */
	readonly scratch: Int32Array;
}

/** Contiguous months up to that of the newest model, five years at most; in months since year 0. */
export interface MonthAxis {
	readonly first: number;
	readonly length: number;
}

const mostMonths = 60;

/** Rows that are worked on before the clock is asked. */
export const blockRows = 1024;

/** Orders those of which downloads are unknown. */
const unknownKey = 2 ** 32 - 1;

const digitBits = 11;
const digits = 2 ** digitBits;

/**
 * Lays out the facts of the models that the filter leaves, in slices: every model is read once and in the order in which
 * it lies in memory; what was read of it is then put in the order of downloads, column by column.
 */
export async function layOutModels(
	models: readonly Model[],
	filter: EcosystemFilter,
	pacer: Pacer,
): Promise<EcosystemFrame> {
	const passes = makeFilter(filter);
	const passed: Model[] = [];
	const n = models.length;
	const read = {
		downloads: new Float64Array(n),
		parameters: new Float64Array(n),
		scores: new Float64Array(n),
		createdAtMs: new Float64Array(n),
		readAtMs: new Float64Array(n),
		months: new Int32Array(n),
		relations: new Int32Array(n),
		formats: new Int32Array(n),
		shapes: new Int32Array(n),
		owners: new WordColumn(n),
		tasks: new WordColumn(n),
		libraries: new WordColumn(n),
		licenses: new WordColumn(n),
		parents: new WordColumn(n),
	};
	const ownerCoder = new OwnerCoder(read.owners);
	for (let at = 0; at < n; at++) {
		if (at % blockRows === 0) {
			await pacer.rest();
		}
		const model = models[at];
		if (model === undefined || !passes(model)) {
			continue;
		}
		const row = passed.push(model) - 1;
		const { counters, createdAtMs = Number.NaN } = model;
		read.downloads[row] = counters.downloads30d ?? Number.NaN;
		read.parameters[row] = model.parameters?.total.value ?? Number.NaN;
		read.scores[row] = counters.trendingScore ?? Number.NaN;
		read.createdAtMs[row] = createdAtMs;
		read.readAtMs[row] = model.readAtMs;
		read.months[row] = findMonth(createdAtMs);
		read.relations[row] = codeRelation(model);
		read.formats[row] = codeFormats(model);
		read.shapes[row] = shapeOf(model.repoId);
		ownerCoder.set(row, model.repoId);
		read.tasks.set(row, model.task);
		read.libraries.set(row, model.library);
		read.licenses.set(row, model.license?.id);
		read.parents.set(row, model.baseModels?.repoIds[0]);
	}
	await pacer.rest();
	const order = rankRows(read.downloads.subarray(0, passed.length));
	await pacer.rest();
	const numberScratch = new Float64Array(order.length);
	const scratch = new Int32Array(order.length);
	const numbers = (column: Float64Array): Float64Array => {
		arrange(column, order, numberScratch);
		return column.subarray(0, order.length);
	};
	const codes = (column: Int32Array): Int32Array => {
		arrange(column, order, scratch);
		return column.subarray(0, order.length);
	};
	const words = (column: WordColumn): CodedWords => ({ codes: codes(column.codes), words: column.words });
	const ranked: Model[] = [];
	const rows = new Int32Array(order.length);
	for (const row of order) {
		const model = passed[row];
		if (model !== undefined) {
			rows[ranked.length] = ranked.length;
			ranked.push(model);
		}
	}
	const months = codes(read.months);
	const frame = {
		models: ranked,
		rows,
		downloads: numbers(read.downloads),
		parameters: numbers(read.parameters),
		scores: numbers(read.scores),
		createdAtMs: numbers(read.createdAtMs),
		readAtMs: numbers(read.readAtMs),
		months,
		relations: codes(read.relations),
		formats: codes(read.formats),
		shapes: codes(read.shapes),
		owners: words(read.owners),
		tasks: words(read.tasks),
		libraries: words(read.libraries),
		licenses: words(read.licenses),
		parents: words(read.parents),
		axis: findAxis(months),
		scratch,
	};
	await pacer.rest();
	return frame;
}

/**
 * Rows by downloads, the most downloaded first and those of which they are unknown last; those alike in their order. Sorted
 * by the digits of their number from the last to the first, which needs no comparisons.
 */
function rankRows(downloads: Float64Array): Int32Array {
	const keys = new Uint32Array(downloads.length);
	let order = new Int32Array(downloads.length);
	let next = new Int32Array(downloads.length);
	for (let row = 0; row < keys.length; row++) {
		const each = downloads[row] ?? Number.NaN;
		order[row] = row;
		keys[row] = Number.isNaN(each) ? unknownKey : unknownKey - 1 - Math.min(unknownKey - 1, Math.floor(each));
	}
	for (let shift = 0; shift < 32; shift += digitBits) {
		const places = new Int32Array(digits + 1);
		for (const key of keys) {
			const digit = (key >>> shift) & (digits - 1);
			places[digit + 1] = (places[digit + 1] ?? 0) + 1;
		}
		for (let digit = 1; digit < digits; digit++) {
			places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
		}
		for (const row of order) {
			const digit = ((keys[row] ?? 0) >>> shift) & (digits - 1);
			const place = places[digit] ?? 0;
			places[digit] = place + 1;
			next[place] = row;
		}
		[order, next] = [next, order];
	}
	return order;
}

/** Puts a column into another order of its rows, where it is: memory that is asked for anew costs more than a second copy. */
function arrange<Column extends Float64Array | Int32Array>(
	column: Column,
	order: Int32Array,
	scratch: Column,
): void {
	for (let rank = 0; rank < order.length; rank++) {
		scratch[rank] = column[order[rank] ?? 0] ?? 0;
	}
	column.set(scratch);
}

/** What two ids that differ in case only have in common: a few bits of their length and of two letters. */
export function shapeOf(repoId: string): number {
	const { length } = repoId;
	const last = repoId.charCodeAt(length - 1) & 31;
	const late = repoId.charCodeAt((length * 3) >>> 2) & 31;
	return ((length & 63) << 10) | (late << 5) | last;
}

function makeFilter({ languages, tasks, licenses, owners }: EcosystemFilter): (model: Model) => boolean {
	const wanted = owners && new Set(owners.map((owner) => owner.toLowerCase()));
	return ({ languages: own, task, license, repoId }) =>
		(wanted === undefined || wanted.has(findOwner(repoId).toLowerCase())) &&
		(tasks === undefined || (task !== undefined && tasks.includes(task))) &&
		(licenses === undefined || (license !== undefined && licenses.includes(license.id))) &&
		(languages === undefined || (own?.some((language) => languages.includes(language)) ?? false));
}

function findAxis(months: Int32Array): MonthAxis {
	let first = Number.POSITIVE_INFINITY;
	let last = -1;
	for (const month of months) {
		if (month >= 0) {
			first = Math.min(first, month);
			last = Math.max(last, month);
		}
	}
	const begin = Math.max(first, last - mostMonths + 1);
	return last < 0 ? { first: 0, length: 0 } : { first: begin, length: last - begin + 1 };
}

function codeFormats({ formats }: Model): number {
	let bits = 0;
	for (const format of formats) {
		bits |= 1 << weightFormats.indexOf(format);
	}
	return bits;
}

function codeRelation({ baseModels }: Model): number {
	if (baseModels === undefined) {
		return -2;
	}
	if (baseModels.relation !== undefined) {
		return relations.indexOf(baseModels.relation);
	}
	return baseModels.repoIds.length === 0 ? -1 : -2;
}
