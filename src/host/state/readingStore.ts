import type * as vscode from "vscode";
import type { Reading } from "../../core/adoption/derivatives.ts";
import { type LogEntry, readingKey, takeReading } from "../../core/adoption/readingLog.ts";
import type { ReadingArchive } from "../../core/adoption/readings/readingArchive.ts";
import type { Model } from "../../core/model/model.ts";
import type { Storage } from "../storage.ts";

const saveDelayMs = 3000;

/**
 * Our own dated readings of the Hub's counters: one a model and day, kept on this machine. The archive is loaded when
 * it is first read or written; until then readings wait.
 */
export class ReadingStore implements vscode.Disposable {
	readonly #storage: Storage;
	#archive: ReadingArchive | undefined;
	#waiting: LogEntry[] = [];
	#loading: Promise<ReadingArchive> | undefined;
	#saving: Promise<void> = Promise.resolve();
	#saveTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: Storage) {
		this.#storage = storage;
	}

	async ensureLoaded(): Promise<void> {
		await this.#open();
	}

	/** Readings of a model, ascending by time; none before the archive is loaded. */
	getReadings(model: Pick<Model, "hubId" | "repoId">): readonly Reading[] {
		return this.#archive?.getReadings(readingKey(model)) ?? [];
	}

	/** Keeps a reading of each model that has counters. */
	add(models: readonly Model[]): void {
		const entries = models.flatMap((model): LogEntry[] => {
			const reading = takeReading(model);
			return reading ? [{ key: readingKey(model), reading }] : [];
		});
		if (this.#archive) {
			this.#archive.add(entries);
		} else {
			this.#waiting.push(...entries);
		}
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(() => {
			this.#saving = this.#saving.then(() => this.#save());
		}, saveDelayMs);
	}

	dispose(): void {
		clearTimeout(this.#saveTimer);
	}

	#open(): Promise<ReadingArchive> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	async #load(): Promise<ReadingArchive> {
		const { ReadingArchive } = await import("../../core/adoption/readings/readingArchive.ts");
		const archive = new ReadingArchive(this.#storage);
		await archive.refresh();
		archive.add(this.#waiting);
		this.#waiting = [];
		this.#archive = archive;
		return archive;
	}

	async #save(): Promise<void> {
		const archive = await this.#open();
		await archive.save();
		await archive.compact(() => new Promise((resolve) => setTimeout(resolve)));
	}
}
