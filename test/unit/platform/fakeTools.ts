import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A folder of programs that is first on `PATH` until it is removed. */
export interface FakeTools {
	/** Where they are, and what they write may be. */
	readonly folder: string;
	/** Puts a shell script there under a tool's name. */
	add(name: string, script: string): Promise<void>;
	remove(): Promise<void>;
}

/** Makes the folder and puts it before the rest of `PATH`. */
export async function createFakeTools(): Promise<FakeTools> {
	const folder = await mkdtemp(join(tmpdir(), "open-models-tools-"));
	const path = process.env["PATH"] ?? "";
	process.env["PATH"] = `${folder}${delimiter}${path}`;
	return {
		folder,
		add: async (name, script) => {
			const file = join(folder, name);
			await writeFile(file, `#!/bin/sh\n${script}\n`);
			await chmod(file, 0o755);
		},
		remove: async () => {
			process.env["PATH"] = path;
			await rm(folder, { recursive: true, force: true });
		},
	};
}
