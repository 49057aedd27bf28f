import * as vscode from "vscode";
import { logProblem } from "./errors.ts";
import type { Log } from "./log.ts";
import type { Secrets } from "./secrets.ts";
import type { TargetStore } from "./state/targetStore.ts";

/**
 * Tells VS Code what the enablement of commands asks for. Keys are named for the exception (`cannotProbe`,
 * `isSignedOut`), so that a command is offered before the extension is awake to know better.
 */
export class ContextKeys implements vscode.Disposable {
	readonly #secrets: Secrets;
	readonly #subscription: vscode.Disposable;

	constructor(secrets: Secrets, targets: TargetStore, log: Log) {
		this.#secrets = secrets;
		const update = (): void => {
			this.#updateSignedOut().catch((error) => logProblem(error, log));
		};
		this.#subscription = secrets.onDidChange(update);
		// VS Code opens a walkthrough upon installation if its condition holds by then: this one holds later.
		void vscode.commands.executeCommand("setContext", "openModels.isAwake", true);
		void vscode.commands.executeCommand("setContext", "openModels.cannotProbe", !targets.canProbe);
		update();
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	async #updateSignedOut(): Promise<void> {
		const isSignedOut = !(await this.#secrets.hasStoredToken());
		await vscode.commands.executeCommand("setContext", "openModels.isSignedOut", isSignedOut);
	}
}
