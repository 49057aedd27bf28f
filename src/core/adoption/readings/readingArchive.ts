import { toDay } from "../days.ts";
import type { Reading } from "../derivatives.ts";
import {
	appendReadings,
	defaultLogBounds,
	type LogBounds,
	type LogEntry,
	type ReadingLog,
} from "../readingLog.ts";
import { hashCounters } from "./hashCounters.ts";
import { encodeReadingFile, type PackedBlock, packBlock, ReadingFile } from "./readingFile.ts";

/** A folder of small files. Nothing here throws: what fails is told by the value. */
export interface ReadingFolder {
	/** Names of all files; `undefined` where that cannot be told. */
	listNames(): Promise<readonly string[] | undefined>;
	/** A file's bytes; `undefined` where it is gone or cannot be read. */
	readBytes(name: string): Promise<Uint8Array | undefined>;
	/** Writes a whole new file or none; whether it did. */
	writeBytes(name: string, bytes: Uint8Array): Promise<boolean>;
	removeFile(name: string): Promise<void>;
	/** A new name part in lower-case hex that no other window has. */
	createRandomId(): string;
}

const namePattern = /^readings-[0-9a-f]+\.bin$/;

/** From so many files on, they are made one. */
const mostFiles = 24;

/** A file so many times larger than the others together stays as it is. */
const farLarger = 4;

/** What is over a bound by less is left: else each reading at the bound would write all files anew. */
const overBound = 1.1;

/** Unpacked models that are kept at hand. */
const mostUnpacked = 256;

/** Models that are packed before others may run: some milliseconds. */
const sliceModels = 8;

/**
 * Our own readings in a folder that several windows write at once. The rules that keep them whole:
 * - A file is written whole under a new name and never changed, so nobody reads half of one or overwrites
 *   another's.
 * - What is known is the union of all files, by model and UTC day, where the latest reading wins; so files may be
 *   read twice and in any order.
 * - To compact is to write the union under a new name, and only then to remove the files that went into it. A crash
 *   between the two, or two windows that compact at once, leave the same readings twice, never none.
 */
export class ReadingArchive {
	readonly #folder: ReadingFolder;
	readonly #bounds: LogBounds;
	#files = new Map<string, ReadingFile>();
	#pending: LogEntry[] = [];
	#fresh: ReadingLog = new Map();
	readonly #unpacked = new Map<string, readonly Reading[]>();

	constructor(folder: ReadingFolder, bounds: LogBounds = defaultLogBounds) {
		this.#folder = folder;
		this.#bounds = bounds;
	}

