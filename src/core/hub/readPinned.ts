import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import { mapPin, type PinnedState } from "./wire/mapPin.ts";

const mostBytes = 8 * 1024 * 1024;
const fields = ["sha", "tags", "cardData", "siblings"];

/** A repository at a revision (default: as it is now) with the hashes of its files, in one request. */
export async function readPinned(
	transport: HubTransport,
	repoId: string,
	revision: string | undefined,
	options: HubCallOptions,
): Promise<PinnedState> {
	const at = revision === undefined ? "" : `/revision/${encodeURIComponent(revision)}`;
	const query = new URLSearchParams([["blobs", "true"], ...fields.map((field) => ["expand", field])]);
	const url = `${transport.endpoint.baseUrl}/api/models/${repoId}${at}?${query}`;
	const { json } = await transport.get({ url, maxBytes: mostBytes }, options);
	const state = mapPin(json);
	if (state === undefined) {
		throw new HubError("badResponse", "The reply names no commit.");
	}
	return state;
}
