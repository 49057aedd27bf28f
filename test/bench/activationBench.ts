import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { checkoutDir, openWorkbench } from "../workbench/openWorkbench.ts";
import { type Bench, findMedian, makeFigure } from "./benchFigure.ts";

const ownId = "open-models.open-models";
const emptyId = "open-models-bench.empty";
const warmUpId = "open-models-bench.warm-up";
const rounds = 9;
const roundDeadlineMs = 60_000;
const benchDir = join(checkoutDir, "out/bench");

/** `activate()` beside that of an extension that does nothing, in the same extension host, over several hosts. */
export const activationBench: Bench = {
	name: "activation",
	async *measure() {
		const results = createServer();
		results.listen(0, "127.0.0.1");
		await once(results, "listening");
		const address = results.address();
		if (address === null || typeof address === "string") {
			throw new Error("no loopback port");
		}
		try {
			const otherExtensionPaths = [await writeEmptyExtension(emptyId), await writeEmptyExtension(warmUpId)];
			await bundleMeasurement(`http://127.0.0.1:${address.port}`);
			const atWork: number[] = [];
			const own: number[] = [];
			const empty: number[] = [];
			const nextResult = async (): Promise<void> => {
				const [request, response] = await once(results, "request", {
					signal: AbortSignal.timeout(roundDeadlineMs),
				});
				const times: Record<string, number> = JSON.parse(await text(request));
				response.end();
				own.push(times[ownId] ?? Number.NaN);
				empty.push(times[emptyId] ?? Number.NaN);
				atWork.push(times[`${ownId} at work`] ?? Number.NaN);
			};
			const first = nextResult();
			const workbench = await openWorkbench({
				otherExtensionPaths,
				testsPath: "out/bench/measureActivation.js",
			});
			try {
				await first;
				while (own.length < rounds) {
					const next = nextResult();
					await workbench.page.reload();
					await next;
				}
			} finally {
				await workbench.close();
			}
			const show = (times: readonly number[]): string => times.map((ms) => ms.toFixed(1)).join(", ");
			console.error(
				`activation: ours ${show(own)} ms; empty ${show(empty)} ms; ours at work ${show(atWork)} ms`,
			);
			yield makeFigure("activation.ratio", findMedian(own) / findMedian(empty), "ratio", 2);
		} finally {
			results.close();
		}
	},
};

async function writeEmptyExtension(id: string): Promise<string> {
	const [publisher, name] = id.split(".");
	const dir = join(benchDir, `extension-${name}`);
	await mkdir(dir, { recursive: true });
	const manifest = { publisher, name, version: "1.0.0", engines: { vscode: "^1.82.0" }, main: "./main.js" };
	await writeFile(join(dir, "package.json"), JSON.stringify(manifest));
	await writeFile(join(dir, "main.js"), "exports.activate = () => {};\n");
	return dir;
}

async function bundleMeasurement(resultsUrl: string): Promise<void> {
	await build({
		absWorkingDir: checkoutDir,
		entryPoints: ["test/bench/host/measureActivation.ts"],
		outfile: join(benchDir, "measureActivation.js"),
		bundle: true,
		format: "cjs",
		platform: "node",
		external: ["vscode"],
		define: {
			resultsUrl: JSON.stringify(resultsUrl),
			extensionIds: JSON.stringify([warmUpId, ownId, emptyId]),
		},
		logLevel: "warning",
	});
}