	/** Takes in files that were written since, and lets go of those that were made part of others. */
	async refresh(): Promise<void> {
		// Another window may remove a file between listing and reading it; then its readings are in a new one.
		for (let attempt = 0; attempt < 3; attempt++) {
			const names = (await this.#folder.listNames())?.filter((name) => namePattern.test(name));
			if (names === undefined) {
				return;
			}
			const files = new Map<string, ReadingFile>();
			let isComplete = true;
			for (const name of names) {
				const bytes = this.#files.has(name) ? undefined : await this.#folder.readBytes(name);
				const file = this.#files.get(name) ?? (bytes === undefined ? undefined : ReadingFile.open(bytes));
				isComplete &&= bytes !== undefined || file !== undefined;
				if (file !== undefined) {
					files.set(name, file);
				}
			}
			this.#files = files;
			this.#unpacked.clear();
			if (isComplete) {
				return;
			}
		}
	}

	/** Keys of the models that there are readings of. */
	listKeys(): readonly string[] {
		const keys = new Set(this.#fresh.keys());
		for (const file of this.#files.values()) {
			for (const key of file.keys) {
				keys.add(key);
			}
		}
		return [...keys];
	}

	/** A model's readings ascending by time, one a UTC day. */
	getReadings(key: string): readonly Reading[] {
		const known = this.#unpacked.get(key);
		if (known !== undefined) {
			return known;
		}
		const readings = this.#unite(key);
		if (this.#unpacked.size >= mostUnpacked) {
			const [oldest] = this.#unpacked.keys();
			this.#unpacked.delete(oldest ?? "");
		}
		this.#unpacked.set(key, readings);
		return readings;
	}

	/** Takes in readings, which `save` writes: those that tell something new of their day. */
	add(entries: readonly LogEntry[]): void {
		const added = entries.filter(({ key, reading }) => !this.#isTold(key, reading));
		this.#pending.push(...added);
		this.#fresh = appendReadings(this.#fresh, added);
		for (const { key } of added) {
			this.#unpacked.delete(key);
		}
	}

	/** Writes what was added since as a new file; whether all is written. What is not stays to be written. */
	async save(): Promise<boolean> {
		const entries = this.#pending;
		if (entries.length === 0) {
			return true;
		}
		this.#pending = [];
		const log = appendReadings(new Map(), entries);
		const blocks = new Map([...log].map(([key, readings]) => [key, packBlock(readings)] as const));
		if (await this.#write(blocks)) {
			return true;
		}
		this.#pending = [...entries, ...this.#pending];
		return false;
	}

	/**
	 * Makes one file of many when there are many or when a bound is passed by a tenth, within the bounds: the models read
	 * longest ago and the oldest readings of each give way. `pause` ends when it is this work's turn again.
	 */
	async compact(pause: () => Promise<void>): Promise<void> {
		await this.refresh();
		if (this.#isOverBound()) {
			await this.#compactNow(this.#files, pause);
		} else if (this.#files.size >= mostFiles) {
			await this.#compactNow(this.#chooseFiles(), pause);
		}
	}

	#isOverBound(): boolean {
		const { models, readingsPerModel } = this.#bounds;
		if (new Set([...this.#files.values()].flatMap(({ keys }) => [...keys])).size > models * overBound) {
			return true;
		}
		return [...this.#files.values()].some((file) =>
			[...file.keys].some((key) => (file.getBlock(key)?.count ?? 0) > readingsPerModel * overBound),
		);
	}

	async #compactNow(all: ReadonlyMap<string, ReadingFile>, pause: () => Promise<void>): Promise<void> {
		const files = new Map(all);
		const blocks = new Map<string, PackedBlock>();
		let packed = 0;
		for (const { key, holders } of this.#chooseModels(files)) {
			const [first] = holders;
			if (holders.length === 1 && first !== undefined && first.count <= this.#bounds.readingsPerModel) {
				blocks.set(key, first);
				continue;
			}
			const entries = [...files.values()].flatMap((file) =>
				file.getReadings(key).map((reading) => ({ key, reading })),
			);
			const readings = appendReadings(new Map(), entries, this.#bounds).get(key) ?? [];
			if (readings.length > 0) {
				blocks.set(key, packBlock(readings));
			}
			if (++packed % sliceModels === 0) {
				await pause();
			}
		}
		if (await this.#write(blocks)) {
			for (const name of files.keys()) {
				this.#files.delete(name);
				await this.#folder.removeFile(name);
			}
		}
	}

	/** All, but for one that is far larger than the rest together: it is not worth being written anew for them. */
	#chooseFiles(): ReadonlyMap<string, ReadingFile> {
		const bySize = [...this.#files].sort(([, a], [, b]) => b.sizeBytes - a.sizeBytes);
		const [largest, ...others] = bySize;
		const otherBytes = others.reduce((sum, [, file]) => sum + file.sizeBytes, 0);
		return new Map((largest?.[1].sizeBytes ?? 0) > otherBytes * farLarger ? others : bySize);
	}

	#chooseModels(files: ReadonlyMap<string, ReadingFile>): { key: string; holders: PackedBlock[] }[] {
		const byKey = new Map<string, PackedBlock[]>();
		for (const file of files.values()) {
			for (const key of file.keys) {
				const block = file.getBlock(key);
				const holders = byKey.get(key) ?? [];
				byKey.set(key, block === undefined ? holders : [...holders, block]);
			}
		}
		const lastMs = (holders: readonly PackedBlock[]) =>
			Math.max(...holders.map(({ lastReadAtMs }) => lastReadAtMs));
		return [...byKey]
			.map(([key, holders]) => ({ key, holders }))
			.sort((a, b) => lastMs(b.holders) - lastMs(a.holders) || (a.key < b.key ? -1 : 1))
			.slice(0, this.#bounds.models);
	}

	async #write(blocks: ReadonlyMap<string, PackedBlock>): Promise<boolean> {
		const name = `readings-${this.#folder.createRandomId()}.bin`;
		const bytes = encodeReadingFile(blocks);
		const file = ReadingFile.open(bytes);
		if (file === undefined || !(await this.#folder.writeBytes(name, bytes))) {
			return false;
		}
		this.#files.set(name, file);
		return true;
	}

	#isTold(key: string, reading: Reading): boolean {
		const fresh = this.#fresh.get(key)?.at(-1);
		let lastMs = fresh?.readAtMs ?? Number.NEGATIVE_INFINITY;
		let lastHash = fresh === undefined ? undefined : hashCounters(fresh);
		for (const file of this.#files.values()) {
			const block = file.getBlock(key);
			if (block !== undefined && block.lastReadAtMs > lastMs) {
				lastMs = block.lastReadAtMs;
				lastHash = block.lastHash;
			}
		}
		return toDay(lastMs) === toDay(reading.readAtMs) && lastHash === hashCounters(reading);
	}

	#unite(key: string): readonly Reading[] {
		const holders = [...this.#files.values()].map((file) => file.getReadings(key));
		const readings = [...holders, this.#fresh.get(key) ?? []].filter((each) => each.length > 0);
		const [only] = readings;
		return readings.length === 1 && only !== undefined
			? only
			: (appendReadings(
					new Map(),
					readings.flat().map((reading) => ({ key, reading })),
					this.#bounds,
				).get(key) ?? []);
	}
}
