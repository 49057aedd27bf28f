import * as vscode from "vscode";
import type { Audit } from "../../core/audit/audit.ts";
import type { FileReport } from "../../core/audit/report.ts";
import type { Finding } from "../../core/policy/finding.ts";
import type { PinPlace } from "../../core/policy/locatePins.ts";

/** What was found in one folder of the workspace. */
export interface FolderAudit {
	readonly folder: vscode.WorkspaceFolder;
	readonly audit: Audit;
	readonly problems: readonly FileReport[];
	/** What became of pins, by repo id; absent: they were not checked. */
	readonly pinFindings?: ReadonlyMap<string, readonly Finding[]>;
	/** Where the lock names its models, by repo id; absent with `pinFindings`. */
	readonly pinPlaces?: ReadonlyMap<string, PinPlace>;
}

/** What the last audit of the workspace found; the view shows it, and commands go on from it. */
export class AuditState implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	#folders: readonly FolderAudit[] | undefined;

	constructor() {
		tellAudited(false);
	}

	/** `undefined`: nothing was audited yet. */
	get folders(): readonly FolderAudit[] | undefined {
		return this.#folders;
	}

	set(folders: readonly FolderAudit[]): void {
		this.#folders = folders;
		tellAudited(true);
		this.#changed.fire();
	}

	dispose(): void {
		this.#changed.dispose();
	}
}

/** For the view, which says what it is for until there is something in it. */
function tellAudited(isAudited: boolean): void {
	void vscode.commands.executeCommand("setContext", "openModels.isAudited", isAudited);
}
