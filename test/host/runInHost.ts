import "mocha/mocha.js";
import { createReporter } from "../workbench/mochaReporter.ts";
import type { TestEvent } from "../workbench/testEvent.ts";

/** Where events are posted to; put in when the suite is bundled. */
declare const eventsUrl: string;

const timeoutMs = 180_000;

/**
 * Runs a bundled suite inside an extension host, Node's or a web worker's, and posts every result.
 * @param loadTests evaluates the test files, once mocha's globals are there
 * @throws when a test failed, because that is how VS Code is told
 */
export async function runInHost(loadTests: () => Promise<unknown>): Promise<void> {
	let lastPost: Promise<unknown> = Promise.resolve();
	let failureCount = 0;
	const tell = (event: TestEvent): void => {
		failureCount += event.kind === "fail" ? 1 : 0;
		lastPost = lastPost.then(() => fetch(eventsUrl, { method: "POST", body: JSON.stringify([event]) }));
	};
	try {
		const suite = new Mocha({
			ui: "bdd",
			timeout: timeoutMs,
			forbidOnly: true,
			reporter: createReporter(Mocha.reporters.Base, tell),
		});
		// What mocha does for each file that it loads itself: makes `describe` and the others global.
		suite.suite.emit("pre-require", globalThis, "", suite);
		// A result that is still under way when the next test kills the host would be lost.
		suite.suite.afterEach(() => lastPost);
		await loadTests();
		await new Promise<void>((resolve) => suite.run(() => resolve()));
	} catch (error) {
		const details = error instanceof Error ? String(error.stack) : String(error);
		tell({ kind: "fail", titlePath: ["(loading the tests)"], details });
		tell({ kind: "end" });
	}
	await lastPost;
	if (failureCount > 0) {
		throw new Error(`${failureCount} tests failed.`);
	}
}
