import { makeBarChart, makeBars } from "./barChart.ts";
import { findBuilder } from "./builderTable.ts";
import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";
import { codeRows } from "./groups.ts";

/** Countries that are shown. */
const mostRows = 40;

/** Models and downloads by organizations, by individuals, and by owners of whom the table does not say. */
export function chartBuilders(frame: EcosystemFrame): EcosystemChart {
	return chartBy(frame, "builders", (owner) => findBuilder(owner)?.kind ?? "unknown");
}

/**
 * Models and downloads by the country of an organization's headquarters. Owners of whom it is not known have their own
 * row: it is most of them, and never left out.
 */
export function chartCountries(frame: EcosystemFrame): EcosystemChart {
	return chartBy(frame, "countries", (owner) => findBuilder(owner)?.country ?? "unknown");
}

function chartBy(
	frame: EcosystemFrame,
	id: "builders" | "countries",
	classify: (owner: string) => string,
): EcosystemChart {
	const names: string[] = [];
	const codeByOwner = frame.owners.words.map((owner) => {
		const name = classify(owner);
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
