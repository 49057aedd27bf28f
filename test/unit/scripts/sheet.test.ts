import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const script = fileURLToPath(new URL("../../../scripts/sheet.ts", import.meta.url));

describe("npm run sheet", () => {
	let folder = "";

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), "sheet-"));
		await mkdir(join(folder, "src"));
		await writeFile(join(folder, ".openmodels.json"), '{ "licenses": { "allow": ["apache-2.0"] } }');
		await writeFile(
			join(folder, "src", "a.py"),
			"from transformers import pipeline\np = pipeline('summarization')\n",
		);
	});

	after(() => rm(folder, { recursive: true, force: true }));

	it("prints what a folder and its repository's policy ask for", async function () {
		this.timeout(60_000);
		for (const [path, file] of [
			[folder, "src/a.py"],
			[join(folder, "src", "a.py"), join(folder, "src", "a.py")],
		] as const) {
			const { stdout } = await run(process.execPath, ["--import=tsx", script, path]);
			assert.deepEqual(JSON.parse(stdout), {
				requirements: [
					{ kind: "task", value: "summarization", strength: "must", from: { file, line: 2 } },
					{ kind: "license", value: ["apache-2.0"], strength: "must", from: "policy" },
					{ kind: "library", value: ["transformers"], strength: "prefer", from: { file, line: 1 } },
				],
			});
		}
	});
});
