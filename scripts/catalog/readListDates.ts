import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { Model } from "../../src/core/model/model.ts";

const listSchema = v.object({
	fetchedAt: v.pipe(v.string(), v.isoTimestamp()),
	models: v.array(v.object({ id: v.string(), downloads: v.number() })),
});

/**
 * When a recorded model was read, where a recording says so: a file `{ fetchedAt, models: [{ id, downloads }] }`. A model
 * is of that recording if its counter is the one that stands there. `undefined`: not of that recording.
 */
export async function readListDates(path: string): Promise<(model: Model) => number | undefined> {
	const parsed = v.safeParse(listSchema, JSON.parse(await readFile(path, "utf8")));
	if (!parsed.success) {
		throw new Error(`${path} is no dated list of models.`);
	}
	const { fetchedAt, models } = parsed.output;
	const downloads = new Map(models.map((model) => [model.id, model.downloads]));
	return ({ repoId, counters }) =>
		downloads.has(repoId) && downloads.get(repoId) === counters.downloads30d
			? Date.parse(fetchedAt)
			: undefined;
}
