import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { EvaluationSeries } from "../../src/core/pick/quality/calibration/evaluationSeries.ts";
import { fitPrior, readPenalty } from "../../src/core/pick/quality/calibration/fitPrior.ts";
import {
	type Evaluated,
	linkBenchmarks,
	type TaskScore,
} from "../../src/core/pick/quality/calibration/linkBenchmarks.ts";
import settings from "../../src/core/pick/quality/calibration/settings.json" with { type: "json" };
import { encodeEvidence } from "../../src/core/pick/quality/evidence.ts";
import { readTraits } from "../../src/core/pick/quality/traits.ts";
import { readEvaluationFacts } from "../../test/bench/readEvaluationFacts.ts";

const usage = "tsx scripts/rank/calibrate.ts FOLDER: the folder with facts/evaluations.json and hub/";
const evidenceUrl = new URL("../../src/core/pick/quality/evidence.json", import.meta.url);
const modelUrl = new URL("../../src/core/pick/quality/qualityModel.json", import.meta.url);

/** What the table may hold, in characters: it is loaded with the pick. */
const mostCharacters = 47_500;
/** Coefficients below this change nothing that can be seen. */
const leastCoefficient = 0.01;

void main(process.argv.slice(2));

/** Fits the quality model to all results and writes it and the table of results with their sources and dates. */
async function main([folder]: readonly string[]): Promise<void> {
	if (folder === undefined) {
		console.error(usage);
		process.exitCode = 1;
		return;
	}
	const { series, evaluated, rows } = await readEvaluationFacts(folder);
	const used = series.filter((each) => !each.isAggregate);
	const scores = linkBenchmarks(used, evaluated, (name) => readPenalty(name, settings.penalties));
	const coefficients = Object.entries(fitPrior(scores, settings.penalties))
		.filter(([, value]) => Math.abs(value) >= leastCoefficient)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const asOf = used
		.map(({ date }) => date)
		.sort()
		.at(-1);
	const lines = chooseLines(
		groupByModel(scores),
		(repoId) => rows.get(repoId.toLowerCase())?.counters.downloadsAllTime ?? 0,
	);
	await writeJson(evidenceUrl, {
		asOf,
		source:
			"results published by the benchmarks under `suites`, brought onto one scale and averaged by task by scripts/rank/calibrate.ts; sizes and dates: rows of the Hub, 2026-05-20, else what names tell",
		matching:
			"results name repositories of the Hub, compared without regard to case; a quantized copy, `-hf` and `-GGUF` share their original's, other names are not matched",
		format: "see decodeEvidence in evidence.ts",
		suites: describeSuites(used),
		models: lines,
	});
	await writeJson(modelUrl, {
		asOf,
		source:
			"ridge regression of the results in evidence.json on traits (prior.ts), and variances of what it leaves (kinship.ts), chosen by predicting benchmarks from other suites; scripts/rank/calibrate.ts and calibration/settings.json",
		results: scores.length,
		placeDoubts: settings.placeDoubts,
		kinship: settings.kinship,
		coefficients: Object.fromEntries(coefficients.map(([name, value]) => [name, Number(value.toFixed(2))])),
	});
}

function groupByModel(scores: readonly TaskScore[]): ReadonlyMap<Evaluated, readonly TaskScore[]> {
	const groups = new Map<Evaluated, TaskScore[]>();
	for (const score of scores) {
		const known = groups.get(score.model);
		if (known === undefined) {
			groups.set(score.model, [score]);
		} else {
			known.push(score);
		}
	}
	return groups;
}

/** Models of any but the one crowded leaderboard, then those that are used most, as far as there is room. */
function chooseLines(
	groups: ReadonlyMap<Evaluated, readonly TaskScore[]>,
	countDownloads: (repoId: string) => number,
): Readonly<Record<string, readonly string[]>> {
	const isCrowdOnly = (scores: readonly TaskScore[]) =>
		scores.every(({ benchmarks }) => benchmarks.every(({ values }) => values.size > 1000));
	const order = [...groups].sort(
		([a, ofA], [b, ofB]) =>
			Number(isCrowdOnly(ofA)) - Number(isCrowdOnly(ofB)) ||
			countDownloads(b.repoId) - countDownloads(a.repoId) ||
			(a.repoId < b.repoId ? -1 : 1),
	);
	const chosen: (readonly [string, string])[] = [];
	let room = mostCharacters;
	for (const [{ repoId, model, traits }, scores] of order) {
		const isTold = !traits.flags.has("pretrained") || readTraits({ repoId }).flags.has("pretrained");
		const line = encodeEvidence({
			model: { ...model, repoId, isPretrained: !isTold },
			scores: scores.map(({ task, score, benchmarks }) => ({ task, score, benchmarks: benchmarks.length })),
		});
		room -= line.length + 3;
		if (room < 0) {
			break;
		}
		chosen.push([repoId.includes("/") ? repoId.slice(0, repoId.indexOf("/")) : "", line]);
	}
	const byOwner = new Map<string, string[]>();
	for (const [owner, line] of chosen.sort(([a, x], [b, y]) =>
		a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1,
	)) {
		byOwner.set(owner, [...(byOwner.get(owner) ?? []), line]);
	}
	console.error(`${chosen.length} of ${groups.size} models are in the table.`);
	return Object.fromEntries(byOwner);
}

/** Whose results they are: one entry a suite, with the commit of the newest that was read. */
function describeSuites(series: readonly EvaluationSeries[]): readonly object[] {
	const bySuite = new Map<string, EvaluationSeries[]>();
	for (const each of series) {
		bySuite.set(each.suite, [...(bySuite.get(each.suite) ?? []), each]);
	}
	return [...bySuite].map(([suite, group]) => {
		const newest = [...group].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
		return {
			source: `${suite} ${/@\w+/.exec(newest?.source ?? "")?.[0] ?? ""}`.trim(),
			date: newest?.date,
			benchmarks: group.map(({ benchmark }) => benchmark).join(", "),
		};
	});
}

async function writeJson(url: URL, json: object): Promise<void> {
	await writeFile(url, JSON.stringify(json));
	await promisify(execFile)("npx", ["biome", "format", "--write", fileURLToPath(url)]);
}
