// @ts-check
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { holdLock } from "../test/workbench/installLock.mjs";
import { npmCommand } from "../test/workbench/npmCommand.mjs";
import { endTreesOnSignal } from "../test/workbench/processTree.mjs";
import { runStep } from "../test/workbench/runStep.mjs";

/** The root of this checkout, without a slash at the end. */
export const checkoutDir = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json asks for.
 * @returns {Promise<void>}
 */
export async function installDependencies() {
	await holdLock(`${checkoutDir}/.vscode-test/node_modules.lock`, areDependenciesInstalled, async () => {
		const npm = npmCommand(["ci", "--no-audit", "--no-fund"]);
		await runStep("Installing dependencies", npm.command, npm.args, { cwd: checkoutDir, env: npm.env });
	});
}

/** @returns {Promise<void>} */
export async function buildExtension() {
	await runStep("Building the extension", process.execPath, ["esbuild.mjs"], { cwd: checkoutDir });
}

/**
 * Hands over to a TypeScript entry, once there is what it takes to run it: the rest of this process is waiting for
 * that one and passing signals on to it.
 * @param {string} entry beside this file
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function handOver(entry, args) {
	const script = fileURLToPath(new URL(entry, import.meta.url));
	const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
		cwd: checkoutDir,
		stdio: "inherit",
	});
	const exited = new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => resolve(code ?? 1));
	});
	endTreesOnSignal(async (signal) => {
		child.kill(signal);
		await exited;
	});
	process.exitCode = await exited;
}

/**
 * npm writes down what it installed as the last thing it does, so an interrupted installation counts as none.
 * What is optional may be missing on purpose: most of it is for other platforms.
 * @returns {Promise<boolean>}
 */
async function areDependenciesInstalled() {
	/** @type {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>[]} */
	const [wanted = {}, installed = {}] = await Promise.all(
		["package-lock.json", "node_modules/.package-lock.json"].map((path) =>
			readFile(`${checkoutDir}/${path}`, "utf8").then(
				(text) => JSON.parse(text).packages,
				() => ({}),
			),
		),
	);
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === "" || optional || devOptional || installed[path]?.version === version,
	);
}
