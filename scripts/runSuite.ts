import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { endTree, spawnTree } from "../test/workbench/processTree.mjs";
import type { TestEvent } from "../test/workbench/testEvent.ts";
import { checkoutDir } from "./prepareCheckout.mjs";

const exitDeadlineMs = 10_000;

/**
 * Runs a Node script that shows its own findings.
 * @throws when it does not end with 0
 */
export async function runCheck(args: readonly string[]): Promise<void> {
	const child = spawnTree(process.execPath, args, {
		cwd: checkoutDir,
		stdio: ["ignore", "inherit", "inherit"],
	});
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", resolve);
	});
	if (code !== 0) {
		throw new Error(`ended with exit code ${code}; what it found is above`);
	}
}

/**
 * Runs the tests of a folder in a Node process of their own.
 * @throws when that process does not come to the end of the suite, or does not end after it
 */
export async function spawnNodeSuite(
	dir: string,
	timeoutMs: number,
	tell: (event: TestEvent) => void,
): Promise<void> {
	const script = join(checkoutDir, "test/workbench/runNodeSuite.ts");
	const child = spawnTree(
		process.execPath,
		["--import", "tsx", script, join(checkoutDir, dir), String(timeoutMs)],
		{ cwd: checkoutDir, stdio: ["ignore", "inherit", "inherit", "ipc"] },
	);
	let isEnded = false;
	const exited = new Promise<void>((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", () => resolve());
	});
	const ended = new Promise<void>((resolve) => {
		child.on("message", (event: TestEvent) => {
			tell(event);
			if (event.kind === "end") {
				isEnded = true;
				resolve();
			}
		});
	});
	await Promise.race([ended, exited]);
	if (!isEnded) {
		throw new Error(`The suite in ${dir} ended early (exit code ${child.exitCode ?? child.signalCode}).`);
	}
	const isLate = await Promise.race([exited.then(() => false), delay(exitDeadlineMs, true, { ref: false })]);
	if (isLate) {
		await endTree(child);
		throw new Error(
			`The tests in ${dir} left something open (a server, a timer) that kept their process alive.`,
		);
	}
}
