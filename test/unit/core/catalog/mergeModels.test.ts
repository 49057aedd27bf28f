import assert from "node:assert/strict";
import { mergeModels } from "../../../../src/core/catalog/mergeModels.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { makeModel, nowMs } from "./randomModels.ts";

const dayMs = 86_400_000;

const read: Model = makeModel("Qwen/Qwen3-8B", {
	hubId: "1",
	task: "text-generation",
	license: { id: "other", origin: "card", name: "qwen", link: "https://example.org/LICENSE" },
	languages: ["en"],
	parameters: { total: { value: 8.19e9, basis: "read", from: "safetensorsTotal" } },
	formats: ["safetensors"],
	artifacts: [{ format: "safetensors", files: ["model.safetensors"], sizeBytes: 16.4e9 }],
	architecture: { layers: 36 },
	contextLength: { value: 40_960, basis: "read", from: "config" },
	derivativeCounts: { finetune: 1000 },
	security: "clean",
	counters: { downloads30d: 10, downloadsAllTime: 100, likes: 5 },
	lastModifiedMs: nowMs - 30 * dayMs,
	readAtMs: nowMs - dayMs,
});

const row: Model = makeModel("Qwen/Qwen3-8B", {
	hubId: "1",
	task: "text-generation",
	license: { id: "other", origin: "tag" },
	languages: ["en"],
	counters: { downloads30d: 20, trendingScore: 3 },
	lastModifiedMs: nowMs - 30 * dayMs,
});

describe("mergeModels", () => {
	it("takes the newer counters and keeps what a list row does not ask for", () => {
		const merged = mergeModels(read, row);
		assert.deepEqual(merged, {
			...read,
			readAtMs: nowMs,
			license: { ...read.license, origin: "tag" },
			counters: { downloads30d: 20, downloadsAllTime: 100, likes: 5, trendingScore: 3 },
		});
	});

	it("comes to the same whichever reading comes first", () => {
		assert.deepEqual(mergeModels(row, read), mergeModels(read, row));
	});

	it("drops the files and the scan of a revision that is no longer there", () => {
		const merged = mergeModels(read, { ...row, lastModifiedMs: nowMs });
		assert.equal(merged.artifacts, undefined);
		assert.equal(merged.security, "unknown");
		assert.deepEqual(merged.architecture, { layers: 36 });
	});

	it("keeps the layers that were read when a list row names the architecture alone", () => {
		const named = { ...read, architecture: { name: "qwen3", layers: 36 } };
		assert.deepEqual(mergeModels(named, { ...row, architecture: { name: "qwen3" } }).architecture, {
			name: "qwen3",
			layers: 36,
		});
		const other = { name: "qwen3", layers: 48 };
		assert.deepEqual(mergeModels(named, { ...row, architecture: other }).architecture, other);
	});

	it("does not let a list of file names replace the sizes that were read", () => {
		const artifacts = [{ format: "safetensors", files: ["model.safetensors"] }] as const;
		assert.deepEqual(mergeModels(read, { ...row, artifacts }).artifacts, read.artifacts);
		assert.deepEqual(mergeModels(read, { ...row, artifacts, lastModifiedMs: nowMs }).artifacts, artifacts);
	});

	it("does not keep a license that is no longer stated", () => {
		const { license: _, ...silent } = row;
		assert.equal(mergeModels(read, silent).license, undefined);
	});

	it("does not give a changed license the old one's name", () => {
		const merged = mergeModels(read, { ...row, license: { id: "mit", origin: "tag" } });
		assert.deepEqual(merged.license, { id: "mit", origin: "tag" });
	});

	it("keeps an inherited license only while the base model is the same", () => {
		const { license: _, ...silent } = row;
		const license = { id: "mit", origin: "inherited", inheritedFrom: "a/base" } as const;
		const inheriting: Model = { ...read, license };
		assert.deepEqual(
			mergeModels(inheriting, { ...silent, baseModels: { repoIds: ["a/base"] } }).license,
			license,
		);
		assert.equal(
			mergeModels(inheriting, { ...silent, baseModels: { repoIds: ["a/other"] } }).license,
			undefined,
		);
	});

	it("does not let a size that is guessed from the name replace one that was read", () => {
		const guessed = { total: { value: 8e9, basis: "estimated", from: "repoName" } } as const;
		assert.deepEqual(mergeModels(read, { ...row, parameters: guessed }).parameters, read.parameters);
		const { parameters: _, ...unsized } = read;
		assert.deepEqual(mergeModels(unsized, { ...row, parameters: guessed }).parameters, guessed);
	});

	it("keeps a published size until the Hub counts, and takes the Hub's count whichever comes first", () => {
		const published = { total: { value: 8e9, basis: "estimated", from: "published" } } as const;
		const { parameters: counted, ...silentRow } = read;
		const embedded: Model = { ...silentRow, parameters: published };
		const [earlier, later] = [read.readAtMs - 1000, read.readAtMs + 1000];
		assert.deepEqual(mergeModels(embedded, { ...silentRow, readAtMs: later }).parameters, published);
		assert.deepEqual(mergeModels(embedded, { ...read, readAtMs: later }).parameters, counted);
		assert.deepEqual(mergeModels({ ...read, readAtMs: earlier }, embedded).parameters, counted);
	});
});
