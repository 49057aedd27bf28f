// @ts-check
import { basename } from "node:path";

/** @typedef {import("esbuild").ImportKind} ImportKind */
/** @typedef {import("esbuild").Plugin} Plugin */

/**
 * Finds what is imported among texts that were never written; what is not there is left to be required when it runs.
 * @param {ReadonlyMap<string, string>} texts by file name
 * @param {(kind: ImportKind) => boolean} [isBundled] which imports of them become a part of the bundle: all, if not told
 * @returns {Plugin}
 */
export function readFromMemory(texts, isBundled = () => true) {
	return {
		name: "read-from-memory",
		setup(plugins) {
			plugins.onResolve({ filter: /.*/ }, ({ path, kind }) =>
				texts.has(basename(path)) && isBundled(kind)
					? { path: basename(path), namespace: "memory" }
					: { path, external: true },
			);
			plugins.onLoad({ filter: /.*/, namespace: "memory" }, ({ path }) => ({
				contents: texts.get(path) ?? "",
			}));
		},
	};
}
