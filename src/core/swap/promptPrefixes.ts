import * as v from "valibot";
import promptPrefixes from "./promptPrefixes.json" with { type: "json" };

const tableSchema = v.object({
	asOf: v.pipe(v.string(), v.isoDate()),
	families: v.array(
		v.object({
			/** Matches repo ids, in any case. */
			names: v.string(),
			query: v.string(),
			passage: v.string(),
			source: v.pipe(v.string(), v.url()),
		}),
	),
});

/** What texts must begin with so that an embedding model was trained for them; empty: nothing. */
export interface PromptPrefixes {
	readonly query: string;
	readonly passage: string;
}

/** The prefixes that a model's makers ask for; `undefined`: not known. */
export function findPromptPrefixes(repoId: string): PromptPrefixes | undefined {
	const { families } = v.parse(tableSchema, promptPrefixes);
	const family = families.find(({ names }) => new RegExp(names, "i").test(repoId));
	return family && { query: family.query, passage: family.passage };
}
