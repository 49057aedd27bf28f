import * as v from "valibot";
import type { Reading } from "./derivatives.ts";
import { appendReadings, type LogEntry, type ReadingLog } from "./readingLog.ts";

const version = 1;

/**
 * Columns of a row after its time, in order. A cell is the difference to the row before, `null` where
 * unknown.
 */
const columns = ["downloads30d", "downloadsAllTime", "likes", "trendingScore"] as const;

const minuteMs = 60_000;

/** The last time that a `Date` can hold. */
const lastMinute = 8.64e15 / minuteMs;

const cell = v.nullable(v.pipe(v.number(), v.finite()));
const row = v.pipe(v.array(cell), v.minLength(1), v.maxLength(1 + columns.length));
const file = v.object({ version: v.literal(version), models: v.record(v.string(), v.unknown()) });
const rows = v.array(row);

/**
 * The log as text: JSON, a row a reading, `[minutes, downloads30d, downloadsAllTime, likes, trendingScore]`,
 * each as the difference to the last known value above it, and unknown ends left out. Times are kept to the
 * minute.
 */
export function encodeReadings(log: ReadingLog): string {
	const models: Record<string, (number | null)[][]> = {};
	for (const [key, readings] of log) {
		models[key] = encodeModel(readings);
	}
	return JSON.stringify({ version, models });
}

/**
 * The log in a text of any content: what cannot be read is left out, a text of another kind gives an empty
 * log.
 */
export function decodeReadings(text: string): ReadingLog {
	const parsed = v.safeParse(file, parseJson(text));
	if (!parsed.success) {
		return new Map();
	}
	const entries: LogEntry[] = [];
	for (const [key, value] of Object.entries(parsed.output.models)) {
		const read = v.safeParse(rows, value);
		if (read.success) {
			entries.push(...decodeModel(read.output).map((reading) => ({ key, reading })));
		}
	}
	return appendReadings(new Map(), entries);
}

function encodeModel(readings: readonly Reading[]): (number | null)[][] {
	const last = [0, 0, 0, 0, 0];
	return readings.map((reading) => {
		const values = [Math.floor(reading.readAtMs / minuteMs), ...columns.map((column) => reading[column])];
		const cells = values.map((value, index) => {
			if (value === undefined) {
				return null;
			}
			const difference = value - (last[index] ?? 0);
			last[index] = value;
			return difference;
		});
		while (cells.length > 1 && cells.at(-1) === null) {
			cells.pop();
		}
		return cells;
	});
}

function decodeModel(modelRows: readonly (readonly (number | null)[])[]): Reading[] {
	const last = [0, 0, 0, 0, 0];
	const readings: Reading[] = [];
	for (const cells of modelRows) {
		const values = last.map((value, index) => {
			const difference = cells[index];
			return difference === null || difference === undefined ? undefined : value + difference;
		});
		values.forEach((value, index) => {
			last[index] = value ?? last[index] ?? 0;
		});
		const [minutes, ...counters] = values;
		if (
			minutes === undefined ||
			minutes < 0 ||
			minutes > lastMinute ||
			counters.some((value) => value !== undefined && value < 0)
		) {
			continue;
		}
		const known = columns.flatMap((column, index) => {
			const value = counters[index];
			return value === undefined ? [] : [[column, value] as const];
		});
		readings.push({ readAtMs: minutes * minuteMs, ...Object.fromEntries(known) });
	}
	return readings;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
