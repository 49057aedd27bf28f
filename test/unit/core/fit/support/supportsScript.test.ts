import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

describe("npm run supports", () => {
	let folder = "";

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), "supports-"));
	});

	after(async () => {
		await rm(folder, { recursive: true });
	});

	it("prints one answer a case, in order", async () => {
		const { code, stdout } = await run(
			JSON.stringify([
				{ formats: ["fp8"], runtime: "vLLM", vendor: "nvidia", computeCapability: "8.6", os: "Linux" },
				{ formats: ["gguf-k"], runtime: "no such", vendor: "cpu" },
				{ formats: ["nvfp4"], runtime: "vLLM", vendor: "nvidia", computeCapability: 9 },
			]),
		);
		assert.equal(code, 0);
		assert.deepEqual(JSON.parse(stdout), [
			{ support: "emulated", rule: "R198", conflict: "C20" },
			{ support: "unknown", rule: null },
			{ support: "emulated", rule: "R210" },
		]);
	});

	it("says what is wrong with a case, and fails", async () => {
		const { code, stdout, stderr } = await run(JSON.stringify([{ formats: ["fp8"], vendor: "nvidia" }]));
		assert.equal(code, 1);
		assert.equal(stdout, "");
		assert.match(stderr, /cases\.json: 0\.runtime: /);
	});

	async function run(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
		const path = join(folder, "cases.json");
		await writeFile(path, text);
		return new Promise((resolve) => {
			execFile(process.execPath, ["--import=tsx", "scripts/supports.ts", path], (error, stdout, stderr) => {
				resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
			});
		});
	}
});
