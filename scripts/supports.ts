import { readFile } from "node:fs/promises";
import { lookUpSupport } from "../src/core/fit/support/lookUpSupport.ts";
import { parseSupportCase } from "../src/core/fit/support/supportCase.ts";
import { readSupportTable } from "../src/core/fit/support/supportTable.ts";

const usage = `Usage: npm run supports -- CASES.json
  CASES.json  [{ "formats", "runtime", "backend"?, "vendor", "computeCapability"?, "gfx"?, "os"? }]
  Prints [{ "support", "rule", "conflict"? }] in the same order. What is no case is answered "unknown", and what is
  wrong with it said on the error output.`;

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

async function main(): Promise<void> {
	const [path, ...rest] = process.argv.slice(2);
	if (path === undefined || rest.length > 0) {
		throw new Error(usage);
	}
	const cases = await readCases(path);
	console.log(JSON.stringify(cases.map(answer), undefined, "\t"));
}

function answer(json: unknown, index: number): unknown {
	const asked = parseSupportCase(json);
	if ("problem" in asked) {
		console.error(`${index}: ${asked.problem}`);
		return { support: "unknown", rule: null };
	}
	const { support, rule, conflict } = lookUpSupport(asked, readSupportTable());
	return { support, rule: rule?.id ?? null, ...(conflict !== undefined && { conflict }) };
}

async function readCases(path: string): Promise<readonly unknown[]> {
	let json: unknown;
	try {
		json = JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
	if (!Array.isArray(json)) {
		throw new Error(`${path} does not hold an array of cases.`);
	}
	return json;
}
