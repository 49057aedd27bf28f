import * as vscode from "vscode";
import type { HubClient } from "../../core/hub/hubClient.ts";
import { HubError } from "../../core/hub/hubError.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import type { Settings } from "../settings.ts";

/** The one client of the Hub, made when first needed and again when its address changes. */
export class HubSession implements vscode.Disposable {
	readonly #settings: Settings;
	readonly #secrets: Secrets;
	readonly #platform: Platform;
	readonly #userAgent: string;
	readonly #log: Log;
	#client: { readonly endpoint: string; readonly hub: Promise<HubClient> } | undefined;
	readonly #changed = new vscode.EventEmitter<void>();
	/** The address, the token or the offline switch changed: what the Hub says may differ now. */
	readonly onDidChange = this.#changed.event;
	readonly #subscriptions: vscode.Disposable[];

	constructor(settings: Settings, secrets: Secrets, platform: Platform, userAgent: string, log: Log) {
		this.#settings = settings;
		this.#secrets = secrets;
		this.#platform = platform;
		this.#userAgent = userAgent;
		this.#log = log;
		let known = this.#describeSettings();
		this.#subscriptions = [
			this.#changed,
			secrets.onDidChange(() => this.#changed.fire()),
			settings.onDidChange(() => {
				const current = this.#describeSettings();
				if (current !== known) {
					known = current;
					this.#changed.fire();
				}
			}),
		];
	}

	/** Where the Hub is, without a slash at the end. */
	get endpoint(): string {
		return this.#settings.endpoint;
	}

	/** The client, loaded with the first request. Throws `HubError` `offline` when the user switched the Hub off. */
	async connect(): Promise<HubClient> {
		if (this.#settings.isOffline) {
			throw new HubError("offline", "openModels.offline is on");
		}
		const { endpoint } = this.#settings;
		if (this.#client?.endpoint !== endpoint) {
			this.#client = { endpoint, hub: this.#createClient(endpoint) };
		}
		return this.#client.hub;
	}

	/** The account of a token that is not kept yet. Throws `HubError` `unauthorized` for one that the Hub refuses. */
	async readAccount(token: string): Promise<{ readonly name: string }> {
		const account = await this.#createClient(this.#settings.endpoint, async () => token).then((hub) =>
			hub.readAccount(),
		);
		if (!account) {
			throw new HubError("unauthorized", "The Hub did not accept the token");
		}
		return account;
	}

	dispose(): void {
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}

	#describeSettings(): string {
		return `${this.#settings.endpoint} ${this.#settings.isOffline} ${this.#settings.usesEnvironmentToken}`;
	}

	async #createClient(endpoint: string, readToken = () => this.#secrets.readToken()): Promise<HubClient> {
		const { HubClient } = await import("../../core/hub/hubClient.ts");
		return new HubClient({
			endpoint,
			fetch: this.#platform.fetch,
			readToken,
			now: () => Date.now(),
			sleep,
			random: () => Math.random(),
			...(this.#platform.kind === "node" ? { userAgent: this.#userAgent } : { canRevalidate: false }),
			onRequest: (line) => this.#log.debug(`Hub: ${JSON.stringify(line)}`),
		});
	}
}

function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const end = (): void => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, signal?.aborted ? 0 : durationMs);
		signal?.addEventListener("abort", end);
	});
}
