import { HubClient } from "../../../../src/core/hub/hubClient.ts";
import type { HubClientOptions, RequestLog } from "../../../../src/core/hub/hubClientOptions.ts";
import { type HubErrorCode, isHubError } from "../../../../src/core/hub/hubError.ts";
import { type HubOptions, type HubServer, startHub } from "../../../hub/hubServer.ts";

/** A client on a Hub of its own, whose waits are noted and not waited for. */
export interface Harness {
	readonly hub: HubServer;
	readonly client: HubClient;
	readonly sleptMs: number[];
	readonly log: RequestLog[];
	/** How often a bad token was told. */
	readonly badTokens: { count: number };
	/** Another client of the same Hub. */
	connect(options?: Partial<HubClientOptions>): HubClient;
}

export async function startHarness(
	options: Partial<HubClientOptions> = {},
	hubOptions: HubOptions = {},
): Promise<Harness> {
	const hub = await startHub(hubOptions);
	const sleptMs: number[] = [];
	const log: RequestLog[] = [];
	const badTokens = { count: 0 };
	const connect = (own: Partial<HubClientOptions> = {}): HubClient =>
		new HubClient({
			endpoint: hub.url,
			fetch,
			readToken: async () => undefined,
			now: Date.now,
			sleep: async (ms) => {
				sleptMs.push(ms);
			},
			random: () => 0.5,
			timeoutMs: 5_000,
			onRequest: (line) => log.push(line),
			onBadToken: () => {
				badTokens.count += 1;
			},
			...options,
			...own,
		});
	return { hub, client: connect(), sleptMs, log, badTokens, connect };
}

/** For `assert.rejects`: a `HubError` of this code. */
export function hasCode(code: HubErrorCode): (error: unknown) => boolean {
	return (error) => {
		if (isHubError(error, code)) {
			return true;
		}
		throw error;
	};
}
