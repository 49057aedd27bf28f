import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { installServer } from "./installServer.ts";
import { isThere } from "./isThere.mjs";
import { endTree, spawnTree } from "./processTree.mjs";
import { quietSettings } from "./quietSettings.ts";

export interface ServerOptions {
	/** Holds user data, settings and installed extensions; made when missing. */
	readonly dataDir: string;
	/** A free one is taken when it is not given. */
	readonly port?: number;
	/** Whether folders may be not trusted; all are when not given. */
	readonly hasWorkspaceTrust?: boolean;
	/** User settings on top of `quietSettings`, for a `dataDir` that has none yet. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Added to the environment of the server and of its extension hosts. */
	readonly env?: Readonly<Record<string, string>>;
}

export interface RunningServer {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** What the server has printed so far: for the report of a failure. */
	readonly readLog: () => string;
	/** Resolves when the server has ended, for whatever reason. */
	readonly exited: Promise<void>;
	readonly close: () => Promise<void>;
}

const readyDeadlineMs = 180_000;
const readyPattern = /Extension host agent listening on (\d+)/;

/**
 * Starts VS Code for the browser on loopback and waits until it listens; installs it first where it is missing.
 * @throws with the server's own output if it ends or stays silent instead
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const installation = await installServer();
	await writeUserSettings(options);
	if (options.port !== undefined && !(await isPortFree(options.port))) {
		throw new Error(`Port ${options.port} is taken. Choose another with --port, or leave it out.`);
	}
	const child = spawnTree(installation.nodePath, [installation.mainPath, ...serverArguments(options)], {
		env: { ...inheritedEnvironment(), ...options.env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let log = "";
	const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
	const port = await new Promise<string>((resolve, reject) => {
		const fail = (why: string): void => reject(new Error(`The browser VS Code ${why}.\n${log}`));
		const deadline = setTimeout(
			() => fail(`was not ready after ${readyDeadlineMs / 1000} s`),
			readyDeadlineMs,
		);
		const read = (text: string): void => {
			log += text;
			const found = readyPattern.exec(log)?.[1];
			if (found !== undefined) {
				clearTimeout(deadline);
				resolve(found);
			}
		};
		child.stdout?.setEncoding("utf8").on("data", read);
		child.stderr?.setEncoding("utf8").on("data", read);
		child.once("error", (error) => fail(`could not be started: ${error.message}`));
		void exited.then(() => {
			clearTimeout(deadline);
			fail("ended before it was ready");
		});
	}).catch(async (error: unknown) => {
		await endTree(child);
		throw error;
	});
	return {
		url: `http://127.0.0.1:${port}`,
		readLog: () => log,
		exited,
		close: () => endTree(child),
	};
}

/** Whether this port on loopback can be listened on now. */
export async function isPortFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
	});
}

function serverArguments({ dataDir, port, hasWorkspaceTrust }: ServerOptions): string[] {
	return [
		"--host",
		"127.0.0.1",
		"--port",
		String(port ?? 0),
		"--without-connection-token",
		"--accept-server-license-terms",
		...(hasWorkspaceTrust === true ? [] : ["--disable-workspace-trust"]),
		"--telemetry-level",
		"off",
		"--enable-smoke-test-driver",
		"--server-data-dir",
		dataDir,
		"--extensions-dir",
		join(dataDir, "extensions"),
	];
}

async function writeUserSettings({ dataDir, settings }: ServerOptions): Promise<void> {
	const settingsPath = join(dataDir, "data/User/settings.json");
	if (!(await isThere(settingsPath))) {
		await mkdir(dirname(settingsPath), { recursive: true });
		await writeFile(settingsPath, JSON.stringify({ ...quietSettings, ...settings }, null, "\t"));
	}
}

/** Started from a terminal inside VS Code, this process carries that window's variables; the new one is not it. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)),
	);
}
