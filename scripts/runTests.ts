import { join } from "node:path";
import { installBrowser } from "../test/workbench/installBrowser.ts";
import { installServer } from "../test/workbench/installServer.ts";
import { endTreesOnSignal } from "../test/workbench/processTree.mjs";
import { runDesktopSuite } from "../test/workbench/runDesktopSuite.ts";
import { runHostSuite } from "../test/workbench/runHostSuite.ts";
import { checkoutDir } from "./prepareCheckout.mjs";
import { runCheck, spawnNodeSuite } from "./runSuite.ts";
import { TestReport } from "./testReport.ts";

const unitTimeoutMs = 60_000;
const uiTimeoutMs = 240_000;

const report = new TestReport();

const bin = (path: string): string => join(checkoutDir, "node_modules", path);

const steps = {
	lint: () =>
		report.check("lint", () =>
			runCheck([bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
		),
	types: () => report.check("types", () => runCheck([bin("typescript/bin/tsc"), "-b"])),
	build: () => report.check("build", () => runCheck([join(checkoutDir, "esbuild.mjs")])),
	unit: () => report.suite("unit", (tell) => spawnNodeSuite("test/unit", unitTimeoutMs, tell)),
	host: () => report.suite("host", (tell) => runHostSuite("node", "folder", tell)),
	empty: () => report.suite("host with nothing open", (tell) => runHostSuite("node", "nothing", tell)),
	untrusted: () =>
		report.suite("host in a folder that is not trusted", (tell) => runHostSuite("node", "untrusted", tell)),
	web: () => report.suite("host in a web worker", (tell) => runHostSuite("web", "folder", tell)),
	ui: () =>
		report.suite("ui", async (tell) => {
			// Outside any test, so that no test's time limit pays for it.
			await installServer();
			await installBrowser();
			await spawnNodeSuite("test/ui", uiTimeoutMs, tell);
		}),
	desktop: () => report.suite("desktop", (tell) => runDesktopSuite(tell)),
};

const plans: Readonly<Record<string, readonly (keyof typeof steps)[]>> = {
	all: ["lint", "types", "unit", "build", "host", "empty", "untrusted", "web", "ui"],
	unit: ["unit"],
	host: ["build", "host", "empty", "untrusted", "web"],
	ui: ["build", "ui"],
	desktop: ["build", "desktop"],
};

async function runTests(): Promise<void> {
	endTreesOnSignal();
	for (const step of plans[process.argv[2] ?? "all"] ?? []) {
		await steps[step]();
	}
	process.exitCode = report.finish();
}

void runTests();
