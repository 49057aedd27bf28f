import { createHash } from "node:crypto";
import { cp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasCode, holdLock, isProcessAlive } from "./installLock.mjs";
import { isThere } from "./isThere.mjs";
import { npmCommand } from "./npmCommand.mjs";
import { runStep } from "./runStep.mjs";

const cacheDir = fileURLToPath(new URL("../../.vscode-test/", import.meta.url));

/**
 * Installs the packages of one of the folders beside this file (its `package.json` and lock file) under
 * `.vscode-test/`, unless that very lock file has been installed before.
 *
 * An installation grows in a staging folder and gets its name in one rename at the very end, so a half is never
 * taken for a whole; a lock keeps two runs from doing the same work, and a lost lock costs time, not correctness.
 * @param name the folder beside this file
 * @param title what a person is told while they wait
 * @param finish what is left to do once the packages are there, in the staging folder (it will be renamed)
 * @returns the folder that holds `node_modules`
 */
export async function installOnce(
	name: string,
	title: string,
	finish: (stagingDir: string) => Promise<void>,
): Promise<string> {
	const manifestDir = fileURLToPath(new URL(`./${name}/`, import.meta.url));
	const installedName = `${name}-${process.platform}-${process.arch}-${await hashLockFile(manifestDir)}`;
	const installedDir = join(cacheDir, installedName);
	await holdLock(
		`${installedDir}.lock`,
		() => isThere(installedDir),
		async () => {
			await removeAbandoned(`${installedName}.staging-`);
			const stagingDir = `${installedDir}.staging-${process.pid}`;
			await cp(manifestDir, stagingDir, { recursive: true });
			await installPackages(title, stagingDir);
			await finish(stagingDir);
			await renameUnlessThere(stagingDir, installedDir);
		},
	);
	return installedDir;
}

/**
 * Runs `npm ci` in a folder that has a lock file or a shrinkwrap, without the packages' own install scripts.
 * Peers are taken as the lock file has them: VS Code's own shrinkwrap leaves some out on purpose.
 */
export async function installPackages(title: string, dir: string): Promise<void> {
	const npm = npmCommand([
		"ci",
		"--omit=dev",
		"--ignore-scripts",
		"--legacy-peer-deps",
		"--no-audit",
		"--no-fund",
	]);
	await runStep(title, npm.command, npm.args, { cwd: dir, env: npm.env });
}

async function hashLockFile(manifestDir: string): Promise<string> {
	const text = await readFile(join(manifestDir, "package-lock.json"));
	return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

async function removeAbandoned(prefix: string): Promise<void> {
	for (const entry of await readdir(cacheDir)) {
		if (entry.startsWith(prefix) && !isProcessAlive(Number(entry.slice(prefix.length)))) {
			await rm(join(cacheDir, entry), { recursive: true, force: true });
		}
	}
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if (!hasCode(error, "ENOTEMPTY") && !hasCode(error, "EEXIST")) {
			throw error;
		}
		await rm(from, { recursive: true, force: true });
	}
}
