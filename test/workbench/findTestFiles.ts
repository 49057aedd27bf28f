import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * All `*.test.ts` under a folder, as absolute paths, in a stable order.
 * @param skippedFolder a folder directly under it that is another suite's
 * @throws when there is none: a suite that tests nothing has not passed
 */
export async function findTestFiles(dir: string, skippedFolder?: string): Promise<string[]> {
	const entries = await readdir(dir, { recursive: true });
	const found = entries
		.filter((entry) => entry.endsWith(".test.ts"))
		.filter((entry) => skippedFolder === undefined || !/^[^/\\]+/.exec(entry)?.includes(skippedFolder))
		.sort()
		.map((entry) => join(dir, entry));
	if (found.length === 0) {
		throw new Error(`No test files (*.test.ts) in ${dir}.`);
	}
	return found;
}
