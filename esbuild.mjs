// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, context } from "esbuild";
import { listLoadedWith, splitAsRequire } from "./scripts/splitAsRequire.mjs";
import { splitInOneFile } from "./scripts/splitInOneFile.mjs";

/** @typedef {import("esbuild").BuildOptions} BuildOptions */
/** @typedef {import("esbuild").Metafile} Metafile */
/** @typedef {import("esbuild").Plugin} Plugin */

const rootDir = fileURLToPath(new URL(".", import.meta.url));

/** Largest size of a bundle in bytes: what is loaded to put the extension to work, and what every panel loads. */
const budgets = { "dist/extension.js": 150_000, "dist/webview/panel.js": 400_000 };

/** Loaded right after activation, whatever it was that woke the extension: it counts as loaded with it. */
const loadedAtOnce = "src/compose.ts";

const { values: options } = parseArgs({
	options: { watch: { type: "boolean", default: false }, dev: { type: "boolean", default: false } },
});
/** Bytes that are loaded with each budgeted file, for the benchmark. @type {Record<string, number>} */
const sizes = {};
const isForDevelopment = options.watch || options.dev;

/** @type {{ dependencies: Record<string, string> }} */
const manifest = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));

/**
 * Every package in a bundle has to be a dependency that package.json declares, not one that happens to be
 * installed because another package needs it.
 * @type {Plugin}
 */
const declaredDependenciesOnly = {
	name: "declared-dependencies-only",
	setup(plugins) {
		plugins.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
			if (
				kind === "entry-point" ||
				importer.includes("/node_modules/") ||
				path === "vscode" ||
				isBuiltin(path)
			) {
				return undefined;
			}
			const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
			return Object.hasOwn(manifest.dependencies, name)
				? undefined
				: { errors: [{ text: `"${name}" is imported but is not in the dependencies of package.json` }] };
		});
	},
};

/**
 * What `@huggingface/hub` needs for uploads only. It is pure, but does not say so, and would stay in the bundle.
 * @type {Plugin}
 */
const uploadCodeIsPure = {
	name: "upload-code-is-pure",
	setup(plugins) {
		plugins.onResolve(
			{ filter: /^(?:@huggingface\/(?:blake3-jit|xetchunk-wasm|gearhash-jit)|gearhash-jit)$/ },
			async ({ path, pluginData, ...request }) => {
				if (pluginData === uploadCodeIsPure) {
					return undefined;
				}
				const found = await plugins.resolve(path, { ...request, pluginData: uploadCodeIsPure });
				return { ...found, sideEffects: false };
			},
		);
	},
};

/**
 * `@huggingface/tasks` is tables and pure functions in files of their own, but does not say so: what nobody asks for, as the
 * texts of the Hub's task pages, would stay in the bundle.
 * @type {Plugin}
 */
const taskTablesArePure = {
	name: "task-tables-are-pure",
	setup(plugins) {
		const isOfTasks = /[\\/]node_modules[\\/]@huggingface[\\/]tasks[\\/]/;
		plugins.onResolve(
			{ filter: /^(?:@huggingface\/tasks$|\.)/ },
			async ({ path, pluginData, ...request }) => {
				const isTables = path === "@huggingface/tasks" || isOfTasks.test(request.importer);
				if (!isTables || pluginData === taskTablesArePure) {
					return undefined;
				}
				const found = await plugins.resolve(path, { ...request, pluginData: taskTablesArePure });
				return { ...found, sideEffects: false };
			},
		);
	},
};

/**
 * The same interface, kept by nothing but the web platform.
 * @type {Plugin}
 */
const webPlatform = {
	name: "web-platform",
	setup(plugins) {
		plugins.onResolve({ filter: /\/platform\/node\.ts$/ }, ({ path, ...request }) =>
			plugins.resolve(path.replace(/node\.ts$/, "web.ts"), {
				kind: request.kind,
				importer: request.importer,
				resolveDir: request.resolveDir,
			}),
		);
	},
};

/**
 * Where facts come from stands in their files for those who keep them; no code reads it, and it would ship twice.
 * @type {Plugin}
 */
const factsWithoutSources = {
	name: "facts-without-sources",
	setup(plugins) {
		plugins.onLoad({ filter: /[\\/]src[\\/].*\.json$/ }, async ({ path }) => {
			/** @type {unknown} */
			const facts = JSON.parse(await readFile(path, "utf8"));
			const kept =
				typeof facts === "object" && facts !== null && !Array.isArray(facts)
					? Object.fromEntries(Object.entries(facts).filter(([key]) => key !== "source" && key !== "note"))
					: facts;
			return { contents: JSON.stringify(kept), loader: "json" };
		});
	},
};

/** Its package leads to a form that loads its own parts at run time, which no bundle can hold. */
const jsoncParser = { "jsonc-parser": `${rootDir}node_modules/jsonc-parser/lib/esm/main.js` };

/**
 * The command line says what the extension says, without VS Code.
 * @type {Plugin}
 */
