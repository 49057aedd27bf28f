// @ts-check
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const pollMs = 500;

/**
 * Does some work unless it is done, while no other run does it; a run that waited looks again whether it is done.
 * A lock whose holder is no longer alive counts for nothing.
 * @param {string} lockPath
 * @param {() => Promise<boolean>} isDone
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function holdLock(lockPath, isDone, work) {
	if (await isDone()) {
		return;
	}
	await mkdir(dirname(lockPath), { recursive: true });
	await takeLock(lockPath);
	try {
		if (!(await isDone())) {
			await work();
		}
	} finally {
		await rm(lockPath, { force: true });
	}
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isProcessAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return hasCode(error, "EPERM");
	}
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {boolean}
 */
export function hasCode(error, code) {
	return error instanceof Error && "code" in error && error.code === code;
}

/** @param {string} lockPath */
async function takeLock(lockPath) {
	let isWaitingTold = false;
	while (!(await createLock(lockPath))) {
		const holder = Number(await readFile(lockPath, "utf8").catch(() => ""));
		if (holder > 0 && !isProcessAlive(holder)) {
			await rm(lockPath, { force: true });
			continue;
		}
		if (!isWaitingTold) {
			process.stderr.write("Another run is installing the same; waiting for it …\n");
			isWaitingTold = true;
		}
		await delay(pollMs);
	}
}

/**
 * @param {string} lockPath
 * @returns {Promise<boolean>} false when there is a lock already
 */
async function createLock(lockPath) {
	try {
		const file = await open(lockPath, "wx");
		await file.writeFile(String(process.pid));
		await file.close();
		return true;
	} catch (error) {
		if (hasCode(error, "EEXIST")) {
			return false;
		}
		throw error;
	}
}
