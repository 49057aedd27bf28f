import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";
import { timeProcess } from "./timeProcess.ts";

const runs = 9;

/**
 * The core's part of the first candidates: its code loaded, with all that judges and ranks; the embedded catalog read; the
 * sheet of a sentence; the choice with its trail and what would change it. Nothing is asked of the Hub.
 */
export const pickFirstBench: Bench = {
	name: "pick.first",
	async *measure() {
		const isFull = (candidates: unknown): boolean => typeof candidates === "number" && candidates >= 3;
		const timesMs = await timeProcess("test/bench/pickFirstProcess.ts", runs, isFull);
		yield makeFigure("pick.first", findMedian(timesMs), "ms", 300);
	},
};
