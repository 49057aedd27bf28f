import * as v from "valibot";
import type { Reading } from "./derivatives.ts";
import { parseIsoTime } from "./isoTime.ts";
import type { ReadingSeries } from "./seriesReport.ts";

const count = v.nullish(v.pipe(v.number(), v.finite(), v.minValue(0)));
/** What a `Date` can hold. */
const mostTimeMs = 8.64e15;

/** Numbers below are seconds since the epoch, from it on milliseconds: 1973 in one, the year 5138 in the other. */
const leastEpochMs = 1e11;
const time = v.pipe(
	v.union([v.string(), v.number()]),
	v.transform(readTime),
	v.check((timeMs) => Number.isFinite(timeMs) && Math.abs(timeMs) <= mostTimeMs),
);

const line = v.object({
	id: v.pipe(v.string(), v.minLength(1)),
	t: time,
	dl30: count,
	all: count,
	likes: count,
	// No part of the format: as others spell them, they spoil no reading.
	trend: v.fallback(count, undefined),
	createdAt: v.fallback(v.nullish(time), undefined),
});

/** One line's reading, and whose. */
export interface SeriesLine {
	readonly repoId: string;
	readonly reading: Reading;
	readonly createdAtMs?: number;
}

/**
 * A line `{ "id", "t", "dl30", "likes", "all"?, "trend"?, "createdAt"? }` as a reading; `undefined` for any other text.
 * Times are ISO 8601 with a time zone, whatever it is; one without is UTC, as the Hub's own are. A number is
 * seconds or milliseconds since the epoch. A counter that is missing or `null` is unknown, so are a `trend` and a
 * `createdAt` that cannot be read, and every other field is left alone.
 */
export function parseSeriesLine(text: string): SeriesLine | undefined {
	const parsed = v.safeParse(line, parseJson(text));
	if (!parsed.success) {
		return undefined;
	}
	const { id, t, dl30, all, likes, trend, createdAt } = parsed.output;
	return {
		repoId: id,
		reading: {
			readAtMs: t,
			...(typeof dl30 === "number" ? { downloads30d: dl30 } : {}),
			...(typeof all === "number" ? { downloadsAllTime: all } : {}),
			...(typeof likes === "number" ? { likes } : {}),
			...(typeof trend === "number" ? { trendingScore: trend } : {}),
		},
		...(typeof createdAt === "number" ? { createdAtMs: createdAt } : {}),
	};
}

/**
 * Series by model, in the order of their first lines, readings in order of time. Lines of a model with the same time are one
 * reading, in which the later line's counters count.
 */
export function groupSeries(lines: Iterable<SeriesLine>): readonly ReadingSeries[] {
	const byModel = new Map<string, { readings: Reading[]; createdAtMs?: number }>();
	for (const { repoId, reading, createdAtMs } of lines) {
		const series = byModel.get(repoId) ?? { readings: [] };
		byModel.set(repoId, series);
		series.readings.push(reading);
		if (createdAtMs !== undefined) {
			series.createdAtMs = createdAtMs;
		}
	}
	return [...byModel].map(([repoId, series]) => {
		return { repoId, ...series, readings: uniteSameTimes(series.readings) };
	});
}

function uniteSameTimes(readings: Reading[]): readonly Reading[] {
	const united: Reading[] = [];
	for (const reading of readings.sort((a, b) => a.readAtMs - b.readAtMs)) {
		const last = united.at(-1);
		if (last?.readAtMs === reading.readAtMs) {
			united[united.length - 1] = { ...last, ...reading };
		} else {
			united.push(reading);
		}
	}
	return united;
}

function readTime(value: string | number): number {
	if (typeof value === "string") {
		return parseIsoTime(value);
	}
	return value < leastEpochMs ? value * 1000 : value;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return undefined;
	}
}
