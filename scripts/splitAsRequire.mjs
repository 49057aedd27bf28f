// @ts-check
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { transform } from "esbuild";

/** @typedef {import("esbuild").Metafile} Metafile */
/** @typedef {import("esbuild").Plugin} Plugin */

/**
 * esbuild splits what is needed late into files of its own for ES modules only, and every extension host back to the
 * oldest that we support loads nothing but `require`. So the bundle is split as modules, and each file is then turned
 * into its CommonJS twin. Set `write: false`, `format: "esm"`, `splitting: true` beside it.
 * @param {string} rootDir
 * @returns {Plugin}
 */
export function splitAsRequire(rootDir) {
	return {
		name: "split-as-require",
		setup(plugins) {
			plugins.onEnd(async ({ outputFiles, metafile, errors }) => {
				if (errors.length > 0 || !metafile) {
					return;
				}
				await rm(join(rootDir, "dist/chunks"), { recursive: true, force: true });
				for (const { path, text } of outputFiles ?? []) {
					const isCode = path.endsWith(".js");
					const written = isCode
						? (await transform(text, { format: "cjs", platform: "node", target: "node18", minify: true }))
								.code
						: text;
					await mkdir(dirname(path), { recursive: true });
					await writeFile(path, written);
					const output = metafile.outputs[relative(rootDir, path)];
					if (output) {
						output.bytes = Buffer.byteLength(written);
					}
				}
			});
		},
	};
}

/**
 * What loading a file loads with it: itself and all that it imports, but what it imports late only where that is named.
 * @param {Metafile} metafile
 * @param {string} entry
 * @param {string} loadedAtOnce a module whose late import counts
 * @returns {string[]} paths in the metafile, the entry first
 */
export function listLoadedWith(metafile, entry, loadedAtOnce) {
	const loaded = new Set([entry]);
	for (const path of loaded) {
		for (const each of metafile.outputs[path]?.imports ?? []) {
			const output = metafile.outputs[each.path];
			if (output && (each.kind === "import-statement" || output.entryPoint === loadedAtOnce)) {
				loaded.add(each.path);
			}
		}
	}
	return [...loaded];
}
