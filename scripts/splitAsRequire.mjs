// @ts-check
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { transform } from "esbuild";
import { joinChunks } from "./joinChunks.mjs";

/** @typedef {import("esbuild").Metafile} Metafile */
/** @typedef {import("esbuild").Plugin} Plugin */

/**
 * esbuild splits what is needed late into files of its own for ES modules only, and every extension host back to the
 * oldest that we support loads nothing but `require`. So the bundle is split as modules, and each file is then turned
 * into its CommonJS twin. Set `write: false`, `format: "esm"`, `splitting: true` beside it.
 * @param {string} rootDir
 * @param {string} joinedAt the module that is loaded right after the entry: what it loads with it becomes one file
 * @returns {Plugin}
 */
export function splitAsRequire(rootDir, joinedAt) {
	return {
		name: "split-as-require",
		setup(plugins) {
			plugins.onEnd(async ({ outputFiles, metafile, errors }) => {
				if (errors.length > 0 || !metafile) {
					return;
				}
				await rm(join(rootDir, "dist/chunks"), { recursive: true, force: true });
				const texts = new Map((outputFiles ?? []).map(({ path, text }) => [relative(rootDir, path), text]));
				const together = listJoined(metafile, joinedAt);
				const moved = await joinChunks(texts, metafile, together);
				const reachable = listReachable(metafile);
				for (const [path, text] of [...texts].filter(([each]) => reachable.has(each))) {
					const written = path === together[0] || !path.endsWith(".js") ? text : await toRequire(text, moved);
					await mkdir(dirname(join(rootDir, path)), { recursive: true });
					await writeFile(join(rootDir, path), written);
					const output = metafile.outputs[path];
					if (output) {
						output.bytes = Buffer.byteLength(written);
					}
				}
			});
		},
	};
}

/**
 * What an entry leads to, at once or late. esbuild also writes what is imported late by code that it has left out.
 * @param {Metafile} metafile
 * @returns {ReadonlySet<string>} paths in the metafile
 */
function listReachable(metafile) {
	const reachable = new Set(Object.keys(metafile.outputs).filter((path) => !path.startsWith("dist/chunks/")));
	for (const path of reachable) {
		for (const each of metafile.outputs[path]?.imports ?? []) {
			if (metafile.outputs[each.path]) {
				reachable.add(each.path);
			}
		}
	}
	return reachable;
}

/**
 * @param {string} text
 * @param {ReadonlyMap<string, string>} moved what stands for a `require` of a file that is gone
 */
async function toRequire(text, moved) {
	const options = /** @type {const} */ ({ format: "cjs", platform: "node", target: "node18", minify: true });
	const { code } = await transform(text, options);
	return code.replaceAll(/require\("[^"]+"\)/g, (required) => moved.get(required) ?? required);
}

/**
 * What becomes one file: all that is loaded with a module, but what the entry has loaded before it.
 * @param {Metafile} metafile
 * @param {string} joinedAt
 */
function listJoined(metafile, joinedAt) {
	const paths = Object.keys(metafile.outputs);
	const first = paths.find((path) => metafile.outputs[path]?.entryPoint === joinedAt);
	if (first === undefined) {
		throw new Error(`Nothing imports ${joinedAt} late.`);
	}
	const entries = paths.filter((path) => dirname(path) !== dirname(first));
	const before = new Set(entries.flatMap((path) => listLoadedWith(metafile, path)));
	const others = listLoadedWith(metafile, first).filter((path) => path !== first && !before.has(path));
	return /** @type {const} */ ([first, ...others]);
}

/**
 * What loading a file loads with it: itself and all that it imports, but what it imports late only where that is named.
 * @param {Metafile} metafile
 * @param {string} entry
 * @param {string} [loadedAtOnce] a module whose late import counts
 * @returns {string[]} paths in the metafile, the entry first
 */
export function listLoadedWith(metafile, entry, loadedAtOnce) {
	const loaded = new Set([entry]);
	for (const path of loaded) {
		for (const each of metafile.outputs[path]?.imports ?? []) {
			const output = metafile.outputs[each.path];
			const isAtOnce = loadedAtOnce !== undefined && output?.entryPoint === loadedAtOnce;
			if (output && (each.kind === "import-statement" || isAtOnce)) {
				loaded.add(each.path);
			}
		}
	}
	return [...loaded];
}
