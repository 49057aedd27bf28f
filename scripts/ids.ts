import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { findModelIds } from "../src/core/code/ids/findModelIds.ts";
import { findLanguageOfPath } from "../src/core/code/ids/languageOfPath.ts";

const largestBytes = 2_000_000;
const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

/** Prints each model ID in some files and folders: one JSON object a line. */
async function main(paths: readonly string[]): Promise<void> {
	if (paths.length === 0) {
		throw new Error("Usage: npm run ids -- PATH…");
	}
	for (const path of paths) {
		if ((await stat(path)).isDirectory()) {
			await printFolder(path);
		} else {
			await printFile(path);
		}
	}
}

async function printFolder(folder: string): Promise<void> {
	const entries = await readdir(folder, { withFileTypes: true });
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !skippedFolders.has(entry.name)) {
			await printFolder(path);
		} else if (entry.isFile()) {
			await printFile(path);
		}
	}
}

async function printFile(file: string): Promise<void> {
	const languageId = findLanguageOfPath(file);
	if (languageId === undefined || (await stat(file)).size > largestBytes) {
		return;
	}
	const text = await readFile(file, "utf8");
	if (text.includes("\0")) {
		return;
	}
	for (const { line, column, id, revision } of findModelIds(text, languageId)) {
		process.stdout.write(`${JSON.stringify({ file, line, column, id, revision })}\n`);
	}
}
