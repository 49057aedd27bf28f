// @ts-check
import "./requireNode.mjs";

const { handOver, installDependencies } = await import("./prepareCheckout.mjs");
const { endTreesOnSignal } = await import("../test/workbench/processTree.mjs");

const suites = ["unit", "host", "ui", "desktop"];
const [suite, ...rest] = process.argv.slice(2);

if (rest.length > 0 || (suite !== undefined && !suites.includes(suite))) {
	console.error(`npm test takes no argument or one of: ${suites.join(", ")}.`);
	process.exitCode = 1;
} else {
	const stopListening = endTreesOnSignal();
	try {
		await installDependencies();
		stopListening();
		await handOver("runTests.ts", suite === undefined ? [] : [suite]);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
