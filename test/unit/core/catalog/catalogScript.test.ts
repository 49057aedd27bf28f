import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { decodeSnapshot, type Snapshot } from "../../../../src/core/catalog/snapshot.ts";
import { type HubServer, startHub } from "../../../hub/hubServer.ts";

const run = promisify(execFile);
const rootDir = fileURLToPath(new URL("../../../..", import.meta.url));

describe("npm run catalog", function () {
	this.timeout(120_000);
	let hub: HubServer;
	let folder: string;

	before(async () => {
		hub = await startHub({ quota: 1_000_000 });
		folder = await mkdtemp(join(tmpdir(), "catalog-"));
	});

	after(async () => {
		await hub.close();
		await rm(folder, { recursive: true });
	});

	async function makeCatalog(...options: string[]): Promise<{ text: string; snapshot: Snapshot }> {
		const out = join(folder, "catalog.json");
		await run(
			process.execPath,
			["--import", "tsx", "scripts/catalog.ts", "--hub", hub.url, "--out", out, ...options],
			{ cwd: rootDir },
		);
		const text = await readFile(out, "utf8");
		const decoded = decodeSnapshot(JSON.parse(text));
		assert.ok(decoded.ok);
		assert.equal(decoded.skippedRows, 0);
		return { text, snapshot: decoded.snapshot };
	}

	it("writes what a Hub says of its models, with its ids, file sizes and derivatives", async () => {
		const { text, snapshot } = await makeCatalog("--limit", "20");
		assert.equal(snapshot.source, "hub");
		assert.equal(snapshot.models.length, 20);
		assert.equal(text.trimEnd().split("\n").length, 22);
		assert.ok(snapshot.models.every((model) => model.hubId !== undefined));
		assert.ok(
			snapshot.models.some((model) => model.artifacts?.some(({ sizeBytes }) => sizeBytes !== undefined)),
		);
		assert.ok([...snapshot.derivatives.values()].every(({ scope }) => scope === "hub"));
	});

	it("completes sizes that the Hub does not tell by counts that others read, and by those alone", async () => {
		const { snapshot } = await makeCatalog("--limit", "40");
		const [unsized, other] = snapshot.models.filter(({ parameters }) => parameters === undefined);
		const sized = snapshot.models.find(({ parameters }) => parameters?.total.basis === "read");
		assert.ok(unsized && other && sized);
		const sizes = join(folder, "sizes.json");
		const rows = [
			{ name: unsized.repoId, parameters_raw: 335_142_400 },
			{ name: other.repoId, parameters_raw: 7_000_000_000 },
			{ name: sized.repoId, parameters_raw: 12_345 },
			{ name: "no/size" },
		];
		await writeFile(sizes, JSON.stringify(rows));
		const completed = (await makeCatalog("--limit", "40", "--sizes", sizes)).snapshot.models;
		const find = (repoId: string) => completed.find((model) => model.repoId === repoId)?.parameters;
		assert.deepEqual(find(unsized.repoId)?.total, {
			value: 335_142_400,
			basis: "read",
			from: "safetensorsTotal",
		});
		assert.equal(find(other.repoId), undefined);
		assert.deepEqual(find(sized.repoId), sized.parameters);
	});

	it("takes from a Hub of recordings what was recorded, as of its date, the same each time", async () => {
		const readings = join(folder, "readings.jsonl");
		const days = Array.from({ length: 40 }, (_, day) => ({
			id: "Qwen/Qwen3-8B",
			t: new Date(Date.UTC(2026, 3, 1 + day)).toISOString(),
			dl30: day,
			likes: 1,
		}));
		await writeFile(readings, days.map((day) => JSON.stringify(day)).join("\n"));
		const options = ["--sample", "--as-of", "2026-05-20", "--limit", "40", "--readings", readings];
		const { text, snapshot } = await makeCatalog(...options);
		assert.equal(snapshot.source, "recorded");
		assert.equal(snapshot.factsAtMs, Date.UTC(2026, 4, 20));
		assert.ok((snapshot.scopeSize ?? 0) > 40);
		for (const model of snapshot.models) {
			assert.equal(model.hubId ?? model.revision ?? model.artifacts ?? model.gating, undefined);
			assert.equal(model.readAtMs, snapshot.factsAtMs);
		}
		const kept = snapshot.readings.get("Qwen/Qwen3-8B") ?? [];
		assert.equal(kept.length, 24);
		assert.deepEqual([kept[0]?.downloads30d, kept[23]?.downloads30d], [0, 39]);
		assert.equal((await makeCatalog(...options)).text, text);
	});
});
