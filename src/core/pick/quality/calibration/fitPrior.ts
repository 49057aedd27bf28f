import { type PriorCoefficients, readPackingLoss } from "../prior.ts";
import { findDomain, type QualityDomain, type QualityTask } from "../qualityTask.ts";
import type { TaskScore } from "./linkBenchmarks.ts";
import { fitRidge, type Observation } from "./ridge.ts";

/** How firmly coefficients are held at 0: those of all tasks, what a domain adds, what a task adds. */
export interface PriorPenalties {
	readonly all: number;
	readonly domain: number;
	readonly task: number;
}

const domains: readonly string[] = [
	"language",
	"vision",
	"embedding",
	"transcription",
] satisfies QualityDomain[];

/** Traits whose few models were evaluated for their own task alone: they say nothing of others. */
const traitsOfOneTask: readonly string[] = ["tools"];

/** What a coefficient is held with. Constants are free: scales of domains have nothing in common. */
export function readPenalty(name: string, penalties: PriorPenalties): number {
	const [scope, feature] = name.includes(".") ? name.split(".") : ["", name];
	if (traitsOfOneTask.includes(feature ?? "")) {
		return scope === "" || domains.includes(scope ?? "") ? Number.MAX_SAFE_INTEGER : penalties.domain;
	}
	if (scope === "" || domains.includes(scope ?? "")) {
		return feature === "one" ? 0.01 : scope === "" ? penalties.all : penalties.domain;
	}
	return penalties.task;
}

/** Similarity to one reference text, or a trap in one, is not what models are chosen for. */
const taskWeights: Partial<Readonly<Record<QualityTask, number>>> = { summarization: 0.2, longContext: 0.3 };

/** Fits what traits tell of abilities, in steps: all tasks, what each domain adds, what each task adds. */
export function fitPrior(scores: readonly TaskScore[], penalties: PriorPenalties): PriorCoefficients {
	const crowd = new Map<string, number>();
	for (const { model, task } of scores) {
		const key = `${task} ${model.traits.origin} ${Math.round(model.traits.logSize ?? 0)}`;
		crowd.set(key, (crowd.get(key) ?? 0) + 1);
	}
	const observations = scores.map(({ model, task, score, benchmarks }): Observation => {
		const { features } = model;
		const domain = findDomain(task);
		const count = crowd.get(`${task} ${model.traits.origin} ${Math.round(model.traits.logSize ?? 0)}`) ?? 1;
		return {
			features: [
				...features,
				...features.map(([name, value]) => [`${domain}.${name}`, value] as const),
				...(domain === task ? [] : features.map(([name, value]) => [`${task}.${name}`, value] as const)),
			],
			value: score + readPackingLoss(model.traits),
			// A hundred tunes of one model do not say a hundred things.
			weight:
				(Math.min(2, Math.sqrt(benchmarks.length)) * (taskWeights[task] ?? 1)) / (1 + 0.3 * (count - 1)),
		};
	});
	const fitted = fitRidge(observations, (name) => readPenalty(name, penalties));
	return Object.fromEntries(fitted);
}
