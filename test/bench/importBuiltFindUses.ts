import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const rootDir = fileURLToPath(new URL("../..", import.meta.url));

/** The audit's finder as it is shipped: in one file, where an import is no look-up. */
export async function importBuiltFindUses(): Promise<typeof import("../../src/core/audit/findUses.ts")> {
	const outfile = `${rootDir}out/bench/findUses.mjs`;
	await build({
		absWorkingDir: rootDir,
		entryPoints: ["src/core/audit/findUses.ts"],
		outfile,
		bundle: true,
		minify: true,
		platform: "node",
		format: "esm",
		target: "node18",
		logLevel: "warning",
	});
	return import(pathToFileURL(outfile).href);
}
