import * as v from "valibot";
import { makeBarChart, makeBars } from "./barChart.ts";
import table from "./builders.json" with { type: "json" };
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { codeRows } from "./groups.ts";

const schema = v.object({
	asOf: v.string(),
	source: v.string(),
	builders: v.record(
		v.string(),
		v.object({
			kind: v.picklist(["organization", "individual"]),
			// ISO 3166-1 alpha-2, of an organization's headquarters; absent where there are several or none.
			country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
		}),
	),
});

const facts = v.parse(schema, table);

/** When the table of builders was made. */
export const buildersAsOf = facts.asOf;

/** What the table of builders is from. */
export const buildersSource = facts.source;

const byOwner = new Map(Object.entries(facts.builders).map(([owner, each]) => [owner.toLowerCase(), each]));

/** Countries that are shown. */
const mostRows = 40;

/** Models and downloads by organizations, by individuals, and by owners of whom the table does not say. */
export function chartBuilders(frame: EcosystemFrame): EcosystemChart {
	return chartBy(frame, "builders", (owner) => byOwner.get(owner)?.kind ?? "unknown");
}

/**
 * Models and downloads by the country of an organization's headquarters. Owners of whom it is not known have their own
 * row: it is most of them, and never left out.
 */
export function chartCountries(frame: EcosystemFrame): EcosystemChart {
	return chartBy(frame, "countries", (owner) => byOwner.get(owner)?.country ?? "unknown");
}

function chartBy(
	frame: EcosystemFrame,
	id: "builders" | "countries",
	classify: (owner: string) => string,
): EcosystemChart {
	const names: string[] = [];
	const codeByOwner = frame.owners.words.map((owner) => {
		const name = classify(owner.toLowerCase());
		const known = names.indexOf(name);
		return known === -1 ? names.push(name) - 1 : known;
	});
	const codes = codeRows(
		frame.rows,
		frame.scratch,
		(row) => codeByOwner[frame.owners.codes[row] ?? -1] ?? -1,
	);
	const bars = makeBars(frame, frame.rows, codes, names);
	const unknown = bars.find(({ key }) => key === "unknown")?.models ?? 0;
	return makeBarChart(id, bars, mostRows, frame.rows.length - unknown, unknown);
}
