import { HubError } from "./hubError.ts";

/**
 * A `fetch` for the library: it is told only the URL, and gets a reply that is known to be good, without the headers
 * that would make it go on to a next page by itself.
 */
export function adaptFetch(get: (url: URL) => Promise<unknown>): typeof globalThis.fetch {
	return async (input) => {
		const json = await get(new URL(input instanceof Request ? input.url : input));
		return new Response(JSON.stringify(json), { headers: { "Content-Type": "application/json" } });
	};
}

/** Runs a call of the library: whatever it throws by itself, it did not understand the reply. */
export async function guardErrors<T>(call: () => Promise<T>): Promise<T> {
	try {
		return await call();
	} catch (cause) {
		throw cause instanceof HubError
			? cause
			: new HubError("badResponse", "The reply was not understood.", { cause });
	}
}
