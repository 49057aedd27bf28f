import Mocha from "mocha";
import { findTestFiles } from "./findTestFiles.ts";
import { createReporter } from "./mochaReporter.ts";
import type { TestEvent } from "./testEvent.ts";

/** Runs the tests of a folder with mocha in this process, and tells the parent process every result. */
async function runNodeSuite(dir: string, timeoutMs: number): Promise<void> {
	const tell = (event: TestEvent): void => {
		process.send?.(event);
	};
	const mocha = new Mocha({
		ui: "bdd",
		timeout: timeoutMs,
		forbidOnly: true,
		reporter: createReporter(Mocha.reporters.Base, tell),
	});
	for (const file of await findTestFiles(dir)) {
		mocha.addFile(file);
	}
	await mocha.loadFilesAsync();
	await new Promise<void>((resolve) => mocha.run(() => resolve()));
	// Otherwise the channel to the parent would keep this process alive; what a test left open should not.
	process.disconnect?.();
}

const [dir = "", timeoutMs = ""] = process.argv.slice(2);
runNodeSuite(dir, Number(timeoutMs)).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
	process.disconnect?.();
});
