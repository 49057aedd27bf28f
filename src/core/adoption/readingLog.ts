import type { Model } from "../model/model.ts";
import type { Reading } from "./derivatives.ts";

const dayMs = 86_400_000;

/** Own readings by model (`readingKey`), each ascending by time with at most one a UTC day. */
export type ReadingLog = ReadonlyMap<string, readonly Reading[]>;

/** How much a log keeps. */
export interface LogBounds {
	readonly models: number;
	readonly readingsPerModel: number;
}

/** Three years of daily readings of what one person looks at. */
export const defaultLogBounds: LogBounds = { models: 5_000, readingsPerModel: 1_096 };

/** A reading to be kept, and whose. */
export interface LogEntry {
	readonly key: string;
	readonly reading: Reading;
}

/** The key of a model's readings: its identity, which survives renaming, or its label where it has none. */
export function readingKey(model: Pick<Model, "hubId" | "repoId">): string {
	return model.hubId ?? model.repoId;
}

/** The reading that a model's facts are; `undefined` where no counter is known. */
export function takeReading(model: Model): Reading | undefined {
	const { downloads30d, downloadsAllTime, likes, trendingScore } = model.counters;
	if (downloads30d === undefined && downloadsAllTime === undefined && likes === undefined) {
		return undefined;
	}
	return {
		readAtMs: model.readAtMs,
		...(downloads30d === undefined ? {} : { downloads30d }),
		...(downloadsAllTime === undefined ? {} : { downloadsAllTime }),
		...(likes === undefined ? {} : { likes }),
		...(trendingScore === undefined ? {} : { trendingScore }),
		...(model.derivativeCounts === undefined ? {} : { derivatives: model.derivativeCounts }),
	};
}

/**
 * A log with the entries added. The latest reading of a UTC day wins; the oldest readings of a model, and the
 * models read longest ago, give way when a bound is reached.
 */
export function appendReadings(
	log: ReadingLog,
	entries: readonly LogEntry[],
	bounds: LogBounds = defaultLogBounds,
): ReadingLog {
	const added = new Map<string, Reading[]>();
	for (const { key, reading } of entries) {
		const readings = added.get(key);
		if (readings === undefined) {
			added.set(key, [reading]);
		} else {
			readings.push(reading);
		}
	}
	const next = new Map(log);
	for (const [key, readings] of added) {
		next.set(key, mergeReadings(next.get(key) ?? [], readings).slice(-bounds.readingsPerModel));
	}
	if (next.size <= bounds.models) {
		return next;
	}
	const byRecency = [...next].sort(
		([keyA, a], [keyB, b]) => lastReadMs(b) - lastReadMs(a) || (keyA < keyB ? -1 : 1),
	);
	return new Map(byRecency.slice(0, bounds.models));
}

function mergeReadings(known: readonly Reading[], added: readonly Reading[]): Reading[] {
	const byDay = new Map<number, Reading>();
	for (const reading of [...known, ...added]) {
		const day = Math.floor(reading.readAtMs / dayMs);
		const other = byDay.get(day);
		if (other === undefined || reading.readAtMs >= other.readAtMs) {
			byDay.set(day, reading);
		}
	}
	return [...byDay.values()].sort((a, b) => a.readAtMs - b.readAtMs);
}

function lastReadMs(readings: readonly Reading[]): number {
	return readings.at(-1)?.readAtMs ?? 0;
}
