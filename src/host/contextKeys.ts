import * as vscode from "vscode";
import { logProblem } from "./errors.ts";
import type { Log } from "./log.ts";
import type { Secrets } from "./secrets.ts";
import type { TargetStore } from "./state/targetStore.ts";
import type { WatchList } from "./state/watchList.ts";

/**
 * Tells VS Code what the enablement of commands asks for. Keys are named for the exception (`cannotProbe`,
 * `isSignedOut`), so that a command is offered before the extension is awake to know better.
 */
export class ContextKeys implements vscode.Disposable {
	readonly #secrets: Secrets;
	readonly #subscriptions: vscode.Disposable;

	constructor(secrets: Secrets, targets: TargetStore, watched: WatchList, log: Log) {
		this.#secrets = secrets;
		const update = (): void => {
			this.#updateSignedOut().catch((error) => logProblem(error, log));
		};
		const tell = (key: string, isSo: boolean): void =>
			void vscode.commands.executeCommand("setContext", `openModels.${key}`, isSo);
		const tellTargets = (): void =>
			tell(
				"hasNoOwnTargets",
				targets.targets.every(({ origin }) => origin === "detected"),
			);
		const tellWatched = (): void => tell("watchesNothing", watched.repoIds.length === 0);
		this.#subscriptions = vscode.Disposable.from(
			secrets.onDidChange(update),
			targets.onDidChange(tellTargets),
			watched.onDidChange(tellWatched),
		);
		// VS Code opens a walkthrough upon installation if its condition holds by then: this one holds later.
		tell("isAwake", true);
		tell("cannotProbe", !targets.canProbe);
		tellTargets();
		tellWatched();
		update();
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	async #updateSignedOut(): Promise<void> {
		const isSignedOut = !(await this.#secrets.hasStoredToken());
		await vscode.commands.executeCommand("setContext", "openModels.isSignedOut", isSignedOut);
	}
}
