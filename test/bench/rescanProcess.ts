import { findModelIds } from "../../src/core/code/ids/findModelIds.ts";
import { makeProgram } from "./makeProgram.ts";

/*
 * Runs in a process of its own, for `idsBench`: a key at each of many places of a long program. What it prints is the 99th
 * percentile of the times in milliseconds, and how many models the program names.
 */

const keystrokes = 300;
const warmUps = 20;
/** Of as many scans of the same text the shortest counts: what else the machine does is not the finder's. */
const repeats = 5;

const text = makeProgram();
const timesMs = Array.from({ length: keystrokes }, (_, i) => {
	const at = Math.floor((text.length * i) / keystrokes);
	const typed = `${text.slice(0, at)}x${text.slice(at)}`;
	return Math.min(...Array.from({ length: repeats }, () => timeScan(typed)));
});
const sorted = timesMs.slice(warmUps).sort((a, b) => a - b);
console.log(JSON.stringify([sorted[Math.floor(sorted.length * 0.99)], findModelIds(text, "python").length]));

function timeScan(typed: string): number {
	const startedAt = performance.now();
	findModelIds(typed, "python");
	return performance.now() - startedAt;
}
