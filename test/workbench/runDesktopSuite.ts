import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { bundleHostSuite } from "./bundleHostSuite.ts";
import { collectEvents } from "./collectEvents.ts";
import { checkoutDir, offlineEnvironment } from "./openWorkbench.ts";
import type { TestEvent } from "./testEvent.ts";

/**
 * Runs the host tests in two desktop VS Codes: the oldest that `engines` promises, and the newest.
 * @param tell is told every result, with the version before its title
 * @throws where VS Code cannot be downloaded, or does not come to the end of the suite
 */
export async function runDesktopSuite(tell: (event: TestEvent) => void): Promise<void> {
	const manifest: { engines: { vscode: string } } = JSON.parse(
		await readFile(join(checkoutDir, "package.json"), "utf8"),
	);
	const oldestVersion = manifest.engines.vscode.replace(/^\D+/, "");
	for (const version of [oldestVersion, "stable"]) {
		await runInVersion(version, (event) =>
			tell(
				event.kind === "end" ? event : { ...event, titlePath: [`VS Code ${version}`, ...event.titlePath] },
			),
		);
	}
}

async function runInVersion(version: string, tell: (event: TestEvent) => void): Promise<void> {
	const vscodeExecutablePath = await download(version);
	const tempDir = await mkdtemp(join(tmpdir(), "open-models-"));
	let isEnded = false;
	const collector = await collectEvents((event) => {
		isEnded ||= event.kind === "end";
		tell(event);
	});
	try {
		const suite = await bundleHostSuite("node", "folder", collector.url);
		if (!suite) {
			return;
		}
		const { extensionPath, testsPath } = suite;
		const folder = join(tempDir, "workspace");
		await cp(join(checkoutDir, "test/host/workspace"), folder, { recursive: true });
		await runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: extensionPath,
			extensionTestsPath: join(extensionPath, testsPath),
			launchArgs: [folder, "--disable-workspace-trust", "--user-data-dir", join(tempDir, "user-data")],
			extensionTestsEnv: offlineEnvironment(tempDir),
		}).catch((error: unknown) => {
			// A failed test has been told already; what ends without an end has not.
			if (!isEnded) {
				throw error;
			}
		});
	} finally {
		await collector.close();
		await rm(tempDir, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function download(version: string): Promise<string> {
	try {
		return await downloadAndUnzipVSCode({ version, cachePath: join(checkoutDir, ".vscode-test") });
	} catch (error) {
		throw new Error(
			`VS Code ${version} could not be downloaded from update.code.visualstudio.com, which the desktop suite needs ` +
				`(npm run test:host runs the same tests in a VS Code from npm): ${error instanceof Error ? error.message : error}`,
		);
	}
}
