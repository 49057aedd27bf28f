import * as vscode from "vscode";
import type { SourceFile } from "../../core/pick/sheet/code/sourceFile.ts";
import { manifestGlob, rankSource, skippedFolders } from "../../core/pick/sheet/sources.ts";

/** More of a file than this does not make the workload clearer. */
const mostCharacters = 200_000;
const largestManifestBytes = 256_000;
const mostManifests = 24;
/** What is read until then is what there is: nobody is kept waiting meanwhile, but a search has an end. */
const longestSearchMs = 10_000;

/** What is at hand to read a workload from. */
export interface WorkloadPlace {
	/** The file or the notebook that was worked in last. */
	readonly files: readonly SourceFile[];
	/** The lines of the first file that are meant. */
	readonly lines?: { readonly first: number; readonly last: number };
	/** The folder's, so that its policy holds. */
	readonly uri?: vscode.Uri;
}

/** Reads what the editor shows, and what is selected there; nothing of it leaves this machine. */
export function readPlace(editor: vscode.TextEditor | undefined): WorkloadPlace | undefined {
	return editor && readRange(editor.document, editor.selection);
}

/** Reads a document, and of it a line, from 1, as what is meant. */
export function readDocument(document: vscode.TextDocument, line: number | undefined): WorkloadPlace {
	const isLine = line !== undefined && line <= document.lineCount;
	return readRange(document, isLine ? document.lineAt(line - 1).range : undefined);
}

function readRange(document: vscode.TextDocument, range: vscode.Range | undefined): WorkloadPlace {
	const own = readText(document);
	const lines = range && { first: range.start.line + 1, last: range.end.line + 1 };
	const common = { uri: document.uri, ...(lines ? { lines } : {}) };
	const notebook = vscode.workspace.notebookDocuments.find((each) =>
		each.getCells().some((cell) => cell.document === document),
	);
	if (notebook === undefined) {
		return { ...common, files: [own] };
	}
	const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
	const current = cells.filter((cell) => cell.document === document);
	const others = cells.filter((cell) => cell.document !== document);
	return {
		...common,
		files: [...current, ...others].map((cell) => ({ ...readText(cell.document), cell: cell.index + 1 })),
	};
}

function readText(document: vscode.TextDocument): SourceFile {
	return {
		path: vscode.workspace.asRelativePath(document.uri, false),
		languageId: document.languageId,
		text: document.getText().slice(0, mostCharacters),
	};
}

/**
 * The manifests of the workspace (dependencies, containers, charts), in any file system; at most so many, and what takes
 * long is left out.
 */
export async function readManifests(token: vscode.CancellationToken): Promise<readonly SourceFile[]> {
	const timed = new vscode.CancellationTokenSource();
	const timer = setTimeout(() => timed.cancel(), longestSearchMs);
	const subscription = token.onCancellationRequested(() => timed.cancel());
	try {
		const skipped = `**/{${[...skippedFolders].join(",")}}/**`;
		const found = await vscode.workspace.findFiles(manifestGlob, skipped, mostManifests * 4, timed.token);
		const uris = [...found]
			.map((uri) => ({ uri, path: vscode.workspace.asRelativePath(uri, false) }))
			.sort((a, b) => rankSource(a.path) - rankSource(b.path) || (a.path < b.path ? -1 : 1))
			.slice(0, mostManifests);
		const files = await Promise.all(uris.map(({ uri, path }) => readFile(uri, path, timed.token)));
		return files.flat();
	} catch {
		// A file system that cannot be searched has no manifests to tell of.
		return [];
	} finally {
		clearTimeout(timer);
		subscription.dispose();
		timed.dispose();
	}
}

async function readFile(
	uri: vscode.Uri,
	path: string,
	token: vscode.CancellationToken,
): Promise<readonly SourceFile[]> {
	try {
		if (token.isCancellationRequested || (await vscode.workspace.fs.stat(uri)).size > largestManifestBytes) {
			return [];
		}
		const bytes = await vscode.workspace.fs.readFile(uri);
		return token.isCancellationRequested ? [] : [{ path, text: new TextDecoder().decode(bytes) }];
	} catch {
		return [];
	}
}
