import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
	type EvaluationFacts,
	joinEvaluationFacts,
} from "../../src/core/pick/quality/calibration/evaluationFacts.ts";
import { listPublishedSeries } from "../../src/core/pick/quality/calibration/publishedResults.ts";
import { isRecord, readRecords } from "../hub/rowFields.ts";

/**
 * Reads evaluations and recorded rows of the Hub from the folder of recorded data, and joins the published results that are
 * kept with the project; throws where a file is missing.
 */
export async function readEvaluationFacts(folder: string): Promise<EvaluationFacts> {
	const read = (path: string) => readFile(join(folder, path), "utf8");
	const evaluations: unknown = JSON.parse(await read("facts/evaluations.json"));
	const trending: unknown = JSON.parse(await read("hub/trending.json"));
	const lines = (await read("hub/models.jsonl")).split("\n").filter((line) => line !== "");
	const all = { ...(isRecord(evaluations) ? evaluations : {}), ...listPublishedSeries() };
	return joinEvaluationFacts(all, [
		...(isRecord(trending) ? readRecords(trending, "models") : []),
		...lines.map((line): unknown => JSON.parse(line)),
	]);
}
