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

	it("answers what is no case too, in its place, and says what is wrong with it", async () => {
		const fine = { formats: ["nvfp4"], runtime: "vLLM", vendor: "nvidia", computeCapability: "sm_90" };
		const { code, stdout, stderr } = await run(
			JSON.stringify([{ formats: ["fp8"], vendor: "nvidia" }, 7, fine]),
		);
		assert.equal(code, 0);
		assert.deepEqual(JSON.parse(stdout), [
			{ support: "unknown", rule: null },
			{ support: "unknown", rule: null },
			{ support: "emulated", rule: "R210" },
		]);
		assert.match(stderr, /^0: runtime: /m);
		assert.match(stderr, /^1: /m);
	});

	it("says what is wrong with a file, and fails", async () => {
		for (const text of ["not json", "{}"]) {
			const { code, stdout, stderr } = await run(text);
			assert.equal(code, 1);
			assert.equal(stdout, "");
			assert.match(stderr, /cases\.json/);
		}
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
