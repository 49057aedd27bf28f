import * as v from "valibot";
import type { Derivatives, Reading } from "../adoption/derivatives.ts";
import type { Model } from "../model/model.ts";
import { readDerivatives, readReadings, writeDerivatives, writeReadings } from "./snapshotAdoption.ts";
import { type Columns, toColumns, toRows } from "./snapshotColumns.ts";
import { readModel, writeModel } from "./snapshotModel.ts";
import { rowSchema, snapshotFormat, snapshotSchema, snapshotVersion } from "./snapshotSchema.ts";

/** Models with their derivatives and dated readings, as of a date: the embedded catalog, or the last lists on disk. */
export interface Snapshot {
	/** The date of the facts, ms since the epoch. */
	readonly factsAtMs: number;
	/** Read from a Hub as it was then, or from recordings of one. */
	readonly source: "hub" | "recorded";
	/** Models that derivatives were counted among, where the source held only a sample. */
	readonly scopeSize?: number;
	readonly models: readonly Model[];
	/** By repo id. */
	readonly derivatives: ReadonlyMap<string, Derivatives>;
	/** By repo id; ascending in time. */
	readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

/**
 * A snapshot as JSON: a column a field (`snapshotSchema.ts` says what is in them). What is alike stands together: zipped, 450
 * models are a quarter smaller than as rows.
 */
export interface EncodedSnapshot {
	readonly format: typeof snapshotFormat;
	readonly version: typeof snapshotVersion;
	readonly factsAt: string;
	readonly source: Snapshot["source"];
	readonly scopeSize?: number;
	readonly columns: Columns;
}

/** What became of some JSON. `futureVersion`: written by a later version of ours. */
export type DecodedSnapshot =
	| { readonly ok: true; readonly snapshot: Snapshot; readonly skippedRows: number }
	| { readonly ok: false; readonly reason: "notASnapshot" | "futureVersion" };

/**
 * Writes a snapshot as JSON. Derivatives and readings of models that are not in it are left out; readings keep their
 * times to the second, and counters are whole.
 */
export function encodeSnapshot(snapshot: Snapshot): EncodedSnapshot {
	const { factsAtMs, source, scopeSize, derivatives, readings } = snapshot;
	return {
		format: snapshotFormat,
		version: snapshotVersion,
		factsAt: new Date(factsAtMs).toISOString(),
		source,
		...(scopeSize === undefined ? {} : { scopeSize }),
		columns: toColumns(
			snapshot.models.map((model) => {
				const children = derivatives.get(model.repoId);
				const dated = readings.get(model.repoId) ?? [];
				return {
					...writeModel(model, factsAtMs),
					...(children && writeDerivatives(children, factsAtMs)),
					...(dated.length > 0 && writeReadings(dated)),
				};
			}),
		),
	};
}

/** Reads a snapshot from any JSON. Rows that are no models are counted and left out. Never throws. */
export function decodeSnapshot(json: unknown): DecodedSnapshot {
	const header = v.safeParse(snapshotSchema, json);
	if (!header.success) {
		return { ok: false, reason: isFutureVersion(json) ? "futureVersion" : "notASnapshot" };
	}
	const { factsAt, source, scopeSize } = header.output;
	const factsAtMs = Date.parse(factsAt);
	if (Number.isNaN(factsAtMs)) {
		return { ok: false, reason: "notASnapshot" };
	}
	const models: Model[] = [];
	const derivatives = new Map<string, Derivatives>();
	const readings = new Map<string, readonly Reading[]>();
	let skippedRows = 0;
	for (const candidate of toRows(header.output.columns)) {
		const checked = v.safeParse(rowSchema, candidate, { abortEarly: true });
		if (!checked.success) {
			skippedRows++;
			continue;
		}
		const row = checked.output;
		models.push(readModel(row, factsAtMs));
		const children = readDerivatives(row, factsAtMs);
		if (children !== undefined) {
			derivatives.set(row.id, children);
		}
		if (row.readAt !== undefined) {
			readings.set(row.id, readReadings(row));
		}
	}
	const snapshot = { factsAtMs, source, models, derivatives, readings };
	return {
		ok: true,
		snapshot: scopeSize === undefined ? snapshot : { ...snapshot, scopeSize },
		skippedRows,
	};
}

const anyVersion = v.object({ format: v.literal(snapshotFormat), version: v.number() });

function isFutureVersion(json: unknown): boolean {
	const found = v.safeParse(anyVersion, json);
	return found.success && found.output.version > snapshotVersion;
}
