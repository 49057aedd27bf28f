import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as v from "valibot";
import { decodeSnapshot, type Snapshot } from "../../../../src/core/catalog/snapshot.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { type HubServer, startHub } from "../../../hub/hubServer.ts";

const run = promisify(execFile);
const rootDir = fileURLToPath(new URL("../../../..", import.meta.url));

const amount = v.exactOptional(v.number());

const publishedSchema = v.object({
	asOf: v.pipe(v.string(), v.isoDate()),
	models: v.array(
		v.object({
			id: v.string(),
			parameters: v.number(),
			active: amount,
			low: amount,
			high: amount,
			source: v.string(),
		}),
	),
});

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
		assert.match(text, /^"id":\[.*\],$/m, "a field a line");
		assert.ok(snapshot.models.every((model) => model.hubId !== undefined));
		assert.ok(
			snapshot.models.some((model) => model.artifacts?.some(({ sizeBytes }) => sizeBytes !== undefined)),
		);
		assert.ok([...snapshot.derivatives.values()].every(({ scope }) => scope === "hub"));
	});

	it("completes sizes that the Hub does not tell by what was published, and by counts that others read before that", async () => {
		const options = ["--limit", "60"];
		const plain = (await makeCatalog(...options)).snapshot.models;
		const read = plain.find(({ parameters }) => parameters?.total.basis === "read");
		assert.ok(read);
		const [counted, published, neither] = [
			"stabilityai/stable-diffusion-xl-base-1.0",
			"BAAI/bge-m3",
			"pyannote/speaker-diarization-3.1",
		];
		const sizes = join(folder, "sizes.json");
		const rows = [
			{ name: counted, parameters_raw: 3_468_401_234 },
			{ name: neither, parameters_raw: 7_000_000_000 },
			{ name: read.repoId, parameters_raw: 12_345 },
			{ name: "no/size" },
		];
		await writeFile(sizes, JSON.stringify(rows));
		const completed = (await makeCatalog(...options, "--sizes", sizes)).snapshot.models;
		const find = (models: readonly Model[], repoId: string) =>
			models.find((model) => model.repoId === repoId);
		assert.deepEqual(find(plain, counted)?.parameters?.total.from, "published");
		assert.deepEqual(find(completed, counted)?.parameters?.total, {
			value: 3_468_401_234,
			basis: "read",
			from: "safetensorsTotal",
		});
		const embedder = find(completed, published);
		assert.deepEqual(embedder?.parameters, {
			total: { value: 568_000_000, basis: "estimated", from: "published" },
		});
		assert.equal(embedder?.storedBits, 32);
		assert.ok(find(completed, neither));
		assert.equal(find(completed, neither)?.parameters, undefined);
		assert.deepEqual(find(completed, read.repoId)?.parameters, read.parameters);
	});

	it("says of each published size where it was published, once, and nothing that cannot be", async () => {
		const { asOf, models } = v.parse(
			publishedSchema,
			JSON.parse(await readFile(join(rootDir, "scripts/catalog/publishedSizes.json"), "utf8")),
		);
		assert.ok(Date.parse(asOf) <= Date.now());
		assert.equal(new Set(models.map(({ id }) => id)).size, models.length);
		for (const { id, parameters, active = 0, low = parameters, high = parameters, source } of models) {
			assert.ok(Number.isInteger(parameters) && parameters > 1e6, id);
			assert.ok(active < parameters && low <= parameters && parameters <= high, id);
			assert.match(source, /https:\/\/|arXiv:|the Hub's count|the name of|the catalog of/, id);
		}
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
