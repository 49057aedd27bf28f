import { readFile } from "node:fs/promises";
import { mapModel } from "../src/core/hub/wire/mapModel.ts";
import { findLanguages } from "../src/core/pick/naturalLanguages.ts";
import { readEvidenceTable } from "../src/core/pick/quality/evidenceTable.ts";
import { type QualityTask, qualityTasks, readQualityTask } from "../src/core/pick/quality/qualityTask.ts";
import { scoreModels } from "../src/core/pick/quality/scoreModels.ts";
import { findStatedBenchmark } from "../src/core/pick/quality/statedEvidence.ts";
import { makeSearchable } from "../src/core/pick/wordMatch.ts";

const usage = `Scores models for a task by the results of independent evaluations, by kin, and by size and release.

  npm run rank -- FILE

FILE holds { "task", "models" }: models are rows of the Hub's API; the task is a pipeline id, a benchmark, a language, or one of
${qualityTasks.join(", ")}. Any other word is taken for general text.
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
	const task = readTask(word);
	if (task === undefined) {
		console.error(`No evaluations are known for "${word}": models are scored for general text.`);
	}
	const models = rows.map((row) => mapModel(row, Date.now()));
	const known = models.filter((model) => model !== undefined);
	const scores = scoreModels(known, task ?? "chat", readEvidenceTable());
	let next = 0;
	return models.map((model) => (model === undefined ? null : (scores[next++]?.score ?? null)));
}

/** Other words for what evaluations judge. */
const synonyms: readonly (readonly [QualityTask, RegExp])[] = [
	["vision", /\bvqa\b|\bvlms\b|\bimages?\b/i],
	["transcription", /\bstt\b|\bspeech\b/i],
	["agentic", /\bswe\b|\bbrows/i],
	["coding", /\bsql\b|\bdevelop/i],
	["reasoning", /\bqa\b|\bquestion|\bscience\b|\bthinking\b/i],
	["multilingual", /\bnon[- ]english\b|\blanguage[s ]?understanding\b/i],
	["chat", /\brag\b|\boverall\b|\baverage\b|\bllms?\b|\brole[- ]?play|\bpreference/i],
];

/** What a word asks to judge by: work, a benchmark, or a language that is not English. */
function readTask(word: string): QualityTask | undefined {
	const plain = word.replaceAll("_", " ");
	return (
		readQualityTask(word) ??
		findStatedBenchmark({ benchmark: word, value: 0, isVerified: false })?.task ??
		synonyms.find(([, pattern]) => pattern.test(plain))?.[0] ??
		(findLanguages(makeSearchable(plain)).some(({ code }) => code !== "en") ? "multilingual" : undefined)
	);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
