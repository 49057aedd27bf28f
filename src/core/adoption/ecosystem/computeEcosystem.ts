import type { Model } from "../../model/model.ts";
import { chartAttention, chartCadence, chartRising } from "./attention.ts";
import { chartBuilders, chartCountries } from "./builders.ts";
import { chartConcentration, chartConcentrationCurve } from "./concentration.ts";
import { chartIds, type EcosystemChart } from "./ecosystemChart.ts";
import { type EcosystemFilter, type EcosystemFrame, layOutModels } from "./ecosystemFrame.ts";
import { chartFamilies, findFamilies } from "./families.ts";
import { chartFamilyNames } from "./familyNames.ts";
import { chartFormats, chartLicenses, chartRelations, chartSizes } from "./overTime.ts";
import { Pacer, type Turns } from "./pacer.ts";
import { chartCommunities, chartTasks } from "./tasks.ts";

/** The state of open models, as far as we know them. */
export interface Ecosystem {
	/** In the order of `chartIds`. */
	readonly charts: readonly EcosystemChart[];
	readonly filter: EcosystemFilter;
	/** Models that the filter leaves, of those that are known. */
	readonly models: number;
	readonly known: number;
	/** The oldest and the newest reading among the models; `undefined`: there are none. */
	readonly readFromMs?: number;
	readonly readToMs?: number;
	/** Repo ids of the models behind a bar or a point. */
	listModelIds(members: Int32Array): readonly string[];
}

const makers: readonly ((frame: EcosystemFrame) => EcosystemChart)[] = [
	chartConcentration,
	chartConcentrationCurve,
	chartSizes,
	chartBuilders,
	chartCountries,
	chartRelations,
	chartLicenses,
	chartFormats,
	chartCadence,
	chartAttention,
	chartTasks,
	chartCommunities,
	chartRising,
];

/**
 * All figures over the models, in slices of some milliseconds between which `turns.pause` lets others run. Stops between
 * two slices when `signal` is aborted.
 * @throws the signal's reason.
 */
export async function computeEcosystem(
	models: readonly Model[],
	filter: EcosystemFilter,
	turns: Turns,
	signal?: AbortSignal,
): Promise<Ecosystem> {
	const pacer = new Pacer(turns);
	const frame = await layOutModels(models, filter, pacer);
	signal?.throwIfAborted();
	const families = await findFamilies(frame, pacer);
	const charts = [chartFamilyNames(frame, families), chartFamilies(frame, families)];
	for (const make of makers) {
		signal?.throwIfAborted();
		charts.push(make(frame));
		await pacer.rest();
	}
	return {
		charts: charts.sort((a, b) => chartIds.indexOf(a.id) - chartIds.indexOf(b.id)),
		filter,
		models: frame.rows.length,
		known: models.length,
		...findDates(frame),
		listModelIds: (members) => Array.from(members, (row) => frame.models[row]?.repoId ?? ""),
	};
}

function findDates({ rows, readAtMs }: EcosystemFrame): { readFromMs?: number; readToMs?: number } {
	let readFromMs = Number.POSITIVE_INFINITY;
	let readToMs = Number.NEGATIVE_INFINITY;
	for (const row of rows) {
		readFromMs = Math.min(readFromMs, readAtMs[row] ?? readFromMs);
		readToMs = Math.max(readToMs, readAtMs[row] ?? readToMs);
	}
	return rows.length === 0 ? {} : { readFromMs, readToMs };
}
