import type {
	Derivative,
	Derivatives,
	MonthCount,
	Reading,
	RelationDerivatives,
} from "../adoption/derivatives.ts";
import { nameMonth, parseMonth } from "../adoption/months.ts";
import { type Relation, relations } from "../model/relation.ts";
import { dropUnknown, toMs, toSeconds } from "./snapshotModel.ts";
import { type SnapshotRow, type WrittenChildren, type WrittenRow, wholeCounters } from "./snapshotSchema.ts";

type AdoptionRow = Omit<WrittenRow, "id">;

/** Derivatives as they stand in a row. */
export function writeDerivatives(derivatives: Derivatives, factsAtMs: number): AdoptionRow {
	const { scope, readAtMs, byRelation } = derivatives;
	const written: AdoptionRow = {
		scope,
		...(readAtMs === factsAtMs ? {} : { derivativesAt: toSeconds(readAtMs) }),
	};
	for (const relation of relations) {
		const children = byRelation[relation];
		if (children !== undefined) {
			written[relation] = writeChildren(children);
		}
	}
	return written;
}

/** Derivatives of a checked row; `undefined` where they were not read. */
export function readDerivatives(row: SnapshotRow, factsAtMs: number): Derivatives | undefined {
	if (row.scope === undefined) {
		return undefined;
	}
	const byRelation: Partial<Record<Relation, RelationDerivatives>> = {};
	for (const relation of relations) {
		const children = row[relation];
		if (children !== undefined) {
			byRelation[relation] = readChildren(children, relation);
		}
	}
	return { byRelation, scope: row.scope, readAtMs: toMs(row.derivativesAt) ?? factsAtMs };
}

/** Readings as they stand in a row. */
export function writeReadings(readings: readonly Reading[]): AdoptionRow {
	const times = readings.map((reading) => Math.round(reading.readAtMs / 1000));
	const written: AdoptionRow = { readAt: times.map((time, i) => time - (times[i - 1] ?? 0)) };
	for (const counter of wholeCounters) {
		if (readings.some((reading) => reading[counter] !== undefined)) {
			written[counter] = writeSeries(readings.map((reading) => reading[counter]));
		}
	}
	if (readings.some(({ trendingScore }) => trendingScore !== undefined)) {
		written.trendingScore = readings.map(({ trendingScore }) => trendingScore ?? null);
	}
	return written;
}

/** Readings of a checked row. */
export function readReadings(row: SnapshotRow): Reading[] {
	const columns = wholeCounters.flatMap((counter) => {
		const steps = row[counter];
		return steps === undefined ? [] : [{ counter, steps, known: 0 }];
	});
	let time = 0;
	return (row.readAt ?? []).map((seconds, i) => {
		time += seconds;
		const reading: { -readonly [K in keyof Reading]: Reading[K] } = { readAtMs: time * 1000 };
		for (const column of columns) {
			const step = column.steps[i];
			if (typeof step === "number") {
				column.known += step;
				reading[column.counter] = column.known;
			}
		}
		const score = row.trendingScore?.[i];
		if (typeof score === "number") {
			reading.trendingScore = score;
		}
		return reading;
	});
}

function writeSeries(values: readonly (number | undefined)[]): (number | null)[] {
	let known = 0;
	return values.map((value) => {
		if (value === undefined) {
			return null;
		}
		const step = Math.round(value) - known;
		known += step;
		return step;
	});
}

function writeChildren({ count, dated, months, largest }: RelationDerivatives): WrittenChildren {
	if (dated === 0 && months.length === 0 && largest.length === 0) {
		return count;
	}
	const byIndex = new Map(months.map(({ month, count: born }) => [parseMonth(month) ?? 0, born]));
	const first = Math.min(...byIndex.keys());
	const last = Math.max(...byIndex.keys());
	return {
		count,
		...(dated === count ? {} : { dated }),
		...(byIndex.size === 0
			? {}
			: {
					from: nameMonth(first),
					months: Array.from({ length: last - first + 1 }, (_, i) => byIndex.get(first + i) ?? 0),
				}),
		...(largest.length === 0 ? {} : { largest: largest.map(writeChild) }),
	};
}

function readChildren(written: WrittenChildren, relation: Relation): RelationDerivatives {
	if (typeof written === "number") {
		return { count: written, dated: 0, months: [], largest: [] };
	}
	const { count, dated = count, from = "", largest = [] } = written;
	const first = parseMonth(from) ?? 0;
	const months: MonthCount[] = [];
	for (const [i, born] of (written.months ?? []).entries()) {
		if (born > 0 && from !== "") {
			months.push({ month: nameMonth(first + i), count: born });
		}
	}
	return {
		count,
		dated,
		months,
		largest: largest.map(
			([repoId, downloads30d]): Derivative => ({ repoId, relation, ...dropUnknown({ downloads30d }) }),
		),
	};
}

function writeChild({ repoId, downloads30d }: Derivative): [string] | [string, number] {
	return downloads30d === undefined ? [repoId] : [repoId, downloads30d];
}
