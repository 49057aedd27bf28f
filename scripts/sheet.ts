import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import type { SourceFile } from "../src/core/pick/sheet/code/sourceFile.ts";
import { listPolicy } from "../src/core/pick/sheet/listPolicy.ts";
import { readSheet } from "../src/core/pick/sheet/readSheet.ts";
import type { Requirement } from "../src/core/pick/sheet/requirement.ts";
import { isSource, mostFiles, rankSource, skippedFolders } from "../src/core/pick/sheet/sources.ts";
import { parsePolicy } from "../src/core/policy/parsePolicy.ts";
import { policyFileName } from "../src/core/policy/policy.ts";

const largestBytes = 2_000_000;

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

/** Prints the requirement sheet of a file or a folder, of words, and of the policy that holds there, as JSON. */
async function main(args: readonly string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { line: { type: "string" }, text: { type: "string" } },
	});
	const [path] = positionals;
	if (positionals.length > 1 || (path === undefined && values.text === undefined)) {
		throw new Error('Usage: npm run sheet -- PATH [--line N] [--text "…"]');
	}
	const line = values.line === undefined ? undefined : Number(values.line);
	if (line !== undefined && !(Number.isInteger(line) && line > 0)) {
		throw new Error("--line takes the number of a line, from 1 on.");
	}
	const { requirements } = readSheet({
		text: values.text,
		files: path === undefined ? [] : await readFiles(path),
		lines: line === undefined ? undefined : { first: line, last: line },
		policy: path === undefined ? [] : await readPolicy(resolve(path)),
	});
	const rows = requirements.map(({ kind, value, strength, from }) => ({ kind, value, strength, from }));
	process.stdout.write(`${JSON.stringify({ requirements: rows }, undefined, 2)}\n`);
}

async function readFiles(path: string): Promise<readonly SourceFile[]> {
	if (!(await stat(path)).isDirectory()) {
		return readOne(path, path.split(sep).join("/"));
	}
	const paths = (await list(path)).map((file) => relative(path, file).split(sep).join("/"));
	paths.sort((a, b) => rankSource(a) - rankSource(b) || (a < b ? -1 : 1));
	const files = await Promise.all(paths.slice(0, mostFiles).map((file) => readOne(join(path, file), file)));
	return files.flat();
}

/** What the policy of a path's repository asks for: the nearest at it or above, up to where the repository begins. */
async function readPolicy(path: string): Promise<readonly Requirement[]> {
	const names: readonly string[] = await readdir(path).catch(() => []);
	if (names.includes(policyFileName)) {
		return listPolicy(parsePolicy(await readFile(join(path, policyFileName), "utf8")).policy);
	}
	return names.includes(".git") || dirname(path) === path ? [] : readPolicy(dirname(path));
}

async function list(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const found = await Promise.all(
		entries.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() && !skippedFolders.has(entry.name)
				? list(path)
				: entry.isFile() && isSource(entry.name)
					? [path]
					: [];
		}),
	);
	return found.flat();
}

async function readOne(path: string, name: string): Promise<readonly SourceFile[]> {
	if ((await stat(path)).size > largestBytes) {
		return [];
	}
	const text = await readFile(path, "utf8");
	return text.includes("\0") ? [] : [{ path: name, text }];
}
