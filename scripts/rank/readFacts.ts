import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mapModel } from "../../src/core/hub/wire/mapModel.ts";
import type { Model } from "../../src/core/model/model.ts";
import {
	type EvaluationSeries,
	parseEvaluations,
} from "../../src/core/pick/quality/calibration/evaluationSeries.ts";
import type { Evaluated } from "../../src/core/pick/quality/calibration/linkBenchmarks.ts";
import { listFeatures } from "../../src/core/pick/quality/prior.ts";
import { readTraits, type Traits } from "../../src/core/pick/quality/traits.ts";

/** Independent results, and the models that they are of as far as they are known. */
export interface EvaluationFacts {
	readonly series: readonly EvaluationSeries[];
	/** By the repository id that the results name. */
	readonly evaluated: ReadonlyMap<string, Evaluated>;
	/** Rows of the Hub by repository id in lower case, of those that have one with dates and counters. */
	readonly rows: ReadonlyMap<string, Model>;
}

const crowdSize = 1000;

/** Reads evaluations and recorded rows of the Hub from the folder of recorded data; throws where a file is missing. */
export async function readEvaluationFacts(folder: string): Promise<EvaluationFacts> {
	const series = parseEvaluations(await readJson(join(folder, "facts/evaluations.json")));
	const lines = (await readFile(join(folder, "hub/models.jsonl"), "utf8")).split("\n");
	const rows = new Map<string, Model>();
	const trending = await readJson(join(folder, "hub/trending.json"));
	const trendingRows = listRecords(trending).map((row) => ({
		...row,
		pipeline_tag: row["pipelineTag"],
		library_name: row["libraryName"],
	}));
	const allRows = [
		...trendingRows,
		...lines.flatMap((line) => (line === "" ? [] : listRecords([JSON.parse(line)]))),
	];
	for (const row of allRows) {
		const model = mapModel(row, 0);
		if (model !== undefined) {
			rows.set(model.repoId.toLowerCase(), model);
		}
	}
	const ids = new Set(series.flatMap(({ values }) => [...values.keys()]));
	const evaluated = new Map(
		[...ids].flatMap((repoId) => {
			const lower = repoId.toLowerCase();
			const model = rows.get(lower) ?? mapModel({ id: repoId }, 0);
			if (model === undefined) {
				return [];
			}
			const traits = readTraits(model);
			if (isFromCrowd(traits) && !isElsewhere(repoId, series)) {
				return [];
			}
			return [[repoId, { repoId, model, traits, features: listFeatures(traits) }] as const];
		}),
	);
	return { series, evaluated, rows };
}

/** Merges and tunes of others' models, which crowd the largest leaderboard, say little of anything but themselves. */
function isFromCrowd({ flags }: Traits): boolean {
	return flags.has("merged") || flags.has("others") || flags.has("uncensored");
}

function isElsewhere(repoId: string, series: readonly EvaluationSeries[]): boolean {
	return series.some(({ values }) => values.size < crowdSize && values.has(repoId));
}

function listRecords(json: unknown): readonly Readonly<Record<string, unknown>>[] {
	const list = Array.isArray(json)
		? json
		: isRecord(json) && Array.isArray(json["models"])
			? json["models"]
			: [];
	return list.filter(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readJson(path: string): Promise<unknown> {
	return JSON.parse(await readFile(path, "utf8"));
}
