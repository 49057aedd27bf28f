import { readFile } from "node:fs/promises";
import { mapModel } from "../src/core/hub/wire/mapModel.ts";
import { qualityTasks, readQualityTask } from "../src/core/pick/quality/qualityTask.ts";
import { loadQualityKnowledge, scoreModels } from "../src/core/pick/quality/scoreModels.ts";

const usage = `Scores models for a task by the results of independent evaluations, by kin, and by size and release.

  npm run rank -- FILE

FILE holds { "task", "models" }: models are rows of the Hub's API; the task is a pipeline id or one of
${qualityTasks.join(", ")}.
Prints one JSON array of scores in the same order; higher is better, null for a row without a repository id.`;

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
	try {
		console.log(JSON.stringify(await scoreFile(args)));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}

async function scoreFile([path, ...others]: readonly string[]): Promise<readonly (number | null)[]> {
	if (path === undefined || others.length > 0) {
		throw new Error(usage);
	}
	const json: unknown = JSON.parse(await readFile(path, "utf8"));
	const rows = isRecord(json) ? json["models"] : undefined;
	const word = isRecord(json) ? json["task"] : undefined;
	if (!Array.isArray(rows) || typeof word !== "string") {
		throw new Error(`${path} does not hold a task and an array of models.\n\n${usage}`);
	}
	const task = readQualityTask(word);
	if (task === undefined) {
		throw new Error(`No evaluations are known for "${word}". There are: ${qualityTasks.join(", ")}.`);
	}
	const models = rows.map((row) => mapModel(row, Date.now()));
	const known = models.filter((model) => model !== undefined);
	const scores = scoreModels(known, task, loadQualityKnowledge());
	let next = 0;
	return models.map((model) => (model === undefined ? null : (scores[next++]?.score ?? null)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
