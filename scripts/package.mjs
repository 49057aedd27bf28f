// @ts-check
import "./requireNode.mjs";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { buildExtension, checkoutDir, installDependencies } from "./prepareCheckout.mjs";

const budgetBytes = 1_024_000;

/** Builds the extension, packs it, and holds the package to its budget. */
async function packExtension() {
	await installDependencies();
	// What an earlier build left there would be shipped.
	await rm(join(checkoutDir, "dist"), { recursive: true, force: true });
	await buildExtension();
	const { createVSIX } = await import("@vscode/vsce");
	const { name, version } = JSON.parse(await readFile(join(checkoutDir, "package.json"), "utf8"));
	const packagePath = join(checkoutDir, `${name}-${version}.vsix`);
	// Everything it needs is in its bundles.
	await createVSIX({ cwd: checkoutDir, packagePath, dependencies: false });
	const { packTighter } = await import("./packTighter.mjs");
	await packTighter(packagePath);
	const { size } = await stat(packagePath);
	const sizeText = `${(size / 1000).toFixed(1)} kB`;
	console.log(`${packagePath}: ${sizeText}`);
	if (size > budgetBytes) {
		throw new Error(`The package is ${sizeText}; its budget is ${budgetBytes / 1000} kB.`);
	}
}

packExtension().catch((error) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
