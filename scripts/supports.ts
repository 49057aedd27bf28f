import { readFile } from "node:fs/promises";
import { lookUpSupport } from "../src/core/fit/support/lookUpSupport.ts";
import { parseSupportCases } from "../src/core/fit/support/supportCase.ts";
import { readSupportTable } from "../src/core/fit/support/supportTable.ts";

const usage = `Usage: npm run supports -- CASES.json
  CASES.json  [{ "formats", "runtime", "backend"?, "vendor", "computeCapability"?, "gfx"?, "os"? }]
  Prints [{ "support", "rule", "conflict"? }] in the same order.`;

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

async function main(): Promise<void> {
	const [path, ...rest] = process.argv.slice(2);
	if (path === undefined || rest.length > 0) {
		throw new Error(usage);
	}
	const rules = readSupportTable();
	const answers = (await readCases(path)).map((asked) => {
		const { support, rule, conflict } = lookUpSupport(asked, rules);
		return { support, rule: rule?.id ?? null, ...(conflict !== undefined && { conflict }) };
	});
	console.log(JSON.stringify(answers, undefined, "\t"));
}

async function readCases(path: string): Promise<ReturnType<typeof parseSupportCases>> {
	try {
		return parseSupportCases(JSON.parse(await readFile(path, "utf8")));
	} catch (error) {
		throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
