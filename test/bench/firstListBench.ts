import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";
import { timeProcess } from "./timeProcess.ts";

const runs = 9;

/**
 * The core's part of the first list: its code loaded, the embedded catalog read and decoded, and the first page with its
 * counts, each time in a process that has done nothing before. The view's own part is added by the host's figures.
 */
export const firstListBench: Bench = {
	name: "list",
	async *measure() {
		const timesMs = await timeProcess("test/bench/firstListProcess.ts", runs, (shown) => shown === 50);
		yield makeFigure("list.firstFromDisk", findMedian(timesMs), "ms", 100);
	},
};
