import type { HubClientOptions } from "./hubClientOptions.ts";
import { HubError, isHubError } from "./hubError.ts";

/** How often what failed is tried again. */
export const mostRetries = 2;

const retryDelayMs = 300;

type Clock = Pick<HubClientOptions, "sleep" | "random">;

/**
 * Reads, and reads again what may well succeed a moment later: a connection that broke, a server that stumbled.
 * @throws what the last attempt threw; HubError `cancelled`.
 */
export async function retryPassing<T>(read: () => Promise<T>, clock: Clock, signal: AbortSignal): Promise<T> {
	for (let retries = 1; ; retries += 1) {
		try {
			return await read();
		} catch (error) {
			const isPassing = isHubError(error, "offline") || isHubError(error, "server");
			if (!isPassing || retries > mostRetries) {
				throw error;
			}
		}
		await waitBeforeRetry(retries, clock, signal);
	}
}

/** Waits longer each time, and not as long as others do. `retries` counts from 1. Throws HubError `cancelled`. */
export async function waitBeforeRetry(retries: number, clock: Clock, signal: AbortSignal): Promise<void> {
	await clock.sleep(retryDelayMs * 2 ** retries * (0.5 + clock.random()), signal);
	throwIfAborted(signal);
}

/** Throws HubError `cancelled`. */
export function throwIfAborted(signal: AbortSignal): void {
	if (signal.aborted) {
		throw new HubError("cancelled", "Cancelled by the caller.");
	}
}
