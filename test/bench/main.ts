import { activationBench } from "./activationBench.ts";
import type { Bench } from "./benchFigure.ts";
import { completionBench } from "./completionBench.ts";
import { ecosystemBench } from "./ecosystemBench.ts";
import { estimateBench } from "./estimateBench.ts";
import { firstListBench } from "./firstListBench.ts";
import { idsBench } from "./idsBench.ts";
import { pickFirstBench } from "./pickFirstBench.ts";
import { queryBench } from "./queryBench.ts";
import { rankBench } from "./rankBench.ts";
import { readingsBench } from "./readingsBench.ts";
import { requestsBench } from "./requestsBench.ts";
import { sheetBench } from "./sheetBench.ts";
import { sizeBench } from "./sizeBench.ts";

/** Every bench; a new one is a module and a line here. */
const benches: readonly Bench[] = [
	activationBench,
	queryBench,
	firstListBench,
	idsBench,
	completionBench,
	requestsBench,
	sizeBench,
	rankBench,
	sheetBench,
	pickFirstBench,
	estimateBench,
	readingsBench,
	ecosystemBench,
];

void main(process.argv.slice(2));

/** Runs the benches that are named, or all. One that cannot measure fails the run, and the others go on. */
async function main(names: readonly string[]): Promise<void> {
	const chosen = benches.filter(({ name }) => names.length === 0 || names.includes(name));
	if (chosen.length === 0) {
		const known = benches.map(({ name }) => name).join(", ");
		console.error(`No bench is called ${names.join(", ")}. There are: ${known}.`);
		process.exitCode = 1;
	}
	for (const bench of chosen) {
		try {
			for await (const figure of bench.measure()) {
				console.log(JSON.stringify(figure));
			}
		} catch (error) {
			console.error(`${bench.name}: ${error instanceof Error ? error.message : String(error)}`);
			process.exitCode = 1;
		}
	}
}
