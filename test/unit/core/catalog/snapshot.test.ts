import assert from "node:assert/strict";
import fc from "fast-check";
import type { Derivatives, Reading } from "../../../../src/core/adoption/derivatives.ts";
import { decodeSnapshot, encodeSnapshot, type Snapshot } from "../../../../src/core/catalog/snapshot.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { anyDerivatives, anyReadings } from "./randomAdoption.ts";
import { makeModel, models, nowMs } from "./randomModels.ts";

const everythingKnown: Model = {
	repoId: "Qwen/Qwen3-30B-A3B",
	hubId: "680daa4c52eb8b94ae1d8a40",
	author: "Qwen",
	task: "text-generation",
	library: "transformers",
	languages: ["en", "zh"],
	license: {
		id: "other",
		name: "qwen",
		link: "https://example.org/LICENSE",
		origin: "inherited",
		inheritedFrom: "Qwen/Qwen3-30B-A3B-Base",
	},
	parameters: {
		total: { value: 30_532_122_624, basis: "read", from: "safetensorsTotal" },
		active: { value: 3.3e9, low: 3e9, basis: "estimated", from: "repoName" },
	},
	isMixtureOfExperts: true,
	hasChatTemplate: false,
	formats: ["safetensors", "gguf"],
	quantization: { method: "awq", bits: 4 },
	storedBits: 4,
	contextLength: { value: 40_960, low: 32_768, high: 131_072, basis: "read", from: "config" },
	architecture: {
		name: "qwen3_moe",
		layers: 48,
		kvHeads: 4,
		headDim: 128,
		experts: 128,
		kvGroups: [{ layers: 48, kvHeads: 4, headDim: 128 }],
	},
	gating: "manual",
	isPrivate: false,
	isDisabled: false,
	hasCustomCode: true,
	security: "issues",
	counters: { downloads30d: 0, likes: 12, trendingScore: 3 },
	createdAtMs: Date.UTC(2025, 3, 27, 3, 43, 5, 123),
	lastModifiedMs: Date.UTC(2025, 6, 26),
	baseModels: { relation: "finetune", repoIds: ["Qwen/Qwen3-30B-A3B-Base"] },
	derivativeCounts: { finetune: 3, adapter: 0 },
	offers: [
		{
			repoId: "bartowski/some-GGUF",
			standing: "trusted",
			formats: ["gguf"],
			artifacts: [
				{
					format: "gguf",
					files: ["some-Q4_K_M.gguf"],
					sizeBytes: 5e9,
					projector: { path: "mmproj-F16.gguf", sizeBytes: 1e9 },
					quantization: "Q4_K_M",
				},
			],
			createdAtMs: Date.UTC(2026, 1, 2),
			lastModifiedMs: Date.UTC(2026, 2, 2),
			isOutdated: true,
		},
		{
			repoId: "RedHatAI/some-FP8",
			standing: "trusted",
			formats: ["safetensors"],
			quantization: { method: "compressed-tensors", bits: 8 },
			storedBits: 8,
			artifacts: [],
		},
	],
	artifacts: [
		{ format: "gguf", files: ["Q4_K_M.gguf"], sizeBytes: 18_556_686_912, quantization: "Q4_K_M" },
		{
			format: "safetensors",
			files: ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"],
		},
	],
	revision: "ad44e777bcd18fa416d9da3bd8f70d33ebb85d39",
	readAtMs: nowMs - 5000,
};

const derivatives: Derivatives = {
	scope: "hub",
	readAtMs: nowMs,
	byRelation: {
		finetune: {
			count: 5000,
			dated: 4,
			months: [
				{ month: "2024-11", count: 1 },
				{ month: "2025-02", count: 3 },
			],
			largest: [
				{ repoId: "someone/tuned", relation: "finetune", downloads30d: 10 },
				{ repoId: "someone/else", relation: "finetune", downloads30d: 0 },
				{ repoId: "someone/silent", relation: "finetune" },
			],
		},
		quantized: { count: 0, dated: 0, months: [], largest: [] },
		adapter: { count: 7, dated: 0, months: [], largest: [] },
	},
};

const readings: readonly Reading[] = [
	{ readAtMs: Date.UTC(2026, 1, 1), downloads30d: 5, likes: 1 },
	{ readAtMs: Date.UTC(2026, 1, 8, 12, 30, 5), downloadsAllTime: 90 },
	{ readAtMs: Date.UTC(2026, 1, 9), downloads30d: 6, downloadsAllTime: 95, likes: 0, trendingScore: 9.6 },
];

function makeSnapshot(known: readonly Model[], more: Partial<Snapshot> = {}): Snapshot {
	return {
		factsAtMs: nowMs,
		source: "hub",
		models: known,
		derivatives: new Map(),
		readings: new Map(),
		...more,
	};
}

function passThroughDisk(snapshot: Snapshot): ReturnType<typeof decodeSnapshot> {
	return decodeSnapshot(JSON.parse(JSON.stringify(encodeSnapshot(snapshot))));
}

/** A snapshot of a good model and of one that has some fields changed as they are written. */
function encodeRow(change: Readonly<Record<string, unknown>>): unknown {
	const { columns, ...header } = encodeSnapshot(makeSnapshot([makeModel("a/good"), everythingKnown]));
	const changed = Object.entries(change).map(([field, cell]) => [field, [columns[field]?.[0] ?? null, cell]]);
	return JSON.parse(
		JSON.stringify({ ...header, columns: Object.fromEntries([...Object.entries(columns), ...changed]) }),
	);
}

