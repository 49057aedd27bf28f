import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAudited, mostFileBytes, mostFiles, skippedFolders } from "../core/audit/findUses.ts";
import { createPathFilter } from "../core/audit/pathFilter.ts";

/** Where an audit looks. */
export interface AuditRoot {
	/** The folder that paths are told from, and that the policy and the lock are in. */
	readonly folder: string;
	/** A single file of it; absent: all. */
	readonly file?: string;
}

/** Files of a folder that an audit reads, by path from the folder, with `/`. */
export interface ListedFiles {
	readonly paths: readonly string[];
	/** Files that are too large, or too many. */
	readonly skipped: number;
}

/** The folder, or the file with its folder. Throws where there is none. */
export async function findRoot(path: string): Promise<AuditRoot> {
	const found = await stat(path).catch(() => undefined);
	if (found === undefined) {
		throw new Error(`There is no file or folder "${path}" that can be read.`);
	}
	return found.isDirectory() ? { folder: path } : { folder: dirname(path), file: basename(path) };
}

/** Lists the files to audit: neither others' code, nor what the root's `.gitignore` or the patterns leave out. */
export async function listFiles(root: AuditRoot, exclude: readonly string[]): Promise<ListedFiles> {
	if (root.file !== undefined) {
		return { paths: [root.file], skipped: 0 };
	}
	const ignored = await readFile(join(root.folder, ".gitignore"), "utf8").catch(() => "");
	const isLeftOut = createPathFilter([...ignored.split(/\r?\n/), ...exclude]);
	const paths: string[] = [];
	let skipped = 0;
	const walk = async (folder: string): Promise<void> => {
		const entries = await readdir(join(root.folder, folder), { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isDirectory()) {
				if (!skippedFolders.includes(entry.name) && !isLeftOut(`${path}/`)) {
					await walk(path);
				}
			} else if (entry.isFile() && isAudited(path) && !isLeftOut(path)) {
				const { size } = await stat(join(root.folder, path));
				if (size > mostFileBytes || paths.length === mostFiles) {
					skipped += 1;
				} else {
					paths.push(path);
				}
			}
		}
	};
	await walk("");
	return { paths, skipped };
}
