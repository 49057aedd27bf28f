import * as vscode from "vscode";
import { defaultLogBounds, type LogBounds } from "../core/adoption/readingLog.ts";

const section = "openModels";
const defaultEndpoint = "https://huggingface.co";

/** What the user set. Read when asked, so that a change counts at once. */
export class Settings {
	readonly #environmentEndpoint: string | undefined;

	constructor(environmentEndpoint: string | undefined) {
		this.#environmentEndpoint = environmentEndpoint;
	}

	/** The Hub's address: the machine-scoped setting, else `HF_ENDPOINT`, else the public Hub. */
	get endpoint(): string {
		const set = this.#text("endpoint");
		const chosen = set || this.#environmentEndpoint || defaultEndpoint;
		return isHttpUrl(chosen) ? chosen.replace(/\/+$/u, "") : defaultEndpoint;
	}

	/** Context length in tokens at which models are judged. */
	get contextTokens(): number {
		const tokens = vscode.workspace.getConfiguration(section).get<unknown>("contextTokens");
		return typeof tokens === "number" && Number.isInteger(tokens) && tokens >= 1 ? tokens : 8192;
	}

	/** Never ask the Hub: work from what is known. */
	get isOffline(): boolean {
		return vscode.workspace.getConfiguration(section).get<unknown>("offline") === true;
	}

	/** Whether `HF_TOKEN` may be used when no token is stored. */
	get usesEnvironmentToken(): boolean {
		return vscode.workspace.getConfiguration(section).get<unknown>("useEnvironmentToken") === true;
	}

	/** How many of our own readings are kept. */
	get readingBounds(): LogBounds {
		return {
			models: this.#count("readings.models", 100, 100_000) ?? defaultLogBounds.models,
			readingsPerModel: this.#count("readings.days", 30, 10_000) ?? defaultLogBounds.readingsPerModel,
		};
	}

	/** Keeps the context length for this user; where the workspace has one of its own, which would hide it, for the workspace. */
	async setContextTokens(tokens: number): Promise<void> {
		const configuration = vscode.workspace.getConfiguration(section);
		const isOwn = configuration.inspect("contextTokens")?.workspaceValue !== undefined;
		const target = isOwn ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
		await configuration.update("contextTokens", tokens, target);
	}

	/** Calls back when one of the extension's settings changed. */
	onDidChange(listener: () => void): vscode.Disposable {
		return vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(section)) {
				listener();
			}
		});
	}

	#count(key: string, least: number, most: number): number | undefined {
		const value = vscode.workspace.getConfiguration(section).get<unknown>(key);
		return typeof value === "number" && Number.isInteger(value)
			? Math.min(most, Math.max(least, value))
			: undefined;
	}

	#text(key: string): string {
		const value = vscode.workspace.getConfiguration(section).get<unknown>(key);
		return typeof value === "string" ? value.trim() : "";
	}
}

function isHttpUrl(text: string): boolean {
	try {
		const { protocol } = new URL(text);
		return protocol === "https:" || protocol === "http:";
	} catch {
		return false;
	}
}
