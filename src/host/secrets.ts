import type * as vscode from "vscode";
import type { Platform } from "../platform/platform.ts";
import type { Settings } from "./settings.ts";

const tokenKey = "openModels.hubToken";

/** The Hub token: kept in SecretStorage, else taken from `HF_TOKEN` if the user agreed to that in the settings. */
export class Secrets {
	readonly #storage: vscode.SecretStorage;
	readonly #settings: Settings;
	readonly #platform: Platform;

	constructor(storage: vscode.SecretStorage, settings: Settings, platform: Platform) {
		this.#storage = storage;
		this.#settings = settings;
		this.#platform = platform;
	}

	async readToken(): Promise<string | undefined> {
		const stored = await this.#storage.get(tokenKey);
		if (stored) {
			return stored;
		}
		return this.#settings.usesEnvironmentToken ? this.#platform.readEnvironment("HF_TOKEN") : undefined;
	}

	/** Whether the user signed in here; a token of the environment does not count. */
	async hasStoredToken(): Promise<boolean> {
		return Boolean(await this.#storage.get(tokenKey));
	}

	async storeToken(token: string): Promise<void> {
		await this.#storage.store(tokenKey, token);
	}

	async deleteToken(): Promise<void> {
		await this.#storage.delete(tokenKey);
	}

	/** Calls back when the stored token changed, in this window or another. */
	onDidChange(listener: () => void): vscode.Disposable {
		return this.#storage.onDidChange((event) => {
			if (event.key === tokenKey) {
				listener();
			}
		});
	}
}