const wordsWithoutVsCode = {
	name: "words-without-vs-code",
	setup(plugins) {
		plugins.onResolve({ filter: /^vscode$/ }, () => ({ path: `${rootDir}src/cli/englishWords.ts` }));
	},
};

/** @type {BuildOptions} */
const shared = {
	absWorkingDir: rootDir,
	bundle: true,
	metafile: true,
	minify: !isForDevelopment,
	sourcemap: isForDevelopment,
	legalComments: "none",
	logLevel: "info",
};

/** @type {BuildOptions[]} */
const bundles = [
	{
		...shared,
		format: "esm",
		platform: "node",
		target: "node18",
		splitting: true,
		write: false,
		external: ["vscode"],
		alias: jsoncParser,
		entryPoints: ["src/extension.ts"],
		outdir: "dist",
		chunkNames: "chunks/[name]-[hash]",
		plugins: [
			uploadCodeIsPure,
			taskTablesArePure,
			declaredDependenciesOnly,
			factsWithoutSources,
			splitAsRequire(rootDir, loadedAtOnce),
		],
	},
	{
		...shared,
		format: "esm",
		platform: "browser",
		target: "es2022",
		splitting: true,
		write: false,
		external: ["vscode"],
		entryPoints: ["src/extension.ts"],
		outdir: "dist/web",
		// The packages' own "browser" condition does not lead here.
		alias: {
			...jsoncParser,
			"@huggingface/gguf": `${rootDir}node_modules/@huggingface/gguf/dist/browser/index.mjs`,
			"@huggingface/hub": `${rootDir}node_modules/@huggingface/hub/dist/browser/index.mjs`,
		},
		plugins: [
			uploadCodeIsPure,
			taskTablesArePure,
			declaredDependenciesOnly,
			webPlatform,
			factsWithoutSources,
			splitInOneFile(`${rootDir}dist/web/extension.js`),
		],
	},
	{
		...shared,
		format: "iife",
		platform: "browser",
		target: "es2022",
		entryPoints: { panel: "webview/main.ts" },
		outdir: "dist/webview",
		plugins: [declaredDependenciesOnly],
	},
	{
		...shared,
		format: "cjs",
		platform: "node",
		target: "node20",
		alias: jsoncParser,
		entryPoints: ["src/cli/main.ts"],
		outfile: "dist/cli.js",
		banner: { js: "#!/usr/bin/env node" },
		plugins: [wordsWithoutVsCode, uploadCodeIsPure, declaredDependenciesOnly],
	},
	{ ...shared, entryPoints: { panel: "webview/style.css" }, outdir: "dist/webview" },
];

/**
 * @param {Metafile} metafile
 * @returns {string[]} one paragraph for each bundle over its budget, with its ten largest inputs
 */
function findOverweight(metafile) {
	const found = [];
	for (const [path, budgetBytes] of Object.entries(budgets)) {
		if (metafile.outputs[path] === undefined) {
			continue;
		}
		const outputs = listLoadedWith(metafile, path, loadedAtOnce).map((each) => metafile.outputs[each]);
		const bytes = outputs.reduce((sum, output) => sum + (output?.bytes ?? 0), 0);
		sizes[path] = bytes;
		if (bytes <= budgetBytes) {
			continue;
		}
		const largest = outputs
			.flatMap((output) => Object.entries(output?.inputs ?? {}))
			.sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
			.slice(0, 10)
			.map(([input, { bytesInOutput }]) => `  ${toKilobytes(bytesInOutput).padStart(9)}  ${input}`);
		found.push(
			`${path} loads ${toKilobytes(bytes)}; its budget is ${toKilobytes(budgetBytes)}. Largest inputs:`,
			...largest,
		);
	}
	return found;
}

/** Tables so large that they are shipped once for both hosts, which read them when they first need them. */
async function writeTables() {
	const folder = new URL("dist/data/", import.meta.url);
	await mkdir(folder, { recursive: true });
	for (const path of ["src/core/fit/support/supportTable.json", "src/core/pick/quality/evidence.json"]) {
		const table = JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"));
		await writeFile(new URL(basename(path), folder), JSON.stringify(table));
	}
}

/** @param {number} bytes */
function toKilobytes(bytes) {
	return `${(bytes / 1000).toFixed(1)} kB`;
}

await writeTables();
if (options.watch) {
	const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
	await Promise.all(contexts.map((each) => each.watch()));
} else {
	try {
		const results = await Promise.all(bundles.map((bundle) => build(bundle)));
		const overweight = isForDevelopment
			? []
			: results.flatMap(({ metafile }) => findOverweight(metafile ?? { inputs: {}, outputs: {} }));
		await mkdir(new URL("out/", import.meta.url), { recursive: true });
		await writeFile(new URL("out/sizes.json", import.meta.url), JSON.stringify(sizes));
		if (overweight.length > 0) {
			console.error(overweight.join("\n"));
			process.exitCode = 1;
		}
	} catch {
		// esbuild has already said what is wrong and where.
		process.exitCode = 1;
	}
}
