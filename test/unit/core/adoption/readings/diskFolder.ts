import { randomBytes } from "node:crypto";
import { open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadingFolder } from "../../../../../src/core/adoption/readings/readingArchive.ts";

/** A real folder that processes share, written to as the extension's storage does: a part beside it, then renamed. */
export class DiskFolder implements ReadingFolder {
	readonly #path: string;
	readonly #tear: ((path: string, half: Uint8Array) => Promise<never>) | undefined;
	#writesLeft: number;

	/** @param dying after so many whole writes: writes half of the next one and tells so, in place or in the part */
	constructor(path: string, dying?: { afterWrites: number; isInPlace: boolean; tell: () => void }) {
		this.#path = path;
		this.#writesLeft = dying?.afterWrites ?? Number.POSITIVE_INFINITY;
		this.#tear =
			dying &&
			(async (partPath, half) => {
				const file = await open(dying.isInPlace ? partPath.replace(/\.[^.]+\.part$/, "") : partPath, "w");
				await file.write(half);
				await file.sync();
				dying.tell();
				setInterval(() => undefined, 1000);
				return new Promise<never>(() => undefined);
			});
	}

	listNames(): Promise<readonly string[] | undefined> {
		return readdir(this.#path).catch(() => undefined);
	}

	readBytes(name: string): Promise<Uint8Array | undefined> {
		return readFile(join(this.#path, name)).catch(() => undefined);
	}

	async writeBytes(name: string, bytes: Uint8Array): Promise<boolean> {
		const part = join(this.#path, `${name}.${this.createRandomId()}.part`);
		if (this.#tear && this.#writesLeft-- === 0) {
			return this.#tear(part, bytes.subarray(0, bytes.length / 2));
		}
		await writeFile(part, bytes);
		await rename(part, join(this.#path, name));
		return true;
	}

	removeFile(name: string): Promise<void> {
		return rm(join(this.#path, name), { force: true });
	}

	createRandomId(): string {
		return randomBytes(8).toString("hex");
	}
}
