import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Bench, makeFigure } from "./benchFigure.ts";

const sizes = [
	{ name: "size.host", path: "dist/extension.js", budgetKb: 150, madeBy: "npm run build" },
	{ name: "size.panel", path: "dist/webview/panel.js", budgetKb: 400, madeBy: "npm run build" },
	{ name: "size.vsix", path: "dist/open-models.vsix", budgetKb: 1024, madeBy: "npm run package" },
] as const;

/** Sizes of what is shipped, in kB of 1,000 bytes. They are those of the last build. */
export const sizeBench: Bench = {
	name: "size",
	async *measure() {
		const missing: string[] = [];
		for (const { name, path, budgetKb, madeBy } of sizes) {
			const sizeBytes = await readSize(path);
			if (sizeBytes === undefined) {
				missing.push(`${name} has nothing to measure: "${madeBy}" makes ${path}.`);
			} else {
				yield makeFigure(name, sizeBytes / 1000, "kB", budgetKb, 1);
			}
		}
		if (missing.length > 0) {
			throw new Error(missing.join(" "));
		}
	},
};

async function readSize(path: string): Promise<number | undefined> {
	try {
		return (await stat(fileURLToPath(new URL(`../../${path}`, import.meta.url)))).size;
	} catch {
		return undefined;
	}
}
