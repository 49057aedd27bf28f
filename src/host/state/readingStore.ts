import type * as vscode from "vscode";
import type { Reading } from "../../core/adoption/derivatives.ts";
import { decodeReadings, encodeReadings } from "../../core/adoption/readingCodec.ts";
import {
	appendReadings,
	type LogEntry,
	type ReadingLog,
	readingKey,
	takeReading,
} from "../../core/adoption/readingLog.ts";
import type { Model } from "../../core/model/model.ts";
import type { Storage } from "../storage.ts";

const fileName = "readings.json";
const saveDelayMs = 3000;

/** Our own dated readings of the Hub's counters: one a model and day, kept on this machine. */
export class ReadingStore implements vscode.Disposable {
	readonly #storage: Storage;
	#log: ReadingLog = new Map();
	#loading: Promise<void> | undefined;
	#unsaved: LogEntry[] = [];
	#saveTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: Storage) {
		this.#storage = storage;
	}

	ensureLoaded(): Promise<void> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	/** Readings of a model, ascending by time. */
	getReadings(model: Pick<Model, "hubId" | "repoId">): readonly Reading[] {
		return this.#log.get(readingKey(model)) ?? [];
	}

	/** Keeps a reading of each model that has counters. */
	add(models: readonly Model[]): void {
		const entries = models.flatMap((model): LogEntry[] => {
			const reading = takeReading(model);
			return reading ? [{ key: readingKey(model), reading }] : [];
		});
		this.#log = appendReadings(this.#log, entries);
		this.#unsaved.push(...entries);
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(() => void this.#save(), saveDelayMs);
	}

	dispose(): void {
		clearTimeout(this.#saveTimer);
	}

	async #load(): Promise<void> {
		this.#log = appendReadings(await this.#readFile(), this.#unsaved);
	}

	/** Another window may have written since: what is there is read again, and ours is added to it. */
	async #save(): Promise<void> {
		const unsaved = this.#unsaved;
		this.#unsaved = [];
		this.#log = appendReadings(await this.#readFile(), unsaved);
		await this.#storage.writeText(fileName, encodeReadings(this.#log));
	}

	async #readFile(): Promise<ReadingLog> {
		const text = await this.#storage.readText(fileName);
		return text === undefined ? new Map() : decodeReadings(text);
	}
}
