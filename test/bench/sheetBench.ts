import { compareSheet, readWorkloads, workloadSets } from "../unit/core/pick/sheet/workloadCorpus.ts";
import type { Bench } from "./benchFigure.ts";

/** Of sixty workloads so many must give their sheets in full. */
const leastOfSixty = 55;

/** How many of the workloads give the sheets that were written down for them before the rules were made. */
export const sheetBench: Bench = {
	name: "pick.sheets",
	async *measure() {
		const workloads = readWorkloads();
		const rightOf = new Map<string, number>();
		let right = 0;
		let wrongMusts = 0;
		for (const workload of workloads) {
			const { missing, extra } = compareSheet(workload);
			const isRight = missing.length + extra.length === 0;
			right += Number(isRight);
			rightOf.set(workload.set, (rightOf.get(workload.set) ?? 0) + Number(isRight));
			wrongMusts += extra.filter((each) => each.startsWith('["must"')).length;
		}
		const bySet = workloadSets.map((name) => {
			const all = workloads.filter(({ set }) => set === name).length;
			return `${name} ${rightOf.get(name) ?? 0} of ${all}`;
		});
		console.error(
			`pick.sheets: ${right} of ${workloads.length} right (${bySet.join(", ")}); ${wrongMusts} wrong hard requirements`,
		);
		const budget = Math.ceil((workloads.length * leastOfSixty) / 60);
		yield { name: "pick.sheets.right", value: right, unit: "sheets", budget, within: right >= budget };
		yield {
			name: "pick.sheets.wrongMusts",
			value: wrongMusts,
			unit: "requirements",
			budget: 0,
			within: wrongMusts === 0,
		};
	},
};
