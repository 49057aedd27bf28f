// @ts-check
import { spawn } from "node:child_process";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

const endGraceMs = 5_000;
const parentPollMs = 500;
const endingSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const isWindows = process.platform === "win32";

/** @type {Set<ChildProcess>} */
const runningTrees = new Set();

/**
 * Starts a process as the head of a group of its own, so that what it starts in turn can be ended with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {ChildProcess}
 */
export function spawnTree(command, args, options) {
	const child = spawn(command, args, { ...options, detached: !isWindows });
	runningTrees.add(child);
	child.once("error", () => runningTrees.delete(child));
	child.once("exit", () => {
		runningTrees.delete(child);
		signalTree(child, "SIGKILL");
	});
	return child;
}

/**
 * Ends a process started by `spawnTree` and everything it started: asked first, forced after five seconds.
 * @param {ChildProcess} child
 * @returns {Promise<void>}
 */
export async function endTree(child) {
	if (!runningTrees.has(child)) {
		return;
	}
	const exited = new Promise((resolve) => child.once("exit", resolve));
	signalTree(child, "SIGTERM");
	const forced = setTimeout(() => signalTree(child, "SIGKILL"), endGraceMs);
	await exited;
	clearTimeout(forced);
}

/**
 * Makes Ctrl+C, SIGTERM and SIGHUP end every tree that is still running before this process ends, and an
 * unexpected end of this process take them along. Under npm, the end of the parent counts as SIGTERM: npm passes
 * signals to the shell between it and this process, and the shell does not pass them on.
 * @param {(signal: NodeJS.Signals) => void | Promise<void>} [onEnding] called once, before the trees are ended
 * @returns {() => void} stops listening
 */
export function endTreesOnSignal(onEnding) {
	let isEnding = false;
	/** @param {NodeJS.Signals} signal */
	const end = async (signal) => {
		if (isEnding) {
			return;
		}
		isEnding = true;
		await onEnding?.(signal);
		await Promise.all([...runningTrees].map(endTree));
		process.exit(signal === "SIGINT" ? 130 : 143);
	};
	const endAtOnce = () => {
		for (const child of runningTrees) {
			signalTree(child, "SIGKILL");
		}
	};
	for (const signal of endingSignals) {
		process.on(signal, end);
	}
	process.once("exit", endAtOnce);
	const parentPid = process.ppid;
	const parentWatch = setInterval(() => {
		if (process.env["npm_lifecycle_event"] !== undefined && process.ppid !== parentPid) {
			void end("SIGTERM");
		}
	}, parentPollMs).unref();
	return () => {
		clearInterval(parentWatch);
		for (const signal of endingSignals) {
			process.off(signal, end);
		}
		process.off("exit", endAtOnce);
	};
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalTree(child, signal) {
	if (child.pid === undefined) {
		return;
	}
	if (isWindows) {
		spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) {
			throw error;
		}
	}
}
