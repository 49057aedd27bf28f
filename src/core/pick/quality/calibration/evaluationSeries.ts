import * as v from "valibot";
import { type QualityTask, readQualityTask } from "../qualityTask.ts";

/** One benchmark's results of models, larger is better. */
export interface EvaluationSeries {
	readonly benchmark: string;
	/** The questions that are asked: runs of one test by several suites share its name, and so do what sums up such runs. */
	readonly tests: readonly string[];
	/** Whose run it is: series of a suite share harness, date and models, so they do not confirm each other. */
	readonly suite: string;
	readonly task: QualityTask;
	/** As published: a year and month, or a day. */
	readonly date: string;
	readonly source: string;
	/** It sums up other series of its suite. */
	readonly isAggregate: boolean;
	/** By repository id as published. */
	readonly values: ReadonlyMap<string, number>;
}

const seriesSchema = v.object({
	benchmark: v.string(),
	task: v.string(),
	higherIsBetter: v.boolean(),
	date: v.string(),
	source: v.string(),
	values: v.record(v.string(), v.pipe(v.number(), v.finite())),
});
const fileSchema = v.record(v.string(), seriesSchema);

/** Tests that more than one suite runs. */
const sharedTest = /mmlu-pro|mmlu|gpqa|ifeval|mt-bench|livecodebench(?! pro)|arena text|bfcl v3/g;
const aggregate = /\baverage\b|\bmean\b|\btotal\b|\beuropean rank\b|Open ASR (?:en short-form|multilingual)$/;

/** Reads a file of series by name; throws where it is not one. A series of an unknown task is left out. */
export function parseEvaluations(json: unknown): readonly EvaluationSeries[] {
	return Object.values(v.parse(fileSchema, json)).flatMap((series) => {
		const task = readQualityTask(series.task);
		if (task === undefined) {
			return [];
		}
		const sign = series.higherIsBetter ? 1 : -1;
		return {
			benchmark: series.benchmark,
			tests: series.benchmark.toLowerCase().match(sharedTest) ?? [series.benchmark.toLowerCase()],
			suite: readSuite(series.source),
			task,
			date: series.date,
			source: series.source,
			isAggregate: aggregate.test(series.benchmark),
			values: new Map(Object.entries(series.values).map(([id, value]) => [id, sign * value])),
		};
	});
}

/** A source is a repository, a path in it and a commit; collections hold a suite a path. */
function readSuite(source: string): string {
	const [repository = source, path = ""] = source.split(" ");
	return path.startsWith("data/") ? `${repository} ${path}` : repository;
}
