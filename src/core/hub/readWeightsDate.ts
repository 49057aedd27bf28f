import * as v from "valibot";
import { isGgufSidecar } from "../model/ggufLabel.ts";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import { parseWeightFile } from "./wire/weightFiles.ts";

/** A repository at a revision; `main` where none is given. */
export interface RevisionAt {
	readonly repoId: string;
	readonly revision?: string;
}

const mostBytes = 1024 * 1024;

const entrySchema = v.object({
	path: v.string(),
	lastCommit: v.object({ date: v.pipe(v.string(), v.isoTimestamp()) }),
});

/**
 * When the weights at the top of a repository were last changed, ms since the epoch: the latest commit of any of their
 * files, by the first page of the Hub's list of files with commits. `undefined` where that names none.
 */
export async function readWeightsDate(
	transport: HubTransport,
	{ repoId, revision = "main" }: RevisionAt,
	options: HubCallOptions,
): Promise<number | undefined> {
	const path = `${repoId}/tree/${encodeURIComponent(revision)}?expand=true`;
	const url = `${transport.endpoint.baseUrl}/api/models/${path}`;
	const { json } = await transport.get({ url, maxBytes: mostBytes }, options);
	if (!Array.isArray(json)) {
		throw new HubError("badResponse", "The reply is no list of files.");
	}
	const dates = json.flatMap((row: unknown) => {
		const entry = v.safeParse(entrySchema, row);
		const isWeights =
			entry.success && parseWeightFile(entry.output.path, undefined) && !isGgufSidecar(entry.output.path);
		return isWeights ? [Date.parse(entry.output.lastCommit.date)] : [];
	});
	return dates.length === 0 ? undefined : Math.max(...dates);
}
