import * as vscode from "vscode";
import type { Platform } from "../platform/platform.ts";
import type { Log } from "./log.ts";

/** Text files in the extension's own folder, the same on the desktop and in the browser. */
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
		try {
			return new TextDecoder().decode(
				await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name)),
			);
		} catch (error) {
			if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) {
				this.#log.warn(`Could not read ${name}`, String(error));
			}
			return undefined;
		}
	}

	/** Replaces the file in one step, so that a crash or a second window never leaves half of it. */
	async writeText(name: string, text: string): Promise<void> {
		const part = vscode.Uri.joinPath(this.#folder, `${name}.${this.#platform.createRandomId()}.part`);
		try {
			await vscode.workspace.fs.createDirectory(this.#folder);
			await vscode.workspace.fs.writeFile(part, new TextEncoder().encode(text));
			await vscode.workspace.fs.rename(part, vscode.Uri.joinPath(this.#folder, name), { overwrite: true });
		} catch (error) {
			this.#log.warn(`Could not write ${name}`, String(error));
		}
	}
}
