// @ts-check
import { basename } from "node:path";
import { build } from "esbuild";
import { readFromMemory } from "./readFromMemory.mjs";

/** @typedef {import("esbuild").Metafile} Metafile */

/**
 * esbuild makes a file of whatever two late parts share, and so two dozen for what is always loaded together. Each
 * costs half a kB to become CommonJS, and a look-up and a read when VS Code waits. They are bundled once more, into the
 * first of them; where another was, a line stays that says where its exports are now.
 * @param {Map<string, string>} texts ES modules by path in the metafile; what was joined is replaced by CommonJS
 * @param {Metafile} metafile is brought up to date
 * @param {readonly string[]} paths the first one, and what it loads with it; all in one folder
 * @returns {Promise<Set<string>>} the paths whose text is CommonJS now
 */
export async function joinChunks(texts, metafile, [first, ...others]) {
	if (first === undefined) {
		return new Set();
	}
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
	for (const [path, name] of names) {
		const exported = metafile.outputs[path]?.exports.join(",") ?? "";
		// Never run: Node reads there which names an `import()` of the file finds.
		const seen = `0&&(module.exports={${exported}});`;
		texts.set(path, `module.exports=require("./${basename(first)}").${name};${seen}\n`);
	}
	describeJoined(metafile, first, others);
	return new Set([first, ...others]);
}

/**
 * @param {Metafile} metafile
 * @param {string} first
 * @param {readonly string[]} others
 */
function describeJoined({ outputs }, first, others) {
	const whole = outputs[first];
	if (!whole) {
		return;
	}
	for (const path of others) {
		const output = outputs[path];
		if (output) {
			Object.assign(whole.inputs, output.inputs);
			whole.imports.push(...output.imports);
			output.inputs = {};
			output.imports = [{ path: first, kind: "import-statement" }];
		}
	}
	whole.imports = whole.imports.filter(
		(each) => each.kind === "dynamic-import" || !others.includes(each.path),
	);
}
