import * as vscode from "vscode";
import type { FoundUse } from "../../core/audit/audit.ts";
import { findUses, isAudited, mostFileBytes, mostFiles, skippedFolders } from "../../core/audit/findUses.ts";
import { createPathFilter } from "../../core/audit/pathFilter.ts";

/** Files at a time. */
const width = 16;
/** Work between two pauses, so that whatever else the host has to do is not kept waiting. */
const sliceMs = 8;

/** The files of a folder that an audit reads, by path from the folder. */
export interface FolderFiles {
	readonly uris: ReadonlyMap<string, vscode.Uri>;
	/** Files that are too many. */
	readonly skipped: number;
}

/** Lists a folder's files that can use models, without others' code and what the policy leaves out. */
export async function listFolderFiles(
	folder: vscode.WorkspaceFolder,
	exclude: readonly string[],
	token: vscode.CancellationToken,
): Promise<FolderFiles> {
	const isLeftOut = createPathFilter(exclude);
	const found = await vscode.workspace.findFiles(
		new vscode.RelativePattern(folder, "**/*"),
		`**/{${skippedFolders.join(",")}}/**`,
		undefined,
		token,
	);
	const uris = new Map<string, vscode.Uri>();
	let skipped = 0;
	const base = folder.uri.path.replace(/\/$/, "");
	for (const uri of found) {
		const path = uri.path.slice(base.length + 1);
		if (!isAudited(path) || isLeftOut(path)) {
			continue;
		}
		if (uris.size === mostFiles) {
			skipped += 1;
		} else {
			uris.set(path, uri);
		}
	}
	return { uris: new Map([...uris].sort(([a], [b]) => (a < b ? -1 : 1))), skipped };
}

/** What a folder's files use, and how many files were too large or could not be read. */
export interface FolderUses {
	readonly byPath: ReadonlyMap<string, readonly FoundUse[]>;
	readonly skipped: number;
}

/** Reads files and finds what they use; unsaved text counts. Pauses often, and ends when it is cancelled. */
export async function findFolderUses(
	uris: ReadonlyMap<string, vscode.Uri>,
	token: vscode.CancellationToken,
): Promise<FolderUses> {
	const byPath = new Map<string, readonly FoundUse[]>();
	const unsaved = new Map(
		vscode.workspace.textDocuments
			.filter(({ isDirty }) => isDirty)
			.map((document) => [document.uri.toString(), document.getText()]),
	);
	const queue = [...uris];
	let skipped = 0;
	let sliceEndMs = Date.now() + sliceMs;
	const work = async (): Promise<void> => {
		for (
			let next = queue.shift();
			next !== undefined && !token.isCancellationRequested;
			next = queue.shift()
		) {
			const [path, uri] = next;
			const text = unsaved.get(uri.toString()) ?? (await readText(uri));
			if (text === undefined) {
				skipped += 1;
				continue;
			}
			const uses = findUses(path, text);
			if (uses.length > 0) {
				byPath.set(path, uses);
			}
			if (Date.now() > sliceEndMs) {
				await new Promise((resolve) => setTimeout(resolve, 0));
				sliceEndMs = Date.now() + sliceMs;
			}
		}
	};
	await Promise.all(Array.from({ length: width }, work));
	return { byPath: new Map([...byPath].sort(([a], [b]) => (a < b ? -1 : 1))), skipped };
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
	try {
		const bytes = await vscode.workspace.fs.readFile(uri);
		return bytes.byteLength > mostFileBytes ? undefined : new TextDecoder().decode(bytes);
	} catch {
		return undefined;
	}
}
