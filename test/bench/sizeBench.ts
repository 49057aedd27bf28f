import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { type Bench, makeFigure } from "./benchFigure.ts";

const rootDir = fileURLToPath(new URL("../..", import.meta.url));

/** What a build for production writes: bytes that are loaded with each of its entries. */
const sizesFile = "out/sizes.json";

const bundles = [
	{ name: "size.host", entry: "dist/extension.js", budgetKb: 150 },
	{ name: "size.panel", entry: "dist/webview/panel.js", budgetKb: 400 },
] as const;

/** Sizes of what is shipped, in kB of 1,000 bytes, as the last build and the last package left it. */
export const sizeBench: Bench = {
	name: "size",
	async *measure() {
		const missing: string[] = [];
		const sizes = await readSizes();
		for (const { name, entry, budgetKb } of bundles) {
			const sizeBytes = sizes[entry];
			if (sizeBytes === undefined) {
				missing.push(`${name}: ${sizesFile} does not tell the size of ${entry}; "npm run build" writes it.`);
			} else {
				yield makeFigure(name, sizeBytes / 1000, "kB", budgetKb, 1);
			}
		}
		const packageBytes = await findPackageSize();
		if (packageBytes === undefined) {
			missing.push(`size.vsix: there is no package; "npm run package" makes it.`);
		} else {
			yield makeFigure("size.vsix", packageBytes / 1000, "kB", 1024, 1);
		}
		if (missing.length > 0) {
			throw new Error(missing.join("\n"));
		}
	},
};

async function readSizes(): Promise<Readonly<Record<string, number>>> {
	try {
		const json: unknown = JSON.parse(await readFile(join(rootDir, sizesFile), "utf8"));
		return v.parse(v.record(v.string(), v.number()), json);
	} catch {
		return {};
	}
}

/** Bytes of the newest package, in the checkout's root or in a folder of what is built. */
async function findPackageSize(): Promise<number | undefined> {
	let newest: { readonly size: number; readonly mtimeMs: number } | undefined;
	for (const folder of ["", "dist", "out"].map((name) => join(rootDir, name))) {
		const names = await readdir(folder).catch(() => []);
		for (const name of names.filter((file) => file.endsWith(".vsix"))) {
			const found = await stat(join(folder, name));
			if (newest === undefined || found.mtimeMs > newest.mtimeMs) {
				newest = found;
			}
		}
	}
	return newest?.size;
}
