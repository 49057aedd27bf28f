import { computeEcosystem } from "../../src/core/adoption/ecosystem/computeEcosystem.ts";
import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";
import { makeSyntheticModels } from "./syntheticModels.ts";

const models = 100_000;
const budgetMs = 200;
/** Longer without a pause, and the person notices. */
const blockBudgetMs = 50;

/** All figures of the ecosystem over many models, and the longest time that nothing else could run. */
export const ecosystemBench: Bench = {
	name: "ecosystem",
	async *measure() {
		const known = makeSyntheticModels(models);
		const elapsedMs: number[] = [];
		const blockedMs: number[] = [];
		for (let round = 0; round < 7; round++) {
			let sliceStartedAt = performance.now();
			let longestMs = 0;
			let workedMs = 0;
			const endSlice = (): void => {
				const sliceMs = performance.now() - sliceStartedAt;
				longestMs = Math.max(longestMs, sliceMs);
				workedMs += sliceMs;
			};
			const pause = async (): Promise<void> => {
				endSlice();
				await new Promise((resolve) => setImmediate(resolve));
				sliceStartedAt = performance.now();
			};
			await computeEcosystem(known, {}, { nowMs: () => performance.now(), pause });
			endSlice();
			elapsedMs.push(workedMs);
			blockedMs.push(longestMs);
		}
		console.error(`ecosystem.100k: ${elapsedMs.map((ms) => ms.toFixed(0)).join(", ")} ms`);
		yield makeFigure("ecosystem.100k", findMedian(elapsedMs), "ms", budgetMs);
		yield makeFigure("ecosystem.block", findMedian(blockedMs), "ms", blockBudgetMs);
	},
};
