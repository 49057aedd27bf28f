import * as v from "valibot";
import table from "./builders.json" with { type: "json" };

const schema = v.object({
	asOf: v.string(),
	builders: v.record(
		v.string(),
		v.object({
			kind: v.picklist(["organization", "individual"]),
			// ISO 3166-1 alpha-2, of an organization's headquarters; absent where there are several or none, or no page
			// was found that says it. The pages: builderSources.json, which only a test reads.
			country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
		}),
	),
});

const facts = v.parse(schema, table);

/** When the table of builders was made. */
export const buildersAsOf = facts.asOf;

/** Who publishes models. */
export type Builder = (typeof facts.builders)[string];

const byOwner = new Map(Object.entries(facts.builders).map(([owner, each]) => [owner.toLowerCase(), each]));

/** Who an owner on the Hub is, whatever the case; `undefined` where the table does not say. */
export function findBuilder(owner: string): Builder | undefined {
	return byOwner.get(owner.toLowerCase());
}
