import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { findTestFiles } from "./findTestFiles.ts";
import { checkoutDir } from "./openWorkbench.ts";

/** Which extension host a suite is for: Node's, as on the desktop and on servers, or a web worker, as on vscode.dev. */
export type HostKind = "node" | "web";

/** What is open in the window: a folder that is trusted, nothing, or a folder that is not trusted. */
export type HostPlace = "folder" | "nothing" | "untrusted";

export interface HostSuite {
	readonly extensionPath: string;
	/** Of the bundle with `run()`, relative to `extensionPath`: by where it lies VS Code knows the host to run it in. */
	readonly testsPath: string;
}

/**
 * Bundles the host tests with mocha into one file, and for the web worker host prepares the extension as it is there:
 * with `browser` and without `main`.
 * @param place where it runs; of those in Node's host, all tests run in a trusted folder, elsewhere those of `anywhere`
 * @param eventsUrl where the suite posts its results
 * @returns `undefined` where the environment variable `HOST_TESTS` leaves none: only files with that in their name run
 * @throws when there are no tests, or they do not bundle
 */
export async function bundleHostSuite(
	kind: HostKind,
	place: HostPlace,
	eventsUrl: string,
): Promise<HostSuite | undefined> {
	const only = kind === "web" ? "web" : place === "folder" ? "" : "anywhere";
	const testsDir = join(checkoutDir, "test/host", only);
	const wanted = process.env["HOST_TESTS"] ?? "";
	const files = (await findTestFiles(testsDir, only === "" ? "web" : undefined)).filter((file) =>
		relative(testsDir, file).includes(wanted),
	);
	if (files.length === 0) {
		return undefined;
	}
	const extensionPath = kind === "web" ? await prepareWebExtension() : checkoutDir;
	const testsPath = "out/test/host/index.js";
	const toImport = (file: string): string => JSON.stringify(`./${relative(checkoutDir, file)}`);
	await build({
		stdin: {
			contents: [
				`import { runInHost } from "./test/host/runInHost.ts";`,
				`export const run = () => runInHost(async () => {`,
				...files.map((file) => `\tawait import(${toImport(file)});`),
				`});`,
			].join("\n"),
			resolveDir: checkoutDir,
			sourcefile: "hostSuite.ts",
			loader: "ts",
		},
		absWorkingDir: checkoutDir,
		outfile: join(extensionPath, testsPath),
		bundle: true,
		format: "cjs",
		platform: kind === "web" ? "browser" : "node",
		target: kind === "web" ? "es2022" : "node18",
		external: ["vscode"],
		plugins: [mochaForBrowsers],
		define: { eventsUrl: JSON.stringify(eventsUrl), hostPlace: JSON.stringify(place) },
		sourcemap: "inline",
		logLevel: "warning",
	});
	return { extensionPath, testsPath };
}

async function listShipped(): Promise<string[]> {
	const entries = await readdir(checkoutDir);
	return entries.filter((name) => /^(dist|media|l10n|package\.nls.*\.json)$/.test(name));
}

/**
 * Mocha's build for browsers is a script, in a package whose other files are modules. Taken for a module as well, it
 * would put itself in the place of what the bundle exports.
 */
const mochaForBrowsers: Plugin = {
	name: "mocha-for-browsers",
	setup(plugins) {
		plugins.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
			path: join(checkoutDir, "node_modules/mocha/mocha.js"),
			namespace: "script",
		}));
		plugins.onLoad({ filter: /.*/, namespace: "script" }, async ({ path }) => ({
			contents: await readFile(path, "utf8"),
			loader: "js",
		}));
	},
};

async function prepareWebExtension(): Promise<string> {
	const dir = join(checkoutDir, "out/test/web-extension");
	await rm(dir, { recursive: true, force: true });
	await mkdir(dir, { recursive: true });
	for (const name of await listShipped()) {
		await cp(join(checkoutDir, name), join(dir, name), { recursive: true });
	}
	const { main: _, ...manifest } = JSON.parse(await readFile(join(checkoutDir, "package.json"), "utf8"));
	await writeFile(join(dir, "package.json"), JSON.stringify(manifest, null, "\t"));
	return dir;
}
