import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";

const run = promisify(execFile);
const rootDir = fileURLToPath(new URL("../..", import.meta.url));
const outfile = "out/bench/firstList.cjs";
const runs = 9;

/**
 * The core's part of the first list: its code loaded, the embedded catalog read and decoded, and the first page with its
 * counts, each time in a process that has done nothing before. The view's own part is added by the host's figures.
 */
export const firstListBench: Bench = {
	name: "list",
	async *measure() {
		await build({
			absWorkingDir: rootDir,
			entryPoints: ["test/bench/firstListProcess.ts"],
			outfile,
			bundle: true,
			minify: true,
			platform: "node",
			format: "cjs",
			target: "node18",
			banner: { js: "globalThis.benchStartedAt = performance.now();" },
			logLevel: "warning",
		});
		const timesMs: number[] = [];
		for (let i = 0; i < runs; i++) {
			const { stdout } = await run(process.execPath, [outfile], { cwd: rootDir });
			const [timeMs, shown]: unknown[] = JSON.parse(stdout);
			if (typeof timeMs !== "number" || shown !== 50) {
				throw new Error(`The first list did not show 50 models: ${stdout}`);
			}
			timesMs.push(timeMs);
		}
		console.error(
			`list.firstFromDisk: ${runs} processes, ${timesMs.map((ms) => ms.toFixed(0)).join(", ")} ms`,
		);
		yield makeFigure("list.firstFromDisk", findMedian(timesMs), "ms", 100);
	},
};
