import * as v from "valibot";
import { parseMonth } from "../adoption/months.ts";
import { weightFormats } from "../model/artifact.ts";
import { figureSources } from "../model/figure.ts";
import { relations } from "../model/relation.ts";
import { isRepoId } from "../model/repoId.ts";
import { standings } from "../model/standing.ts";
import { type Columns, isColumns } from "./snapshotColumns.ts";

/** The schema's number; a snapshot with a higher one was written by a later version of us. */
export const snapshotVersion = 2;

/** More than twenty years of daily readings. */
const mostReadings = 10_000;

/** Tells our snapshots from any other JSON. */
export const snapshotFormat = "open-models-catalog";

// One check a value, and one a list of numbers: a chain of them for each of ten thousand numbers is felt.
const text = v.custom<string>(isText);
const repoId = v.custom<string>((value) => typeof value === "string" && isRepoId(value));
const amount = v.custom<number>(isAmount);
const count = v.custom<number>((value) => isAmount(value) && Number.isInteger(value));
/** Seconds since the epoch, within what a date can hold. */
const seconds = v.custom<number>(isSeconds);

const basis = v.picklist(["read", "computed", "estimated", "measured"]);
const figureSource = v.picklist(figureSources);

const bits = v.custom<number>((value) => isAmount(value) && value <= 64);

/** Value, basis, where from, and its low and high end where they are known. */
const figure = v.union([
	v.strictTuple([amount, basis, figureSource]),
	v.strictTuple([amount, basis, figureSource, v.nullable(amount), v.nullable(amount)]),
]);

