import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { crossValidate } from "../../src/core/pick/quality/calibration/crossValidate.ts";
import {
	averageQuality,
	judgeRanking,
	type Ranking,
	rankings,
} from "../../src/core/pick/quality/calibration/judgeRanking.ts";
import settings from "../../src/core/pick/quality/calibration/settings.json" with { type: "json" };
import type { QualityTask } from "../../src/core/pick/quality/qualityTask.ts";
import type { Bench, BenchFigure } from "./benchFigure.ts";
import { readEvaluationFacts } from "./readEvaluationFacts.ts";

type Judged = NonNullable<ReturnType<typeof judgeRanking>>;

const folder = resolve("../shared");
/** What the rank is judged on; the other tasks' results serve as evidence. */
const tasks: readonly QualityTask[] = [
	"chat",
	"coding",
	"reasoning",
	"functionCalling",
	"multilingual",
	"vision",
	"embedding",
];
/** The leaderboard that anybody enters says who tuned best for it. */
const mostModels = 1000;

/**
 * How near the rank comes to independent evaluations, each predicted from other suites: mean NDCG@10 over tasks, beside
 * those of sorting by downloads and by trending. Larger is better.
 */
export const rankBench: Bench = {
	name: "pick.ndcg",
	async *measure() {
		if (!existsSync(resolve(folder, "facts/evaluations.json"))) {
			console.error("pick.ndcg: no evaluations in ../shared/facts, so nothing to judge by");
			return;
		}
		const { series, evaluated, rows } = await readEvaluationFacts(folder);
		const byTask = new Map<QualityTask, Judged[]>();
		const unseenByTask = new Map<QualityTask, Judged[]>();
		const isJudged = ({ task, values }: (typeof series)[number]) =>
			tasks.includes(task) && values.size < mostModels;
		for (const heldOut of crossValidate(series, evaluated, settings, isJudged)) {
			const { task, benchmark } = heldOut.series;
			const judged = judgeRanking(heldOut, heldOut.scores, rows, settings.placeDoubts);
			const unseen = judgeRanking(heldOut, heldOut.predictUnseen(), rows, settings.placeDoubts);
			if (judged !== undefined && unseen !== undefined) {
				byTask.set(task, [...(byTask.get(task) ?? []), judged]);
				unseenByTask.set(task, [...(unseenByTask.get(task) ?? []), unseen]);
				console.error(
					`${task}, ${benchmark}: ${describe([judged])}, of unseen models ${describeOurs([unseen])}`,
				);
			}
		}
		for (const [task, judged] of byTask) {
			const unseen = describeOurs(unseenByTask.get(task) ?? []);
			console.error(`${task}, ${judged.length} benchmarks: ${describe(judged)}, of unseen models ${unseen}`);
		}
		const average = (ranking: Ranking) =>
			[...byTask.values()].reduce((sum, judged) => sum + averageQuality(judged, ranking).ndcg, 0) /
			byTask.size;
		const [ours, downloads, trending] = [average("ours"), average("downloads"), average("trending")];
		yield makeHigherFigure(
			"pick.ndcg",
			ours,
			Math.max(downloads, trending),
			ours > Math.max(downloads, trending),
		);
		yield makeHigherFigure("pick.ndcg.downloads", downloads, ours, downloads < ours);
		yield makeHigherFigure("pick.ndcg.trending", trending, ours, trending < ours);
	},
};

/** NDCG@10 and Spearman's correlation of every ranking. */
function describe(judged: readonly Judged[]): string {
	return rankings.map((ranking) => describeOne(judged, ranking)).join(", ");
}

/** Ours where whole lines of models are held out too. */
function describeOurs(judged: readonly Judged[]): string {
	return describeOne(judged, "ours");
}

function describeOne(judged: readonly Judged[], ranking: Ranking): string {
	const { ndcg, spearman } = averageQuality(judged, ranking);
	return `${ranking} ${ndcg.toFixed(2)} ${spearman.toFixed(2)}`;
}

/** Ours is within budget above both others, and they are below ours. */
function makeHigherFigure(name: string, value: number, budget: number, within: boolean): BenchFigure {
	return {
		name,
		value: Number(value.toFixed(3)),
		unit: "NDCG@10",
		budget: Number(budget.toFixed(3)),
		within,
	};
}