describe("snapshot", function () {
	this.timeout(120_000);

	it("comes back from the disk as it was", () => {
		const snapshot = makeSnapshot([everythingKnown, makeModel("gpt2")], {
			source: "recorded",
			scopeSize: 4167,
			derivatives: new Map([[everythingKnown.repoId, derivatives]]),
			readings: new Map([[everythingKnown.repoId, readings]]),
		});
		assert.deepEqual(passThroughDisk(snapshot), { ok: true, snapshot, skippedRows: 0 });
	});

	it("keeps unknown apart from zero, no and nobody", () => {
		const known = makeModel("acme/m", { counters: { likes: 0 }, isPrivate: false, languages: ["en"] });
		assert.deepEqual(passThroughDisk(makeSnapshot([known])), {
			ok: true,
			snapshot: makeSnapshot([known]),
			skippedRows: 0,
		});
	});

	it("keeps any models as they are", () => {
		fc.assert(
			fc.property(models, (known) => {
				assert.deepEqual(passThroughDisk(makeSnapshot(known)), {
					ok: true,
					snapshot: makeSnapshot(known),
					skippedRows: 0,
				});
			}),
		);
	});

	it("keeps any derivatives and readings as they are, by whatever models have them", () => {
		const facts = fc
			.array(fc.record({ derivatives: anyDerivatives, readings: anyReadings }, { requiredKeys: [] }), {
				maxLength: 6,
			})
			.map((found) => structuredClone(found));
		fc.assert(
			fc.property(facts, (found) => {
				const byModel = found.map((fact, i) => ({ repoId: `a/${i}`, ...fact }));
				const snapshot = makeSnapshot(
					byModel.map(({ repoId }) => makeModel(repoId)),
					{
						derivatives: new Map(
							byModel.flatMap((fact) => (fact.derivatives ? [[fact.repoId, fact.derivatives]] : [])),
						),
						readings: new Map(
							byModel.flatMap((fact) => (fact.readings ? [[fact.repoId, fact.readings]] : [])),
						),
					},
				);
				assert.deepEqual(passThroughDisk(snapshot), { ok: true, snapshot, skippedRows: 0 });
			}),
		);
	});

	it("keeps a relation that was not read apart from one without children", () => {
		const none = { count: 0, dated: 0, months: [], largest: [] };
		const snapshot = makeSnapshot([makeModel("a/unread"), makeModel("a/none"), makeModel("a/merges")], {
			derivatives: new Map<string, Derivatives>([
				["a/none", { scope: "hub", readAtMs: nowMs, byRelation: { finetune: none, merge: none } }],
				["a/merges", { scope: "sample", readAtMs: nowMs - 1, byRelation: { merge: none } }],
			]),
		});
		assert.deepEqual(passThroughDisk(snapshot), { ok: true, snapshot, skippedRows: 0 });
	});

	it("says clearly that a later version wrote it", () => {
		const later = { ...encodeSnapshot(makeSnapshot([everythingKnown])), version: 3 };
		assert.deepEqual(decodeSnapshot(later), { ok: false, reason: "futureVersion" });
	});

	it("takes no other JSON for a snapshot, and never throws", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => {
				assert.deepEqual(decodeSnapshot(json), { ok: false, reason: "notASnapshot" });
			}),
		);
		const encoded = encodeSnapshot(makeSnapshot([]));
		for (const change of [
			{ version: 0 },
			{ version: 1 },
			{ factsAt: "yesterday" },
			{ columns: 7 },
			{ columns: { id: "a/b" } },
			{ columns: { id: ["a/b", "a/c"], likes: [[1]] } },
			{ columns: { id: ["a/b"], likes: { 0: [1] } } },
			{ source: "me" },
		]) {
			assert.equal(decodeSnapshot({ ...encoded, ...change }).ok, false);
		}
	});

	it("counts and leaves out bad rows, and keeps the good ones", () => {
		const bad: readonly Readonly<Record<string, unknown>>[] = [
			{ id: "<img src=x>" },
			{ id: "../../etc" },
			{ id: 7 },
			{ created: "2026" },
			{ created: 1e300 },
			{ counters: [-1] },
			{ counters: [1, 2, 3, 4, 5] },
			{ parameters: [8e9] },
			{ parameters: [8e9, "guessed", "safetensorsTotal"] },
			{ formats: "exe" },
			{ license: { id: "other", origin: "tag", link: "javascript:alert(1)" } },
			{ gating: "maybe" },
			{ security: "fine" },
			{ scope: "hub", finetune: { count: 1, from: "2026-13", months: [1] } },
			{ scope: "hub", merge: { count: 1, months: Array(2000).fill(1) } },
			{ scope: "hub", adapter: -1 },
			{ scope: "all" },
			{ readAt: [1, 2], likes: [1] },
			{ readAt: [1, 2], trendingScore: [1] },
			{ readAt: [1, 2, 3], likes: [5, -2, -4] },
			{ likes: [1] },
			{ artifacts: [{ format: "gguf", files: [] }] },
		];
		for (const change of bad) {
			const decoded = decodeSnapshot(encodeRow(change));
			assert.ok(decoded.ok, JSON.stringify(change));
			assert.equal(decoded.skippedRows, 1, JSON.stringify(change));
			assert.deepEqual(
				decoded.snapshot.models.map((model) => model.repoId),
				["a/good"],
			);
		}
	});

	it("survives any value in any field", () => {
		const fields = Object.keys(encodeSnapshot(makeSnapshot([everythingKnown])).columns);
		fc.assert(
			fc.property(
				fc.constantFrom(...fields, "scope", "finetune", "readAt", "likes", "__proto__"),
				fc.jsonValue(),
				(field, value) => {
					const decoded = decodeSnapshot(encodeRow({ [field]: value }));
					assert.ok(decoded.ok);
					assert.equal(decoded.snapshot.models.length + decoded.skippedRows, 2);
				},
			),
			{ numRuns: 500 },
		);
	});
});
