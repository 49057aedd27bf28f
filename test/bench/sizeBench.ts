import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { type Bench, makeFigure } from "./benchFigure.ts";

const rootDir = fileURLToPath(new URL("../..", import.meta.url));

/** What a build for production writes: bytes that are loaded with each of its entries. */
const SizesSchema = v.object({ "dist/extension.js": v.number(), "dist/webview/panel.js": v.number() });
const ManifestSchema = v.object({ name: v.string(), version: v.string() });

/** Sizes of what is shipped, in kB of 1,000 bytes: it is built and packed for that. */
export const sizeBench: Bench = {
	name: "size",
	async *measure() {
		const { name, version } = v.parse(ManifestSchema, await readJson("package.json"));
		const packagePath = join(rootDir, `${name}-${version}.vsix`);
		await rm(packagePath, { force: true });
		await runPackage();
		const sizes = v.parse(SizesSchema, await readJson("out/sizes.json"));
		yield makeFigure("size.host", sizes["dist/extension.js"] / 1000, "kB", 150, 1);
		yield makeFigure("size.panel", sizes["dist/webview/panel.js"] / 1000, "kB", 400, 1);
		yield makeFigure("size.vsix", (await stat(packagePath)).size / 1000, "kB", 1024, 1);
	},
};

async function readJson(path: string): Promise<unknown> {
	return JSON.parse(await readFile(join(rootDir, path), "utf8"));
}

/** It ends with an error for what is over its budget, too, which is a figure here. */
async function runPackage(): Promise<void> {
	// Standard output is for figures.
	const stdio = ["ignore", process.stderr, process.stderr] as const;
	await once(spawn(process.execPath, ["scripts/package.mjs"], { cwd: rootDir, stdio: [...stdio] }), "exit");
}
