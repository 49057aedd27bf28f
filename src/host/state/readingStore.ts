import type * as vscode from "vscode";
import type { Reading } from "../../core/adoption/derivatives.ts";
import { type LogEntry, readingKey, takeReading } from "../../core/adoption/readingLog.ts";
import { ReadingArchive } from "../../core/adoption/readings/readingArchive.ts";
import type { Model } from "../../core/model/model.ts";
import type { Storage } from "../storage.ts";

const saveDelayMs = 3000;

/** Our own dated readings of the Hub's counters: one a model and day, kept on this machine. */
export class ReadingStore implements vscode.Disposable {
	readonly #archive: ReadingArchive;
	#loading: Promise<void> | undefined;
	#saving: Promise<void> = Promise.resolve();
	#saveTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: Storage) {
		this.#archive = new ReadingArchive(storage);
	}

	ensureLoaded(): Promise<void> {
		this.#loading ??= this.#archive.refresh();
		return this.#loading;
	}

	/** Readings of a model, ascending by time. */
	getReadings(model: Pick<Model, "hubId" | "repoId">): readonly Reading[] {
		return this.#archive.getReadings(readingKey(model));
	}

	/** Keeps a reading of each model that has counters. */
	add(models: readonly Model[]): void {
		this.#archive.add(
			models.flatMap((model): LogEntry[] => {
				const reading = takeReading(model);
				return reading ? [{ key: readingKey(model), reading }] : [];
			}),
		);
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(() => {
			this.#saving = this.#saving.then(() => this.#save());
		}, saveDelayMs);
	}

	dispose(): void {
		clearTimeout(this.#saveTimer);
	}

	async #save(): Promise<void> {
		await this.#archive.save();
		await this.#archive.compact(() => new Promise((resolve) => setTimeout(resolve)));
	}
}
