import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const rootDir = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Times a module from the moment that its code begins to load, each run in a process that has done nothing before. The
 * module prints `[milliseconds, count]` as JSON.
 * @returns the times in milliseconds
 * @throws when a run does not print a count that is right
 */
export async function timeProcess(
	entryPoint: string,
	runs: number,
	isRight: (count: unknown) => boolean,
): Promise<readonly number[]> {
	const outfile = `out/bench/${entryPoint.slice(entryPoint.lastIndexOf("/") + 1).replace(/\.ts$/, ".cjs")}`;
	await build({
		absWorkingDir: rootDir,
		entryPoints: [entryPoint],
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
		const [timeMs, count]: unknown[] = JSON.parse(stdout);
		if (typeof timeMs !== "number" || !isRight(count)) {
			throw new Error(`${entryPoint} did not do what is timed: ${stdout}`);
		}
		timesMs.push(timeMs);
	}
	console.error(`${entryPoint}: ${runs} processes, ${timesMs.map((ms) => ms.toFixed(0)).join(", ")} ms`);
	return timesMs;
}
