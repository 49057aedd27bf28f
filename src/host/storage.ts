import * as vscode from "vscode";
import type { Platform } from "../platform/platform.ts";
import type { Log } from "./log.ts";

/** Files in the extension's own folder, the same on the desktop and in the browser. */
export class Storage {
	readonly #folder: vscode.Uri;
	readonly #platform: Platform;
	readonly #log: Log;

	constructor(folder: vscode.Uri, platform: Platform, log: Log) {
		this.#folder = folder;
		this.#platform = platform;
		this.#log = log;
	}

	/** The file's text; `undefined` when there is none or it cannot be read. */
	async readText(name: string): Promise<string | undefined> {
		const bytes = await this.readBytes(name);
		return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
	}

	/** Replaces the file in one step, so that a crash or a second window never leaves half of it. */
	async writeText(name: string, text: string): Promise<void> {
		await this.writeBytes(name, new TextEncoder().encode(text));
	}

	/** The file's bytes; `undefined` when there is none or it cannot be read. */
	async readBytes(name: string): Promise<Uint8Array | undefined> {
		try {
			return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
		} catch (error) {
			if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) {
				this.#log.warn(`Could not read ${name}`, String(error));
			}
			return undefined;
		}
	}

	/** Replaces the file in one step; whether it is written. */
	async writeBytes(name: string, bytes: Uint8Array): Promise<boolean> {
		const part = vscode.Uri.joinPath(this.#folder, `${name}.${this.#platform.createRandomId()}.part`);
		try {
			await vscode.workspace.fs.createDirectory(this.#folder);
			await vscode.workspace.fs.writeFile(part, bytes);
			await vscode.workspace.fs.rename(part, vscode.Uri.joinPath(this.#folder, name), { overwrite: true });
			return true;
		} catch (error) {
			this.#log.warn(`Could not write ${name}`, String(error));
			return false;
		}
	}

	/** Names of the files; none where there is no folder yet, `undefined` where it cannot be read. */
	async listNames(): Promise<readonly string[] | undefined> {
		try {
			return (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
		} catch (error) {
			if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
				return [];
			}
			this.#log.warn("Could not list the extension's own files", String(error));
			return undefined;
		}
	}

	/** Removes a file; one that another window removed is none the worse. */
	async removeFile(name: string): Promise<void> {
		try {
			await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#folder, name));
		} catch (error) {
			if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) {
				this.#log.warn(`Could not remove ${name}`, String(error));
			}
		}
	}

	/** A part of a file's name that no other window has. */
	createRandomId(): string {
		return this.#platform.createRandomId();
	}
}
