import * as vscode from "vscode";

const storageKey = "openModels.watched";

/** The models that the user watches, remembered across workspaces; newest first. */
export class WatchList implements vscode.Disposable {
	readonly #memento: vscode.Memento;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
	}

	/** Repo ids, newest first. */
	get repoIds(): readonly string[] {
		const kept = this.#memento.get<unknown>(storageKey);
		return Array.isArray(kept) ? kept.filter((item): item is string => typeof item === "string") : [];
	}

	has(repoId: string): boolean {
		return this.repoIds.includes(repoId);
	}

	async setWatched(repoId: string, isWatched: boolean): Promise<void> {
		if (this.has(repoId) === isWatched) {
			return;
		}
		const others = this.repoIds.filter((other) => other !== repoId);
		await this.#memento.update(storageKey, isWatched ? [repoId, ...others] : others);
		this.#changed.fire();
	}

	/** A watched model was renamed on the Hub: the label follows. */
	async rename(from: string, to: string): Promise<void> {
		if (!this.has(from) || from === to) {
			return;
		}
		const renamed = this.repoIds.map((repoId) => (repoId === from ? to : repoId));
		await this.#memento.update(storageKey, [...new Set(renamed)]);
		this.#changed.fire();
	}

	dispose(): void {
		this.#changed.dispose();
	}
}