const license = v.union([
	text,
	v.object({
		id: text,
		origin: v.picklist(["tag", "card", "inherited"]),
		name: v.exactOptional(text),
		link: v.exactOptional(v.custom<string>((value) => isText(value) && /^https?:\/\//.test(value))),
		inheritedFrom: v.exactOptional(repoId),
	}),
]);

const architecture = v.object({
	name: v.exactOptional(text),
	layers: v.exactOptional(amount),
	hiddenSize: v.exactOptional(amount),
	heads: v.exactOptional(amount),
	kvHeads: v.exactOptional(amount),
	headDim: v.exactOptional(amount),
	valueHeadDim: v.exactOptional(amount),
	vocabSize: v.exactOptional(amount),
	hasTiedEmbeddings: v.exactOptional(v.boolean()),
	feedForwardSize: v.exactOptional(amount),
	expertFeedForwardSize: v.exactOptional(amount),
	experts: v.exactOptional(amount),
	expertsPerToken: v.exactOptional(amount),
	slidingWindow: v.exactOptional(amount),
	fullAttentionInterval: v.exactOptional(amount),
	attentionLayers: v.exactOptional(amount),
	sharedKvLayers: v.exactOptional(amount),
	kvGroups: v.exactOptional(
		v.pipe(
			v.array(
				v.object({
					layers: amount,
					kvHeads: amount,
					headDim: amount,
					slidingWindow: v.exactOptional(amount),
				}),
			),
			v.maxLength(1000),
		),
	),
	recurrent: v.exactOptional(
		v.object({ layers: amount, innerSize: amount, stateSize: amount, groups: amount, convolution: amount }),
	),
	mlaCacheSize: v.exactOptional(amount),
});

const artifact = v.object({
	format: v.picklist(weightFormats),
	files: v.pipe(v.array(text), v.minLength(1), v.maxLength(2000)),
	sizeBytes: v.exactOptional(amount),
	projector: v.exactOptional(v.object({ path: text, sizeBytes: v.exactOptional(amount) })),
	quantization: v.exactOptional(text),
});

/** Method, and bits where they are known. */
const quantization = v.union([v.strictTuple([text]), v.strictTuple([text, bits])]);

const artifacts = v.pipe(v.array(artifact), v.maxLength(1000));

const formats = v.pipe(text, v.transform(splitText), v.array(v.picklist(weightFormats)));

const offer = v.object({
	id: repoId,
	standing: v.picklist(standings),
	formats: v.exactOptional(formats),
	quantization: v.exactOptional(quantization),
	storedBits: v.exactOptional(bits),
	artifacts: v.exactOptional(artifacts),
	created: v.exactOptional(seconds),
	modified: v.exactOptional(seconds),
	outdated: v.exactOptional(v.boolean()),
});

/** A child: repo id, and downloads in 30 days where they are known. */
const child = v.custom<[string] | [string, number]>(
	(value) =>
		Array.isArray(value) &&
		typeof value[0] === "string" &&
		isRepoId(value[0]) &&
		(value.length === 1 || (value.length === 2 && isAmount(value[1]))),
);

/** The children of a relation; their count alone where nothing else is known of them, or there are none. */
const children = v.union([
	count,
	v.object({
		count,
		/** Children behind the months, where they are fewer than `count`. */
		dated: v.exactOptional(count),
		/** The first month, then the children of it and of each month after it. */
		from: v.exactOptional(
			v.pipe(
				v.string(),
				v.check((month) => parseMonth(month) !== undefined),
			),
		),
		months: v.exactOptional(v.custom<number[]>((value) => isList(value, 1200, isAmount))),
		largest: v.exactOptional(v.pipe(v.array(child), v.maxLength(10))),
	}),
]);
export type WrittenChildren = v.InferInput<typeof children>;

/** A count and the differences to the next ones, none of which is below 0; `null` where one is unknown. */
const series = v.exactOptional(v.custom<(number | null)[]>(isSeries));

/** A stated result: benchmark, value, whether it is verified, part, metric, source, time. */
const stated = v.tuple([
	v.pipe(text, v.minLength(1)),
	v.pipe(v.number(), v.finite()),
	v.picklist([0, 1]),
	v.nullable(text),
	v.nullable(text),
	v.nullable(text),
	v.nullable(seconds),
]);
export type WrittenStated = v.InferOutput<typeof stated>;

/** What readings count in whole, which is written as differences. */
export const wholeCounters = ["downloads30d", "downloadsAllTime", "likes"] as const;

const readingColumns = [...wholeCounters, "trendingScore"] as const;

/** One model of a snapshot: facts as in `Model`, times in seconds, what is unknown left out. */
export const rowSchema = v.pipe(
	v.object({
		id: repoId,
		hubId: v.exactOptional(v.pipe(text, v.minLength(1))),
		/** Left out where it is the id's first part; empty where it is unknown. */
		author: v.exactOptional(text),
		task: v.exactOptional(text),
		library: v.exactOptional(text),
		/** Words with a space between them; likewise `formats`. */
		languages: v.exactOptional(text),
		/** The id alone, for a license that is stated by a tag and has nothing else. */
		license: v.exactOptional(license),
		parameters: v.exactOptional(figure),
		active: v.exactOptional(figure),
		moe: v.exactOptional(v.boolean()),
		chatTemplate: v.exactOptional(v.boolean()),
		formats: v.exactOptional(formats),
		quantization: v.exactOptional(quantization),
		storedBits: v.exactOptional(bits),
		context: v.exactOptional(figure),
		architecture: v.exactOptional(architecture),
		gating: v.exactOptional(v.picklist(["open", "auto", "manual"])),
		private: v.exactOptional(v.boolean()),
		disabled: v.exactOptional(v.boolean()),
		customCode: v.exactOptional(v.boolean()),
		security: v.exactOptional(v.picklist(["clean", "issues"])),
		/** Downloads in 30 days and in all, likes, trending score; `null` where unknown, unknown ends left out. */
		counters: v.exactOptional(v.custom<(number | null)[]>((value) => isList(value, 4, isCell))),
		created: v.exactOptional(seconds),
		modified: v.exactOptional(seconds),
		relation: v.exactOptional(v.picklist(relations)),
		bases: v.exactOptional(v.pipe(v.array(repoId), v.maxLength(1000))),
		derivativeCounts: v.exactOptional(v.object(v.entriesFromList(relations, v.exactOptional(count)))),
		successor: v.exactOptional(repoId),
		artifacts: v.exactOptional(artifacts),
		offers: v.exactOptional(v.pipe(v.array(offer), v.maxLength(100))),
		stated: v.exactOptional(v.pipe(v.array(stated), v.maxLength(100))),
		revision: v.exactOptional(text),
		/** When it was read, if at another time than the snapshot's. */
		at: v.exactOptional(seconds),
		/** What derivatives were counted among, where they were read, and when, if at another time than the snapshot's. */
		scope: v.exactOptional(v.picklist(["hub", "sample"])),
		derivativesAt: v.exactOptional(seconds),
		/** Derivatives by relation; one that was not read is left out. */
		...v.entriesFromList(relations, v.exactOptional(children)),
		/** When readings were taken, and what was read, as long each. */
		readAt: v.exactOptional(v.custom<number[]>((value) => isList(value, mostReadings, isSeconds))),
		downloads30d: series,
		downloadsAllTime: series,
		likes: series,
		/** As it was: the Hub tells fractions of it. */
		trendingScore: v.exactOptional(
			v.custom<(number | null)[]>((value) => isList(value, mostReadings, isCell)),
		),
	}),
	v.check((row) =>
		readingColumns.every((column) => (row[column] ?? row.readAt)?.length === row.readAt?.length),
	),
);

/** What a snapshot is written as. */
export const snapshotSchema = v.object({
	format: v.literal(snapshotFormat),
	version: v.literal(snapshotVersion),
	/** The date of the facts, ISO 8601. */
	factsAt: v.pipe(v.string(), v.isoTimestamp()),
	source: v.picklist(["hub", "recorded"]),
	scopeSize: v.exactOptional(count),
	/** A list a field, each with a cell a model. */
	columns: v.custom<Columns>(isColumns),
});

/** A row as it is checked. */
export type SnapshotRow = v.InferOutput<typeof rowSchema>;

/** A row as it is written. */
export type WrittenRow = v.InferInput<typeof rowSchema>;

function isText(value: unknown): value is string {
	return typeof value === "string" && value.length <= 2000;
}

function isAmount(value: unknown): value is number {
	return typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY;
}

function isSeconds(value: unknown): value is number {
	return typeof value === "number" && Math.abs(value) <= 8.64e12;
}

function isSeries(value: unknown): value is (number | null)[] {
	let sum = 0;
	return isList(value, mostReadings, (step) => {
		sum += typeof step === "number" ? step : 0;
		return (step === null || typeof step === "number") && isAmount(sum);
	});
}

function isCell(value: unknown): value is number | null {
	return value === null || isAmount(value);
}

function isList(value: unknown, mostItems: number, isItem: (item: unknown) => boolean): boolean {
	return Array.isArray(value) && value.length <= mostItems && value.every(isItem);
}

/** The words of a text with spaces between them. */
export function splitText(words: string): string[] {
	return words.split(" ").filter((word) => word !== "");
}
