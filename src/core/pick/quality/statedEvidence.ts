import type { StatedResult } from "../../model/statedResult.ts";
import { toNormalScores } from "./normalScores.ts";
import { type QualityTask, qualityTasks } from "./qualityTask.ts";
import table from "./statedBenchmarks.json" with { type: "json" };

/** A model with what its repository states, and what it is expected to reach without that. */
export interface StatedModel {
	/** Copies of one model have one: what they state is one statement. */
	readonly identity: string;
	readonly results: readonly StatedResult[];
	/** The benchmarks of the task that its own evidence is the mean of. */
	readonly ownBenchmarks: number;
	/** For the task, in standard deviations of the models that were evaluated. */
	readonly expected: number;
}

/** What stated results add to a model's ability, and which of them did. */
export interface StatedShare {
	readonly value: number;
	/** Verified ones first. */
	readonly results: readonly StatedResult[];
}

/** Fewer models that state a benchmark tell no order. */
const fewestModels = 4;
/** What expectation counts against stated results, in verified results of the task. */
const hold = 1;
/** What the word of a model's author counts beside a verified result, and at most in all. */
const ownWord = 0.5;
const mostOwnWord = 1;
const [leastSpread, mostSpread] = [0.3, 1];

const benchmarks = table.benchmarks.map(({ pattern, isLowerBetter, ...row }) => ({
	...row,
	isLowerBetter: isLowerBetter === true,
	pattern: new RegExp(pattern, "i"),
}));

/** What a benchmark judges; `undefined` for one that is not known. */
export function findStatedBenchmark(
	result: StatedResult,
): { readonly task: QualityTask; readonly isLowerBetter: boolean } | undefined {
	const name = `${result.benchmark} ${result.part ?? ""}`;
	const row = benchmarks.find(({ pattern }) => pattern.test(name));
	const task = qualityTasks.find((each) => each === row?.task);
	return row === undefined || task === undefined
		? undefined
		: {
				task,
				isLowerBetter: row.isLowerBetter || /\b[wc]er\b|error|perplexity|loss/i.test(result.metric ?? ""),
			};
}

interface Told {
	/** How far it is from what was expected. */
	readonly residual: number;
	readonly result: StatedResult;
}

/**
 * What repositories state on benchmarks of a task, as evidence among the models asked about: on each that at least four of
 * them state, the order of the stated values is held against the order that was expected, whatever the benchmark's unit. An
 * author's own word counts half of a verified result, and at most as much as one of them; own independent results make
 * both count less. In the order of the models.
 *
 * With other suites' results in the place of stated ones, for models whose kin were held out too (2026-11-21): Spearman's
 * correlation 0.020 better for coding, 0.018 for math and 0.007 for reasoning, NDCG@10 by 0.010 to 0.023. Results of other
 * tasks made chat, tools and languages worse, so they do not count.
 */
export function readStated(models: readonly StatedModel[], task: QualityTask): readonly StatedShare[] {
	const told: Told[][] = models.map(() => []);
	for (const entries of groupByBenchmark(models, task)) {
		if (entries.length < fewestModels) {
			continue;
		}
		const expected = entries.map(({ at }) => models[at]?.expected ?? 0);
		const mean = expected.reduce((sum, each) => sum + each, 0) / expected.length;
		const deviation = Math.sqrt(
			expected.reduce((sum, each) => sum + (each - mean) ** 2, 0) / expected.length,
		);
		const spread = Math.max(leastSpread, Math.min(mostSpread, deviation));
		const scores = toNormalScores(entries.map(({ value }) => value));
		entries.forEach(({ at, result, copies }, i) => {
			const residual = mean + spread * (scores[i] ?? 0) - (expected[i] ?? 0);
			for (const each of [at, ...copies]) {
				told[each]?.push({ residual, result });
			}
		});
	}
	return models.map(({ ownBenchmarks }, i) => weigh(told[i] ?? [], ownBenchmarks));
}

function weigh(told: readonly Told[], ownBenchmarks: number): StatedShare {
	if (told.length === 0) {
		return { value: 0, results: [] };
	}
	const verified = told.filter(({ result }) => result.isVerified);
	const own = told.filter(({ result }) => !result.isVerified);
	const sum = (part: readonly Told[]) => part.reduce((all, { residual }) => all + residual, 0);
	const mean = (sum(verified) + ownWord * sum(own)) / (verified.length + ownWord * own.length);
	// Results of one model agree with each other more than with the next benchmark.
	const firmness = Math.sqrt(verified.length) + Math.min(mostOwnWord, Math.sqrt(ownWord * own.length));
	return {
		value: (mean * firmness) / (firmness + hold * (1 + ownBenchmarks)),
		results: [...verified, ...own].map(({ result }) => result),
	};
}

interface Entry {
	readonly at: number;
	/** Larger is better. */
	readonly value: number;
	readonly result: StatedResult;
	/** Other models of the same identity. */
	readonly copies: number[];
}

/** By benchmark of the task; of a model's copies the first that states it. */
function groupByBenchmark(models: readonly StatedModel[], task: QualityTask): readonly (readonly Entry[])[] {
	const groups = new Map<string, Map<string, Entry>>();
	models.forEach(({ identity, results }, at) => {
		for (const result of results) {
			const known = findStatedBenchmark(result);
			if (known?.task !== task) {
				continue;
			}
			const { benchmark, part = "", metric = "" } = result;
			const key = [benchmark, part, metric].join("\n").toLowerCase();
			const group = groups.get(key) ?? new Map<string, Entry>();
			groups.set(key, group);
			const first = group.get(identity);
			if (first === undefined) {
				const value = known.isLowerBetter ? -result.value : result.value;
				group.set(identity, { at, value, result, copies: [] });
			} else if (first.at !== at && !first.copies.includes(at)) {
				first.copies.push(at);
			}
		}
	});
	return [...groups.values()].map((group) => [...group.values()]);
}
