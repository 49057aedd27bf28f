// @ts-check
import "./requireNode.mjs";

const { readStartOptions, startHelp } = await import("./startOptions.mjs");
const { buildExtension, handOver, installDependencies } = await import("./prepareCheckout.mjs");
const { endTreesOnSignal } = await import("../test/workbench/processTree.mjs");

const args = process.argv.slice(2);
try {
	if (readStartOptions(args).help) {
		console.log(startHelp);
	} else {
		const stopListening = endTreesOnSignal();
		await installDependencies();
		await buildExtension();
		stopListening();
		await handOver("openVsCode.ts", args);
	}
} catch (error) {
	console.error(
		`${error instanceof Error ? error.message : error}\n\nnpm start -- --help lists the options.`,
	);
	process.exitCode = 1;
}
