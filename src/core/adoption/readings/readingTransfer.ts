import * as v from "valibot";
import { type Relation, relations } from "../../model/relation.ts";
import { isRepoId } from "../../model/repoId.ts";
import { formatCsv, parseCsv } from "../csv.ts";
import type { Reading } from "../derivatives.ts";
import { parseIsoTime } from "../isoTime.ts";
import type { LogEntry } from "../readingLog.ts";

const version = 1;
const counters = ["downloads30d", "downloadsAllTime", "likes", "trendingScore"] as const;
const columns = ["id", "name", "t", ...counters, ...relations] as const;

/** The Hub's `_id`, or a repo id where a model's was not known. */
const keyPattern = /^[0-9a-f]{24}$/;

const key = v.pipe(
	v.string(),
	v.check((text) => keyPattern.test(text) || isRepoId(text)),
);
const time = v.pipe(
	v.string(),
	v.transform(parseIsoTime),
	v.check((timeMs) => timeMs >= 0),
);
const count = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 51)));
const row = v.object({
	id: key,
	t: time,
	downloads30d: count,
	downloadsAllTime: count,
	likes: count,
	trendingScore: count,
	finetune: count,
	adapter: count,
	merge: count,
	quantized: count,
});
const file = v.object({ version: v.literal(version), readings: v.array(v.unknown()) });

/** Readings to be written: the key, its label if known, and its readings. */
export interface ExportedModel {
	readonly key: string;
	readonly repoId?: string;
	readonly readings: readonly Reading[];
}

/** What was read of a text from outside. */
export interface ImportedReadings {
	readonly entries: readonly LogEntry[];
	/** Rows that are no readings; they are left out. */
	readonly refused: number;
}

/** A row a reading: `id,name,t,downloads30d,…,quantized`; `t` is ISO 8601 in UTC, an unknown cell is empty. */
export function exportCsv(models: Iterable<ExportedModel>): string {
	return formatCsv(listCells(models));
}

/** `{ "version": 1, "readings": [{ "id", "name"?, "t", … }] }` with a reading a line; unknown fields are absent. */
export function exportJson(models: Iterable<ExportedModel>): string {
	const lines: string[] = [];
	for (const { key: id, repoId, readings } of models) {
		for (const reading of readings) {
			const { readAtMs, derivatives, ...values } = reading;
			const t = new Date(readAtMs).toISOString();
			lines.push(JSON.stringify({ id, name: repoId, t, ...values, ...derivatives }));
		}
	}
	return `{"version":${version},"readings":[\n${lines.join(",\n")}\n]}\n`;
}

/**
 * What `exportCsv` or `exportJson` wrote, or a person edited: CSV columns in any order, those that are not known left
 * alone. `undefined` for a text that is neither.
 */
export function importReadings(text: string): ImportedReadings | undefined {
	const rows = text.trimStart().startsWith("{") ? readJson(text) : readCsv(text);
	if (rows === undefined) {
		return undefined;
	}
	const entries = rows.flatMap((each) => readRow(each) ?? []);
	return { entries, refused: rows.length - entries.length };
}

function* listCells(models: Iterable<ExportedModel>): Generator<readonly (string | number | undefined)[]> {
	yield columns;
	for (const { key: id, repoId, readings } of models) {
		for (const reading of readings) {
			yield [
				id,
				repoId,
				new Date(reading.readAtMs).toISOString(),
				...counters.map((counter) => reading[counter]),
				...relations.map((relation) => reading.derivatives?.[relation]),
			];
		}
	}
}

function readJson(text: string): readonly unknown[] | undefined {
	try {
		const parsed = v.safeParse(file, JSON.parse(text));
		return parsed.success ? parsed.output.readings : undefined;
	} catch {
		return undefined;
	}
}

function readCsv(text: string): readonly unknown[] | undefined {
	const [header, ...rows] = parseCsv(text);
	if (header === undefined || !header.includes("id") || !header.includes("t")) {
		return undefined;
	}
	const numbers: ReadonlySet<string> = new Set([...counters, ...relations]);
	return rows.map((cells) =>
		Object.fromEntries(
			header.flatMap((name, i): [string, unknown][] => {
				const cell = cells[i] ?? "";
				return cell === "" ? [] : [[name, numbers.has(name) ? Number(cell) : cell]];
			}),
		),
	);
}

function readRow(value: unknown): LogEntry | undefined {
	const parsed = v.safeParse(row, value);
	if (!parsed.success) {
		return undefined;
	}
	const { id, t } = parsed.output;
	const reading: { -readonly [K in keyof Reading]: Reading[K] } = { readAtMs: t };
	for (const counter of counters) {
		const known = parsed.output[counter];
		if (typeof known === "number") {
			reading[counter] = known;
		}
	}
	const derivatives: Partial<Record<Relation, number>> = {};
	for (const relation of relations) {
		const known = parsed.output[relation];
		if (typeof known === "number") {
			derivatives[relation] = known;
		}
	}
	const hasDerivatives = Object.keys(derivatives).length > 0;
	if (Object.keys(reading).length === 1 && !hasDerivatives) {
		return undefined;
	}
	return { key: id, reading: hasDerivatives ? { ...reading, derivatives } : reading };
}
