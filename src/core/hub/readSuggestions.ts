import * as v from "valibot";
import { isRepoId } from "../model/repoId.ts";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";

const mostBytes = 1024 * 1024;

const suggestionsSchema = v.object({ models: v.array(v.unknown()) });
const suggestionSchema = v.object({ id: v.pipe(v.string(), v.check(isRepoId)) });

/** Repo ids for what was typed so far, best first, by the Hub's endpoint `/api/quicksearch`; at most `limit` (1–20). */
export async function readSuggestions(
	transport: HubTransport,
	text: string,
	limit: number,
	options: HubCallOptions,
): Promise<readonly string[]> {
	const search = new URLSearchParams({ q: text.slice(0, 200), limit: String(limit), type: "model" });
	const url = `${transport.endpoint.baseUrl}/api/quicksearch?${search}`;
	const { json } = await transport.get({ url, maxBytes: mostBytes }, options);
	const reply = v.safeParse(suggestionsSchema, json);
	if (!reply.success) {
		throw new HubError("badResponse", "The reply is no list of suggestions.");
	}
	const ids = reply.output.models.flatMap((row) => {
		const suggestion = v.safeParse(suggestionSchema, row);
		return suggestion.success ? [suggestion.output.id] : [];
	});
	return ids.slice(0, limit);
}
