import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { crossValidate } from "../../../../../src/core/pick/quality/calibration/crossValidate.ts";
import {
	averageQuality,
	judgeRanking,
	type Ranking,
	type RankQuality,
} from "../../../../../src/core/pick/quality/calibration/judgeRanking.ts";
import settings from "../../../../../src/core/pick/quality/calibration/settings.json" with { type: "json" };
import { readEvaluationFacts } from "../../../../bench/readEvaluationFacts.ts";
import { skipBecause } from "../../../../workbench/skipBecause.ts";

const folder = "../shared";

/** Each is predicted without it; the bench has the others. */
const heldOut: Readonly<Record<string, readonly string[]>> = {
	chat: ["HELM WildBench", "Arena text"],
	coding: ["EvalPlus HumanEval+", "EvalPlus MBPP+"],
	reasoning: ["HELM Lite MMLU", "LiveBench 2026-01-08 reasoning"],
	functionCalling: ["Nejumi4 function calling", "BFCL v4"],
	multilingual: ["Swallow MT-Bench ja"],
	vision: ["OpenVLM MMMU_VAL"],
	embedding: ["MTEB FiQA2018"],
};

describe("rank quality, on benchmarks that the rank has not seen", function () {
	this.timeout(240_000);
	const judged = new Map<string, NonNullable<ReturnType<typeof judgeRanking>>[]>();

	before(async function () {
		if (!existsSync(`${folder}/facts/evaluations.json`)) {
			skipBecause(this, "../shared/facts is not there");
		}
		const { series, evaluated, rows } = await readEvaluationFacts(folder);
		const benchmarks = Object.values(heldOut).flat();
		const isHeldOut = ({ benchmark }: (typeof series)[number]) => benchmarks.includes(benchmark);
		for (const each of crossValidate(series, evaluated, settings, isHeldOut)) {
			const result = judgeRanking(each, each.scores, rows, settings.placeDoubts);
			if (result !== undefined) {
				judged.set(each.series.task, [...(judged.get(each.series.task) ?? []), result]);
			}
		}
	});

	for (const task of Object.keys(heldOut)) {
		it(`is ahead of downloads, likes and trending for ${task}`, () => {
			const results = judged.get(task) ?? [];
			assert.equal(results.length, heldOut[task]?.length);
			const average = (ranking: Ranking): RankQuality => averageQuality(results, ranking);
			const ours = average("ours");
			for (const other of ["downloads", "likes", "trending"] as const) {
				assert.ok(ours.ndcg > average(other).ndcg, `NDCG@10 of ${other}`);
				assert.ok(ours.spearman > average(other).spearman, `Spearman's correlation of ${other}`);
			}
		});
	}

	it("is ahead of size and release together over all tasks", () => {
		const mean = (ranking: Ranking, read: (quality: RankQuality) => number) =>
			[...judged.values()].reduce((sum, results) => sum + read(averageQuality(results, ranking)), 0) /
			judged.size;
		for (const read of [({ ndcg }: RankQuality) => ndcg, ({ spearman }: RankQuality) => spearman]) {
			assert.ok(mean("ours", read) > mean("parametersAndRecency", read));
		}
	});
});
