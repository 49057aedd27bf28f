import * as vscode from "vscode";

/** Tables that are shipped once for both kinds of host, as files beside their bundles (`esbuild.mjs` writes them). */
export type PackagedTable = "evidence" | "supportTable";

/** Reads the extension's own tables, each when it is first asked for. */
export class PackagedTables {
	readonly #folder: vscode.Uri;
	readonly #read = new Map<PackagedTable, Promise<unknown>>();

	constructor(extensionUri: vscode.Uri) {
		this.#folder = vscode.Uri.joinPath(extensionUri, "dist", "data");
	}

	/** The table as JSON, for the room that knows it to check. Rejects where it cannot be read; then it is read again. */
	read(table: PackagedTable): Promise<unknown> {
		const reading = this.#read.get(table) ?? this.#load(table);
		this.#read.set(table, reading);
		return reading;
	}

	async #load(table: PackagedTable): Promise<unknown> {
		try {
			const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, `${table}.json`));
			return JSON.parse(new TextDecoder().decode(bytes));
		} catch (error) {
			this.#read.delete(table);
			throw error;
		}
	}
}
