// @ts-check
import { basename } from "node:path";
import { build } from "esbuild";
import { readFromMemory } from "./readFromMemory.mjs";

/** @typedef {import("esbuild").Plugin} Plugin */

/**
 * The extension host of a web worker loads one file, and in one file esbuild keeps all of each package that is imported
 * late. So the bundle is split as modules here too, which drops what nobody asks for, and what is left is bundled once
 * more. Set `write: false`, `format: "esm"`, `splitting: true` beside it.
 * @param {string} outfile
 * @returns {Plugin}
 */
export function splitInOneFile(outfile) {
	return {
		name: "split-in-one-file",
		setup(plugins) {
			plugins.onEnd(async ({ outputFiles, errors }) => {
				if (errors.length > 0 || !outputFiles) {
					return;
				}
				const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
				await build({
					entryPoints: [basename(outfile)],
					outfile,
					bundle: true,
					minify: true,
					format: "cjs",
					platform: "browser",
					target: "es2022",
					legalComments: "none",
					plugins: [readFromMemory(texts)],
				});
			});
		},
	};
}
