import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { estimateConfiguration, noEstimate } from "../src/core/fit/configuration/estimateConfiguration.ts";
import { parseArchitectures, parseConfiguration } from "../src/core/fit/configuration/parseConfigurations.ts";

const usage = `Estimates memory and decode speed of configurations.

  npm run estimate -- ROWS.json [--architectures FILE]

ROWS.json holds an array of rows: accelerator, backend, runtime, architecture (an object, or a name in FILE),
quantization, fileBytes, and for speed contextDepth, for memory context, kvTypeK, kvTypeV, sequences, …
Prints one JSON array, in the same order: { decodeTps, low, high, bytes, weightsBytes, kvBytes }, in tokens a
second and bytes; null where nothing can be said.`;

void main();

async function main(): Promise<void> {
	try {
		console.log(JSON.stringify(await estimateFile(process.argv.slice(2)), undefined, "\t"));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}

async function estimateFile(args: readonly string[]): Promise<unknown> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { architectures: { type: "string" } },
	});
	const [path] = positionals;
	if (path === undefined || positionals.length > 1) {
		throw new Error(usage);
	}
	const rows = await readJson(path);
	if (!Array.isArray(rows)) {
		throw new Error(`${path} does not hold an array of rows.`);
	}
	const known = await readArchitectures(values.architectures);
	return rows.map((row) => {
		const configuration = parseConfiguration(row, known);
		return configuration ? estimateConfiguration(configuration) : noEstimate;
	});
}

async function readArchitectures(path: string | undefined): Promise<ReturnType<typeof parseArchitectures>> {
	if (path === undefined) {
		return new Map();
	}
	const json = await readJson(path);
	if (typeof json !== "object" || json === null || Array.isArray(json)) {
		throw new Error(`${path} does not hold an object of architectures by name.`);
	}
	return parseArchitectures(json);
}

async function readJson(path: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${path} cannot be read: ${reason}`);
	}
}
