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
import type { SnapshotRow, WrittenRow } from "./snapshotSchema.ts";

type WrittenDerivatives = NonNullable<WrittenRow["derivatives"]>;
type WrittenRelation = NonNullable<WrittenDerivatives[Relation]>;
type WrittenChild = NonNullable<WrittenRelation["largest"]>[number];
type ReadDerivatives = NonNullable<SnapshotRow["derivatives"]>;
type ReadRelation = NonNullable<ReadDerivatives[Relation]>;
type WrittenReadings = NonNullable<WrittenRow["readings"]>;

const counters = ["downloads30d", "downloadsAllTime", "likes", "trendingScore"] as const;

/** Derivatives as they stand in a row. */
export function writeDerivatives(derivatives: Derivatives, factsAtMs: number): WrittenDerivatives {
	const { scope, readAtMs, byRelation } = derivatives;
	const written: WrittenDerivatives = {
		scope,
		...(readAtMs === factsAtMs ? {} : { at: toSeconds(readAtMs) }),
	};
	for (const relation of relations) {
		const children = byRelation[relation];
		if (children !== undefined) {
			written[relation] = writeRelation(children);
		}
	}
	return written;
}

/** Derivatives of a checked row. */
export function readDerivatives(row: ReadDerivatives, factsAtMs: number): Derivatives {
	const byRelation: Partial<Record<Relation, RelationDerivatives>> = {};
	for (const relation of relations) {
		const children = row[relation];
		if (children !== undefined) {
			byRelation[relation] = readRelation(children, relation);
		}
	}
	return { byRelation, scope: row.scope, readAtMs: toMs(row.at) ?? factsAtMs };
}

/** Readings as they stand in a row, by column. */
export function writeReadings(readings: readonly Reading[]): WrittenReadings {
	const times = readings.map((reading) => Math.round(reading.readAtMs / 1000));
	const written: WrittenReadings = { at: times.map((time, i) => time - (times[i - 1] ?? 0)) };
	for (const counter of counters) {
		if (readings.some((reading) => reading[counter] !== undefined)) {
			written[counter] = readings.map((reading) => reading[counter] ?? null);
		}
	}
	return written;
}

/** Readings of a checked row. Times are to the second. */
export function readReadings(row: NonNullable<SnapshotRow["readings"]>): Reading[] {
	let time = 0;
	return row.at.map((step, i) => {
		time += step;
		const reading: { -readonly [K in keyof Reading]: Reading[K] } = { readAtMs: time * 1000 };
		for (const counter of counters) {
			const value = row[counter]?.[i];
			if (typeof value === "number") {
				reading[counter] = value;
			}
		}
		return reading;
	});
}

function writeRelation({ count, dated, months, largest }: RelationDerivatives): WrittenRelation {
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

function readRelation(row: ReadRelation, relation: Relation): RelationDerivatives {
	const first = parseMonth(row.from ?? "") ?? 0;
	const months: MonthCount[] = [];
	for (const [i, count] of (row.months ?? []).entries()) {
		if (count > 0 && row.from !== undefined) {
			months.push({ month: nameMonth(first + i), count });
		}
	}
	return {
		count: row.count,
		dated: row.dated ?? row.count,
		months,
		largest: (row.largest ?? []).map(
			([repoId, created, downloads, likes]): Derivative => ({
				repoId,
				relation,
				...dropUnknown({
					createdAtMs: toMs(created),
					downloads30d: downloads ?? undefined,
					likes: likes ?? undefined,
				}),
			}),
		),
	};
}

function writeChild({ repoId, createdAtMs, downloads30d, likes }: Derivative): WrittenChild {
	return createdAtMs === undefined && downloads30d === undefined && likes === undefined
		? [repoId]
		: [repoId, toSeconds(createdAtMs) ?? null, downloads30d ?? null, likes ?? null];
}
