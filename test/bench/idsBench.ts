import { findUses } from "../../src/core/audit/findUses.ts";
import { findModelIds } from "../../src/core/code/ids/findModelIds.ts";
import { readCorpus, scoreFinder } from "../unit/core/code/ids/corpus.ts";
import { type Bench, type BenchFigure, makeFigure } from "./benchFigure.ts";

const lines = 10_000;
const ids = 200;
const keystrokes = 300;
const workspaceFiles = 5_000;
/** Of as many scans of the same text the shortest counts: what else the machine does is not the finder's. */
const repeats = 5;

/** How right the finder of model IDs is on the half of the corpus that it was not tuned on, and how long a re-scan takes. */
export const idsBench: Bench = {
	name: "ids",
	async *measure() {
		const score = scoreFinder(readCorpus().filter(({ isHeldOut }) => isHeldOut));
		console.error(`ids: ${score.files} files held out, with ${score.labels} IDs`);
		yield makeShare("ids.precision", score.precision, 98);
		yield makeShare("ids.recall", score.recall, 95);
		yield measureKeystrokes();
		yield measureWorkspace();
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
		timesMs.push(Math.min(...Array.from({ length: repeats }, () => timeScan(typed))));
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

/** All files of a workspace, in the style of the corpus, as an audit reads them. */
function measureWorkspace(): BenchFigure {
	const corpus = readCorpus();
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

function timeScan(text: string): number {
	const startedAt = performance.now();
	findModelIds(text, "python");
	return performance.now() - startedAt;
}

/** A program such as people write: a fifth of its lines are empty or comments, and every fiftieth names a model. */
function makeProgram(): string {
	const every = lines / ids;
	return Array.from({ length: lines }, (_, i) => {
		if (i % every === 0) {
			return `    model = AutoModel.from_pretrained("owner${i}/model-${i}", revision="main")`;
		}
		return (statements[i % statements.length] ?? "").replaceAll("$", String(i));
	}).join("\n");
}

const statements = [
	"",
	"def step_$(self, batch, scale=0.5):",
	'    """Takes what the step before gave."""',
	"    # Nothing is kept between batches.",
	"    total, name = 0, None",
	"    rows = self.read(batch, limit=$)",
	"    for row in rows:",
	'        name = row["name"]',
	"        if name is None or not rows:",
	"            continue",
	"        total += row.weight * scale + $",
	'        self.log.info("row %s", name)',
	"    result = compute(total, scale, key=name)",
	"    return result",
];
