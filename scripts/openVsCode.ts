import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { isThere } from "../test/workbench/isThere.mjs";
import { linkExtension } from "../test/workbench/linkExtension.ts";
import { endTreesOnSignal, spawnTree } from "../test/workbench/processTree.mjs";
import { quietSettings } from "../test/workbench/quietSettings.ts";
import { isPortFree, startServer } from "../test/workbench/startServer.ts";
import { workbenchUrl } from "../test/workbench/workbenchUrl.ts";
import { checkoutDir } from "./prepareCheckout.mjs";
import { readStartOptions } from "./startOptions.mjs";

const favoritePort = 8765;

async function openVsCode(): Promise<void> {
	const options = readStartOptions(process.argv.slice(2));
	const tempDir = await mkdtemp(join(tmpdir(), "open-models-"));
	let isEnding = false;
	const removeTemp = (): Promise<void> => rm(tempDir, { recursive: true, force: true });
	endTreesOnSignal(() => {
		isEnding = true;
		return removeTemp();
	});
	try {
		const folder =
			options.folder === undefined ? await copySample(tempDir) : await findFolder(options.folder);
		const env = options.hubUrl === undefined ? {} : { HF_ENDPOINT: options.hubUrl };
		const desktopPath = options.isBrowserWanted ? undefined : await findDesktop();
		if (desktopPath === undefined) {
			await serveBrowser(folder, await linkExtension(tempDir, checkoutDir), options.port, env);
		} else {
			await runDesktop(desktopPath, folder, env);
		}
	} catch (error) {
		// What was ended on purpose did not fail.
		if (!isEnding) {
			throw error;
		}
	} finally {
		await removeTemp();
	}
}

/** Resolves when the server has ended, which on its own it never does. */
async function serveBrowser(
	folder: string,
	extensionPath: string,
	chosenPort: number | undefined,
	env: Readonly<Record<string, string>>,
): Promise<void> {
	const port = chosenPort ?? ((await isPortFree(favoritePort)) ? favoritePort : undefined);
	const server = await startServer({
		dataDir: join(checkoutDir, ".vscode-test/user-data"),
		env,
		...(port !== undefined && { port }),
	});
	const url = workbenchUrl({ serverUrl: server.url, folder, extensionPath });
	console.log(`\nOpen Models is ready at ${url}\n`);
	console.log(
		"Open that address in a browser; Open Models is the box with a check mark on its left. Ctrl+C ends it.",
	);
	await server.exited;
	throw new Error(
		`The browser VS Code has ended by itself. It said last:\n${server.readLog().slice(-4_000)}`,
	);
}

/** Resolves when the person has closed the window. Its user data is its own, so that it is a process of its own. */
async function runDesktop(
	command: string,
	folder: string,
	env: Readonly<Record<string, string>>,
): Promise<void> {
	const dataDir = join(checkoutDir, ".vscode-test/desktop-user-data");
	const settingsPath = join(dataDir, "User/settings.json");
	if (!(await isThere(settingsPath))) {
		await mkdir(dirname(settingsPath), { recursive: true });
		await writeFile(settingsPath, JSON.stringify(quietSettings, null, "\t"));
	}
	// `--verbose` makes the command stay until the window is closed; what it prints is of no use here.
	const child = spawnTree(
		command,
		[
			"--verbose",
			"--new-window",
			`--user-data-dir=${dataDir}`,
			`--extensionDevelopmentPath=${checkoutDir}`,
			folder,
		],
		{ env: { ...process.env, ...env }, stdio: "ignore", shell: process.platform === "win32" },
	);
	console.log(`Open Models is opening in ${command}. Close its window, or press Ctrl+C, to end it.`);
	const code = await new Promise<number | null>((resolveCode, reject) => {
		child.once("error", reject);
		child.once("exit", resolveCode);
	});
	if (code !== 0) {
		throw new Error(
			`${command} ended with exit code ${code}. With --browser, VS Code opens in a browser instead.`,
		);
	}
}

async function findDesktop(): Promise<string | undefined> {
	const name = process.platform === "win32" ? "code.cmd" : "code";
	for (const dir of (process.env["PATH"] ?? "").split(delimiter)) {
		if (dir !== "" && (await isThere(join(dir, name)))) {
			return join(dir, name);
		}
	}
	return undefined;
}

async function findFolder(path: string): Promise<string> {
	const folder = resolve(process.env["INIT_CWD"] ?? ".", path);
	if (!(await isThere(folder))) {
		throw new Error(`There is no folder ${folder}.`);
	}
	return folder;
}

async function copySample(tempDir: string): Promise<string> {
	const dir = join(tempDir, "sample");
	await cp(join(checkoutDir, "test/workbench/sample"), dir, { recursive: true });
	return dir;
}

openVsCode().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
