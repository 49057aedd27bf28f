import type { SecurityStatus } from "../model/model.ts";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import { mapSecurity } from "./wire/mapSecurity.ts";

const mostBytes = 4 * 1024 * 1024;

/** What the Hub's scanners say of a model's files, by its endpoint `/api/models/{id}/scan`. */
export async function readSecurity(
	transport: HubTransport,
	repoId: string,
	options: HubCallOptions,
): Promise<SecurityStatus> {
	const url = `${transport.endpoint.baseUrl}/api/models/${repoId}/scan`;
	const { json } = await transport.get({ url, maxBytes: mostBytes }, options);
	const status = mapSecurity(json);
	if (status === undefined) {
		throw new HubError("badResponse", "The reply is no scan.");
	}
	return status;
}
