import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rootDir = fileURLToPath(new URL("../../../..", import.meta.url));

describe("npm run estimate", () => {
	let directory = "";

	before(async () => {
		directory = await mkdtemp(join(tmpdir(), "estimate-"));
	});

	after(async () => {
		await rm(directory, { recursive: true });
	});

	async function run(rows: unknown, ...args: string[]) {
		const path = join(directory, "rows.json");
		await writeFile(path, typeof rows === "string" ? rows : JSON.stringify(rows));
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			["--import", "tsx", "scripts/estimate.ts", path, ...args],
			{ cwd: rootDir, encoding: "utf8" },
		);
		return { status, stdout, stderr };
	}

	it("prints one array in the order of the rows, null where it declines", async () => {
		const shape = { layers: 32, hiddenSize: 4096, heads: 32, kvHeads: 8, headDim: 128, parameters: 8.03e9 };
		const architectures = join(directory, "architectures.json");
		await writeFile(architectures, JSON.stringify({ "llama-3-8b": shape }));
		const speed = {
			id: "a",
			accelerator: "GeForce RTX 4090",
			backend: "cuda",
			runtime: "llama-bench",
			architecture: "llama-3-8b",
			quantization: "Q4_K_M",
			fileBytes: null,
			contextDepth: 0,
		};
		const memory = { kind: "kvBytes", architecture: shape, context: 4096, kvTypeK: "f16", kvTypeV: "f16" };
		const { status, stdout } = await run(
			[speed, memory, { ...speed, accelerator: "Quantum 9000" }, { fileBytes: -1 }, 7],
			"--architectures",
			architectures,
		);
		assert.equal(status, 0);
		const [first, second, third, ...bad] = JSON.parse(stdout);
		assert.ok(first.low < first.decodeTps && first.decodeTps < first.high);
		assert.equal(first.weightsBytes, Math.round((8.03e9 * 4.89) / 8));
		assert.equal(second.kvBytes, 128 * 1024 * 4096);
		assert.equal(second.decodeTps, null);
		assert.equal(third.decodeTps, null);
		assert.equal(bad.length, 2);
		for (const estimate of bad) {
			assert.deepEqual(Object.keys(estimate), [
				"decodeTps",
				"low",
				"high",
				"bytes",
				"weightsBytes",
				"kvBytes",
			]);
			assert.ok(Object.values(estimate).every((value) => value === null));
		}
	}).timeout(120_000);

	it("says what is wrong with its input, and fails", async () => {
		for (const rows of ["not json", {}]) {
			const { status, stdout, stderr } = await run(rows);
			assert.equal(status, 1);
			assert.equal(stdout, "");
			assert.match(stderr, /rows\.json/);
		}
	}).timeout(120_000);
});
