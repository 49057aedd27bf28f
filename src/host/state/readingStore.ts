import * as vscode from "vscode";
import type { Reading } from "../../core/adoption/derivatives.ts";
import {
	appendReadings,
	type LogBounds,
	type LogEntry,
	readingKey,
	takeReading,
} from "../../core/adoption/readingLog.ts";
import type { ReadingArchive } from "../../core/adoption/readings/readingArchive.ts";
import type { Model } from "../../core/model/model.ts";
import type { Storage } from "../storage.ts";

const saveDelayMs = 3000;
const loadDelayMs = 300;

/**
 * Our own dated readings of the Hub's counters: one a model and day, kept on this machine. The archive is loaded when
 * it is first read or written; until then readings wait.
 */
export class ReadingStore implements vscode.Disposable {
	readonly #storage: Storage;
	readonly #bounds: LogBounds;
	readonly #changed = new vscode.EventEmitter<void>();
	/** Readings came from the disk or from a file. */
	readonly onDidChange = this.#changed.event;
	#archive: ReadingArchive | undefined;
	#waiting: LogEntry[] = [];
	#loading: Promise<ReadingArchive> | undefined;
	#saving: Promise<void> = Promise.resolve();
	#loadTimer: ReturnType<typeof setTimeout> | undefined;
	#saveTimer: ReturnType<typeof setTimeout> | undefined;

	/** `bounds` is asked anew each time, so that it may be what the user has just set. */
	constructor(storage: Storage, bounds: LogBounds) {
		this.#storage = storage;
		this.#bounds = bounds;
	}

	async ensureLoaded(): Promise<void> {
		await this.open();
	}

	/** Loads the archive when what was asked for first is on the screen. */
	loadSoon(): void {
		this.#loadTimer ??= setTimeout(() => void this.open(), loadDelayMs);
	}

	/** The archive, with what other windows have written until now. */
	async openFresh(): Promise<ReadingArchive> {
		const archive = await this.open();
		await archive.refresh();
		return archive;
	}

	/** Takes in readings from elsewhere and writes them at once; whether they are written. */
	async importAll(entries: readonly LogEntry[]): Promise<boolean> {
		const archive = await this.open();
		archive.add(entries);
		const isSaved = await archive.save();
		await this.#compact(archive);
		this.#changed.fire();
		return isSaved;
	}

	/**
	 * Readings of a model, ascending by time; none before the archive is loaded. Those that were kept under its repo id,
	 * while its identity was not known, are its own too.
	 */
	getReadings({ hubId, repoId }: Pick<Model, "hubId" | "repoId">): readonly Reading[] {
		const byName = this.#archive?.getReadings(repoId) ?? [];
		const byIdentity = hubId === undefined ? [] : (this.#archive?.getReadings(hubId) ?? []);
		if (byName.length === 0 || byIdentity.length === 0) {
			return byName.length === 0 ? byIdentity : byName;
		}
		const entries = [...byName, ...byIdentity].map((reading) => ({ key: repoId, reading }));
		return appendReadings(new Map(), entries, this.#bounds).get(repoId) ?? [];
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
			this.#saveTimer = undefined;
			this.#saving = this.#saving.then(() => this.#save());
		}, saveDelayMs);
	}

	/** Writes what waits to be written: the window may close within the delay. */
	async flush(): Promise<void> {
		if (this.#saveTimer !== undefined) {
			clearTimeout(this.#saveTimer);
			this.#saveTimer = undefined;
			await (await this.open()).save();
		}
	}

	dispose(): void {
		clearTimeout(this.#loadTimer);
		clearTimeout(this.#saveTimer);
		this.#changed.dispose();
	}

	/** The archive as it was last read. */
	open(): Promise<ReadingArchive> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	async #load(): Promise<ReadingArchive> {
		const { ReadingArchive } = await import("../../core/adoption/readings/readingArchive.ts");
		const archive = new ReadingArchive(this.#storage, this.#bounds);
		await archive.refresh();
		archive.add(this.#waiting);
		this.#waiting = [];
		this.#archive = archive;
		this.#changed.fire();
		return archive;
	}

	async #save(): Promise<void> {
		const archive = await this.open();
		await archive.save();
		await this.#compact(archive);
	}

	#compact(archive: ReadingArchive): Promise<void> {
		return archive.compact(() => new Promise((resolve) => setTimeout(resolve)));
	}
}
