import { join } from "node:path";
import { installOnce, installPackages } from "./installOnce.ts";
import { isThere } from "./isThere.mjs";
import { npmCommand } from "./npmCommand.mjs";
import { runStep } from "./runStep.mjs";

/** A VS Code for the browser on this disk, and the Node that can run it. */
export interface ServerInstallation {
	readonly nodePath: string;
	readonly mainPath: string;
}

const requiredNodeMajor = 24;
const bundledNodePackage = `node_modules/node-${process.platform}-${process.arch}`;

/**
 * Installs VS Code for the browser from npm (about half a minute and 900 MB, once) under `.vscode-test/`.
 * The extension host in it needs Node 24; where the running Node is another, npm's own package of it is used.
 * @throws where no Node 24 can be had for this platform, or npm fails
 */
export async function installServer(): Promise<ServerInstallation> {
	if (process.platform === "win32") {
		throw new Error(
			"On Windows the browser VS Code does not run. Install the desktop VS Code so that `code` is on PATH, or work inside WSL.",
		);
	}
	const dir = await installOnce(
		"server",
		"Installing VS Code for the browser (1 of 2)",
		async (stagingDir) => {
			const vscodeDir = join(stagingDir, "node_modules/code-server/lib/vscode");
			await installPackages("Installing VS Code for the browser (2 of 2)", vscodeDir);
			await buildNativeLogger(vscodeDir, stagingDir);
		},
	);
	return {
		nodePath: await findNode(dir),
		mainPath: join(dir, "node_modules/code-server/lib/vscode/out/server-main.js"),
	};
}

/**
 * VS Code keeps its logs, and shows extensions' output channels, through a native module. It needs a C++ compiler;
 * without one everything else works, so that is no reason to stop.
 */
async function buildNativeLogger(vscodeDir: string, stagingDir: string): Promise<void> {
	const npm = npmCommand(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog", "--no-audit", "--no-fund"]);
	const bundledNodeDir = join(stagingDir, bundledNodePackage);
	const env = { ...npm.env, ...((await isThere(bundledNodeDir)) && { npm_config_nodedir: bundledNodeDir }) };
	try {
		await runStep("Building its logger", npm.command, npm.args, { cwd: vscodeDir, env });
	} catch {
		process.stderr.write("  (needs a C++ compiler; going on without: output channels will stay empty)\n");
	}
}

async function findNode(dir: string): Promise<string> {
	if (process.versions.node.startsWith(`${requiredNodeMajor}.`)) {
		return process.execPath;
	}
	const nodePath = join(dir, bundledNodePackage, "bin/node");
	if (!(await isThere(nodePath))) {
		throw new Error(
			`The browser VS Code needs Node ${requiredNodeMajor}, and npm has none for ${process.platform}-${process.arch}. ` +
				`Run this with Node ${requiredNodeMajor}, or install the desktop VS Code so that \`code\` is on PATH.`,
		);
	}
	return nodePath;
}
