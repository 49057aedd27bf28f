// @ts-check
import { spawnTree } from "./processTree.mjs";

const tickMs = 1_000;
const quietTickMs = 10_000;

/**
 * Runs a command as one step that a person can follow: its title, the seconds it has taken so far, and how it
 * ended. What the command prints is kept back and shown only if it fails.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>} rejects with the command's output when it does not end with 0
 */
export async function runStep(title, command, args, options) {
	const startedAtMs = Date.now();
	const elapsed = () => `${Math.round((Date.now() - startedAtMs) / 1000)} s`;
	const isTerminal = process.stderr.isTTY;
	process.stderr.write(isTerminal ? title : `${title} …\n`);
	const ticker = setInterval(
		() => process.stderr.write(isTerminal ? `\r${title} … ${elapsed()}` : `  … still at it, ${elapsed()}\n`),
		isTerminal ? tickMs : quietTickMs,
	);
	/** @type {string[]} */
	const output = [];
	try {
		const code = await new Promise((resolve, reject) => {
			const child = spawnTree(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
			child.stdout?.setEncoding("utf8").on("data", (text) => output.push(text));
			child.stderr?.setEncoding("utf8").on("data", (text) => output.push(text));
			child.once("error", reject);
			child.once("close", resolve);
		});
		if (code !== 0) {
			throw new Error(
				`${output.join("").trimEnd()}\n\n${title}: failed with exit code ${code} (${command}).`,
			);
		}
		process.stderr.write(isTerminal ? `\r${title}: done in ${elapsed()}\n` : `  done in ${elapsed()}\n`);
	} catch (error) {
		process.stderr.write(
			isTerminal ? `\r${title}: failed after ${elapsed()}\n` : `  failed after ${elapsed()}\n`,
		);
		throw error;
	} finally {
		clearInterval(ticker);
	}
}
