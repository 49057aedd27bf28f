import { mayHavePlace } from "../../src/core/code/ids/completion/completionPlace.ts";
import { readCorpus, scoreFinder } from "../unit/core/code/ids/corpus.ts";
import { type Bench, type BenchFigure, makeFigure } from "./benchFigure.ts";
import { importBuiltFindUses } from "./importBuiltFindUses.ts";
import { ids, makeProgram } from "./makeProgram.ts";
import { timeProcess } from "./timeProcess.ts";

const keystrokes = 300;
const workspaceFiles = 5_000;

/** How right the finder of model IDs is on the half of the corpus that it was not tuned on, and how long a re-scan takes. */
export const idsBench: Bench = {
	name: "ids",
	async *measure() {
		const score = scoreFinder(readCorpus().filter(({ isHeldOut }) => isHeldOut));
		console.error(`ids: ${score.files} files held out, with ${score.labels} IDs`);
		yield makeShare("ids.precision", score.precision, 98);
		yield makeShare("ids.recall", score.recall, 95);
		yield measureKeystrokes();
		yield await measureRescans();
		yield await measureWorkspace();
	},
};

/** A share in percent, of which the budget is the least. */
function makeShare(name: string, share: number, budget: number): BenchFigure {
	const value = Number((share * 100).toFixed(2));
	return { name, value, unit: "%", budget, within: value >= budget };
}

/**
 * What a key costs at once: whether its line may have a place for an ID. The text is looked at when no other key comes; see
 * `measureRescans`.
 */
function measureKeystrokes(): BenchFigure {
	const rows = makeProgram().split("\n");
	const timesMs = Array.from({ length: keystrokes }, (_, i) => {
		const row = rows[Math.floor((rows.length * i) / keystrokes)] ?? "";
		const startedAt = performance.now();
		mayHavePlace(row, row.length, "python");
		return performance.now() - startedAt;
	}).sort((a, b) => a - b);
	return makeFigure("ids.keystroke", timesMs[Math.floor(timesMs.length * 0.99)] ?? Number.NaN, "ms", 16);
}

/** The look at the whole text after a key, in the code as it is shipped: imports are no look-ups there. */
async function measureRescans(): Promise<BenchFigure> {
	const [p99 = Number.NaN] = await timeProcess("test/bench/rescanProcess.ts", 1, (count) => count === ids);
	return makeFigure("ids.rescan", p99, "ms", 16);
}

/** All files of a workspace, in the style of the corpus, as an audit reads them. */
async function measureWorkspace(): Promise<BenchFigure> {
	const corpus = readCorpus();
	const { findUses } = await importBuiltFindUses();
	// Work, not time: what else the machine does is not the finder's.
	const before = process.cpuUsage();
	let found = 0;
	for (let i = 0; i < workspaceFiles; i++) {
		const file = corpus[i % corpus.length];
		found += file === undefined ? 0 : findUses(file.path, file.text).length;
	}
	const { user, system } = process.cpuUsage(before);
	const tookMs = (user + system) / 1000;
	console.error(`ids.workspace: ${workspaceFiles} files, ${found} IDs`);
	return makeFigure("ids.workspace", tookMs, "ms", 2000);
}
