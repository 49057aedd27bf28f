import * as vscode from "vscode";
import { lockFileName } from "../../core/policy/lock.ts";
import type { ParsedRules } from "../../core/policy/parseRules.ts";
import { emptyPolicy, policyFileName } from "../../core/policy/policy.ts";
import type { Log } from "../log.ts";

/** What a folder of the workspace asks of the models that its code uses. */
export interface FolderRules extends ParsedRules {
	/** Absent: there is no policy's file. */
	readonly policyUri?: vscode.Uri;
}

const noRules: FolderRules = { policy: emptyPolicy, policyProblems: [], lockProblems: [] };

/** The policies and locks in the roots of the workspace's folders, as they are on disk; read when first asked for. */
export class RuleStore implements vscode.Disposable {
	readonly #log: Log;
	readonly #changed = new vscode.EventEmitter<void>();
	/** A policy or a lock is another one now. */
	readonly onDidChange = this.#changed.event;
	#rules = new Map<string, FolderRules>();
	#loading: Promise<void> | undefined;
	#loads = 0;
	#watching: vscode.Disposable | undefined;

	constructor(log: Log) {
		this.#log = log;
	}

	/** What holds for a file: the rules of its folder, or, outside of all folders, those of the first one. */
	find(uri: vscode.Uri | undefined): FolderRules {
		const folders = vscode.workspace.workspaceFolders ?? [];
		const folder = (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? folders[0];
		return (folder && this.#rules.get(folder.uri.toString())) ?? noRules;
	}

	/** Reads what is on disk, unless it was read already; from then on changes are noticed. */
	ensureLoaded(): Promise<void> {
		this.#watching ??= this.#watch();
		this.#loading ??= this.#load();
		return this.#loading;
	}

	/** Reads what is on disk anew, and tells. */
	async reload(): Promise<void> {
		this.#loading = this.#load();
		await this.#loading;
		this.#changed.fire();
	}

	dispose(): void {
		this.#watching?.dispose();
		this.#changed.dispose();
	}

	#watch(): vscode.Disposable {
		const watcher = vscode.workspace.createFileSystemWatcher("**/{.openmodels.json,openmodels.lock}");
		const reload = (uri: vscode.Uri): void => {
			if (isRuleFile(uri)) {
				void this.reload();
			}
		};
		return vscode.Disposable.from(
			watcher,
			watcher.onDidChange(reload),
			watcher.onDidCreate(reload),
			watcher.onDidDelete(reload),
			// Not every file system tells of changes.
			vscode.workspace.onDidSaveTextDocument(({ uri }) => reload(uri)),
			vscode.workspace.onDidChangeWorkspaceFolders(() => void this.reload()),
		);
	}

	async #load(): Promise<void> {
		const folders = vscode.workspace.workspaceFolders ?? [];
		this.#loads += 1;
		const load = this.#loads;
		const read = await Promise.all(
			folders.map(async ({ uri }) => [uri.toString(), await this.#readFolder(uri)] as const),
		);
		// What was read earlier may come later.
		if (load === this.#loads) {
			this.#rules = new Map(read);
		}
	}

	async #readFolder(folder: vscode.Uri): Promise<FolderRules> {
		const policyUri = vscode.Uri.joinPath(folder, policyFileName);
		const [policyText, lockText] = await Promise.all([
			this.#readText(policyUri),
			this.#readText(vscode.Uri.joinPath(folder, lockFileName)),
		]);
		if (policyText === undefined && lockText === undefined) {
			return noRules;
		}
		const { parseRules } = await import("../../core/policy/parseRules.ts");
		return {
			...parseRules(policyText, lockText),
			...(policyText === undefined ? {} : { policyUri }),
		};
	}

	async #readText(uri: vscode.Uri): Promise<string | undefined> {
		try {
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
		} catch (error) {
			if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) {
				this.#log.warn(`Could not read ${uri.path}`, String(error));
			}
			return undefined;
		}
	}
}

/** Whether a file is a policy or a lock of the workspace: in the root of one of its folders. */
function isRuleFile(uri: vscode.Uri): boolean {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	return (
		folder !== undefined &&
		[policyFileName, lockFileName].some(
			(name) => vscode.Uri.joinPath(folder.uri, name).toString() === uri.toString(),
		)
	);
}
