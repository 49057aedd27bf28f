import type { ReadingFolder } from "../../../../../src/core/adoption/readings/readingArchive.ts";

/** A window's view of a folder in memory that others share. Each step can be told to be the last before a crash. */
export class MemoryFolder implements ReadingFolder {
	readonly files: Map<string, Uint8Array>;
	/** Steps that are still done; then the window is gone. */
	stepsLeft = Number.POSITIVE_INFINITY;
	readonly #window: number;
	#names = 0;

	constructor(files: Map<string, Uint8Array>, window: number) {
		this.files = files;
		this.#window = window;
	}

	async listNames(): Promise<readonly string[] | undefined> {
		return this.#step() ? [...this.files.keys()] : undefined;
	}

	async readBytes(name: string): Promise<Uint8Array | undefined> {
		return this.#step() ? this.files.get(name) : undefined;
	}

	async writeBytes(name: string, bytes: Uint8Array): Promise<boolean> {
		const isDone = this.#step();
		if (isDone) {
			this.files.set(name, bytes.slice());
		}
		return isDone;
	}

	async removeFile(name: string): Promise<void> {
		if (this.#step()) {
			this.files.delete(name);
		}
	}

	createRandomId(): string {
		return `${this.#window.toString(16)}${(this.#names++).toString(16).padStart(4, "0")}`;
	}

	#step(): boolean {
		this.stepsLeft--;
		return this.stepsLeft >= 0;
	}
}
