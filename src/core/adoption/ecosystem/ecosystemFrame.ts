import { weightFormats } from "../../model/artifact.ts";
import type { Model } from "../../model/model.ts";
import { relations } from "../../model/relation.ts";
import { MonthFinder } from "./monthFinder.ts";
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

const mostDownloads = 2 ** 32;

/**
 * Lays out the facts of the models that the filter leaves, in slices: first their order, then each model's facts where
 * they belong, so that every model is read once and in the order in which it lies in memory.
 */
export async function layOutModels(
	models: readonly Model[],
	filter: EcosystemFilter,
	pacer: Pacer,
): Promise<EcosystemFrame> {
	const ranked = await rankModels(models, filter, pacer);
	const n = ranked.models.length;
	const column = (): Float64Array => new Float64Array(n);
	const words = (): WordColumn => new WordColumn(n);
	const frame = {
		models: ranked.models,
		rows: new Int32Array(n),
		downloads: column(),
		parameters: column(),
		scores: column(),
		createdAtMs: column(),
		readAtMs: column(),
		months: new Int32Array(n),
		relations: new Int32Array(n),
		owners: words(),
		tasks: words(),
		libraries: words(),
		licenses: words(),
		formats: new Int32Array(n),
		shapes: new Int32Array(n),
		parents: words(),
	};
	const monthFinder = new MonthFinder();
	const ownerCoder = new OwnerCoder(frame.owners);
	for (let at = 0; at < models.length; at++) {
		if (at % blockRows === 0) {
			await pacer.rest();
		}
		const row = ranked.ranks[at] ?? -1;
		const model = models[at];
		if (row < 0 || model === undefined) {
			continue;
		}
		const { counters, createdAtMs = Number.NaN, repoId } = model;
		frame.rows[row] = row;
		frame.downloads[row] = counters.downloads30d ?? Number.NaN;
		frame.parameters[row] = model.parameters?.total.value ?? Number.NaN;
		frame.scores[row] = counters.trendingScore ?? Number.NaN;
		frame.createdAtMs[row] = createdAtMs;
		frame.readAtMs[row] = model.readAtMs;
		frame.months[row] = monthFinder.find(createdAtMs);
		frame.relations[row] = codeRelation(model);
		ownerCoder.set(row, repoId);
		frame.tasks.set(row, model.task);
		frame.libraries.set(row, model.library);
		frame.licenses.set(row, model.license?.id);
		frame.formats[row] = codeFormats(model);
		frame.shapes[row] = shapeOf(repoId);
		frame.parents.set(row, model.baseModels?.repoIds[0]);
	}
	await pacer.rest();
	return { ...frame, axis: findAxis(frame.months), scratch: new Int32Array(n) };
}

/**
 * The models that the filter leaves, the most downloaded first, and the rank of each of all models (−1: left out).
 * Numbers sort many times faster than by a comparison: downloads and place are made one number.
 */
async function rankModels(
	models: readonly Model[],
	filter: EcosystemFilter,
	pacer: Pacer,
): Promise<{ readonly models: readonly Model[]; readonly ranks: Int32Array }> {
	const passes = makeFilter(filter);
	const places = 2 ** Math.ceil(Math.log2(models.length + 1));
	const keys = new Float64Array(models.length);
	let count = 0;
	for (let at = 0; at < models.length; at++) {
		if (at % blockRows === 0) {
			await pacer.rest();
		}
		const model = models[at];
		if (model !== undefined && passes(model)) {
			const { downloads30d } = model.counters;
			const whole = downloads30d === undefined ? -1 : Math.min(mostDownloads, Math.floor(downloads30d));
			keys[count++] = (mostDownloads - whole) * places + at;
		}
	}
	await pacer.rest();
	const sorted = keys.subarray(0, count).sort();
	await pacer.rest();
	const ranks = new Int32Array(models.length).fill(-1);
	const ranked: Model[] = [];
	for (const key of sorted) {
		const at = key % places;
		const model = models[at];
		if (model !== undefined) {
			ranks[at] = ranked.push(model) - 1;
		}
	}
	return { models: ranked, ranks };
}

/** What two ids that differ in case only have in common: length, and the low bits of some letters. */
export function shapeOf(repoId: string): number {
	const { length } = repoId;
	const first = repoId.charCodeAt(0) & 31;
	const last = repoId.charCodeAt(length - 1) & 31;
	const middle = repoId.charCodeAt(length >>> 1) & 31;
	const late = repoId.charCodeAt((length * 3) >>> 2) & 31;
	return (length << 20) | (late << 15) | (middle << 10) | (first << 5) | last;
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
