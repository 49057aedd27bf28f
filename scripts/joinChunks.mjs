// @ts-check
import { basename } from "node:path";
import { build } from "esbuild";
import { readFromMemory } from "./readFromMemory.mjs";

/** @typedef {import("esbuild").Metafile} Metafile */

/**
 * esbuild makes a file of whatever two late parts share, and so three dozen for what is always loaded together. Each
 * costs half a kB to become CommonJS, and a look-up and a read when VS Code waits. They are bundled once more, into the
 * first of them, which exports what the others did by a name for each.
 * @param {Map<string, string>} texts ES modules by path in the metafile; of what was joined the first is left, as CommonJS
 * @param {Metafile} metafile is brought up to date
 * @param {readonly [string, ...string[]]} paths the first one, and what it loads with it; all in one folder
 * @returns {Promise<ReadonlyMap<string, string>>} what a file that is gone is required as, by what it was required as
 */
export async function joinChunks(texts, metafile, [first, ...others]) {
	const names = new Map(others.map((path, index) => [path, `joined${index}`]));
	const joined = await build({
		stdin: {
			contents: [
				`export * from "./${basename(first)}";`,
				...[...names].map(([path, name]) => `export * as ${name} from "./${basename(path)}";`),
			].join("\n"),
		},
		bundle: true,
		minify: true,
		write: false,
		format: "cjs",
		platform: "node",
		target: "node18",
		legalComments: "none",
		plugins: [
			readFromMemory(
				new Map([first, ...others].map((path) => [basename(path), texts.get(path) ?? ""])),
				(kind) => kind !== "dynamic-import",
			),
		],
	});
	texts.set(first, joined.outputFiles[0]?.text ?? "");
	for (const path of others) {
		texts.delete(path);
	}
	describeJoined(metafile, first, new Set(others));
	return new Map([...names].map(([path, name]) => [toRequired(path), `${toRequired(first)}.${name}`]));
}

/**
 * How a file requires another one of its folder.
 * @param {string} path
 */
function toRequired(path) {
	return `require("./${basename(path)}")`;
}

/**
 * @param {Metafile} metafile
 * @param {string} first
 * @param {ReadonlySet<string>} others
 */
function describeJoined({ outputs }, first, others) {
	for (const [path, { imports, entryPoint }] of Object.entries(outputs)) {
		if (others.has(path) && entryPoint !== undefined) {
			throw new Error(
				`${entryPoint} is imported late, and is loaded at once all the same: import it as it is.`,
			);
		}
		outputs[first]?.imports.push(...(others.has(path) ? imports : []));
		for (const each of imports) {
			each.path = others.has(each.path) ? first : each.path;
		}
	}
	for (const path of others) {
		Object.assign(outputs[first]?.inputs ?? {}, outputs[path]?.inputs);
		delete outputs[path];
	}
	const whole = outputs[first];
	if (whole) {
		whole.imports = whole.imports.filter((each) => each.path !== first);
	}
}
