import type * as vscode from "vscode";

/**
 * A memento that loses no change. VS Code echoes each stored state back to every window, this one included, and the echo
 * replaces the whole state, with it a change that was made meanwhile and is not stored yet. So changes are stored
 * one after the other, and what is not stored yet is read from here.
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/api/common/extHostMemento.ts (2026-11)
 */
export class OrderedMemento implements vscode.Memento {
	readonly #memento: vscode.Memento;
	readonly #unstored = new Map<string, unknown>();
	#storing: Promise<void> = Promise.resolve();

	constructor(memento: vscode.Memento) {
		this.#memento = memento;
	}

	keys(): readonly string[] {
		return [...new Set([...this.#memento.keys(), ...this.#unstored.keys()])];
	}

	get<T>(key: string): T | undefined;
	get<T>(key: string, standard: T): T;
	get<T>(key: string, standard?: T): T | undefined {
		const value = this.#unstored.has(key) ? this.#unstored.get(key) : this.#memento.get<unknown>(key);
		// The caller names the type, as with VS Code's own memento, and checks what it gets.
		return value === undefined ? standard : (value as T);
	}

	/** Rejects when VS Code could not store it; what comes after it is stored all the same. */
	update(key: string, value: unknown): Promise<void> {
		this.#unstored.set(key, value);
		const storing = this.#storing.then(async () => {
			try {
				await this.#memento.update(key, value);
			} finally {
				if (this.#unstored.get(key) === value) {
					this.#unstored.delete(key);
				}
			}
		});
		this.#storing = storing.catch(() => undefined);
		return storing;
	}
}
