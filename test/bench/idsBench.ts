import { findModelIds } from "../../src/core/code/ids/findModelIds.ts";
import { readCorpus, scoreFinder } from "../unit/core/code/ids/corpus.ts";
import { type Bench, type BenchFigure, makeFigure } from "./benchFigure.ts";

const lines = 10_000;
const ids = 200;
const keystrokes = 300;

/** How right the finder of model IDs is on the half of the corpus that it was not tuned on, and how long a re-scan takes. */
export const idsBench: Bench = {
	name: "ids",
	async *measure() {
		const score = scoreFinder(readCorpus().filter(({ isHeldOut }) => isHeldOut));
		console.error(`ids: ${score.files} files held out, with ${score.labels} IDs`);
		yield makeShare("ids.precision", score.precision, 98);
		yield makeShare("ids.recall", score.recall, 95);
		yield measureKeystrokes();
	},
};

/** A share in percent, of which the budget is the least. */
function makeShare(name: string, share: number, budget: number): BenchFigure {
	const value = Number((share * 100).toFixed(2));
	return { name, value, unit: "%", budget, within: value >= budget };
}

function measureKeystrokes(): BenchFigure {
	const text = makeProgram();
	const timesMs: number[] = [];
	for (let i = 0; i < keystrokes; i++) {
		const at = Math.floor((text.length * i) / keystrokes);
		const typed = `${text.slice(0, at)}x${text.slice(at)}`;
		const startedAt = performance.now();
		findModelIds(typed, "python");
		timesMs.push(performance.now() - startedAt);
	}
	const found = findModelIds(text, "python").length;
	if (found !== ids) {
		throw new Error(`${found} IDs were found where ${ids} are.`);
	}
	const sorted = timesMs.slice(20).sort((a, b) => a - b);
	const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
	const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
	console.error(
		`ids.keystroke: ${lines} lines, ${(text.length / 1000).toFixed(0)} kB, median ${median.toFixed(1)} ms`,
	);
	return makeFigure("ids.keystroke", p99, "ms", 16);
}

function makeProgram(): string {
	const every = lines / ids;
	return Array.from({ length: lines }, (_, i) => {
		if (i % every === 0) {
			return `model_${i} = AutoModel.from_pretrained("owner${i}/model-${i}", revision="main")`;
		}
		return i % 5 === 0
			? `    # Step ${i}: take what the step before gave.`
			: `    value_${i} = compute(value_${i - 1}, scale=${i}, name="step ${i}") + table["k${i}"]`;
	}).join("\n");
}
