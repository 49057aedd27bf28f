import assert from "node:assert/strict";
import fc from "fast-check";
import { countKvBytes, type KvSetup, readKvLayers } from "../../../../src/core/fit/kvLayers.ts";
import type { Architecture } from "../../../../src/core/model/model.ts";

const kib = 1024;
const mib = 1024 ** 2;
const q8Bytes = 34 / 32;

function count(architecture: Architecture, setup: KvSetup): number {
	return countKvBytes(readKvLayers(architecture) ?? [], setup);
}

const gemma4: Architecture = {
	layers: 48,
	kvGroups: [
		{ layers: 8, kvHeads: 1, headDim: 512 },
		{ layers: 40, kvHeads: 8, headDim: 256, slidingWindow: 1024 },
	],
};

describe("the layers of a KV cache", () => {
	it("bytes a token at full length, as their makers' configurations give them", () => {
		const cases: readonly [name: string, architecture: Architecture, bytes: number][] = [
			["Llama 3 8B", { layers: 32, heads: 32, kvHeads: 8, headDim: 128 }, 128 * kib],
			["Qwen3 30B A3B", { layers: 48, heads: 32, kvHeads: 4, headDim: 128 }, 96 * kib],
			["DeepSeek V3", { layers: 61, heads: 128, kvHeads: 128, mlaCacheSize: 576 }, 61 * 576 * 2],
			["Qwen3.5 27B", { layers: 64, kvHeads: 4, headDim: 256, fullAttentionInterval: 4 }, 64 * kib],
			["Qwen3.5 9B", { layers: 32, kvHeads: 4, headDim: 256, fullAttentionInterval: 4 }, 32 * kib],
			["Qwen3.5 35B A3B", { layers: 40, kvHeads: 2, headDim: 256, fullAttentionInterval: 4 }, 20 * kib],
			["LFM2 1.2B", { layers: 16, kvHeads: 8, headDim: 64, attentionLayers: 6 }, 12 * kib],
			["Kimi Linear", { layers: 27, attentionLayers: 7, mlaCacheSize: 576 }, 7 * 576 * 2],
			["legacy DeepSeek V2 Lite", { layers: 27, heads: 16, kvHeads: 16, headDim: 192 }, 27 * 16 * 320 * 2],
		];
		for (const [name, architecture, bytes] of cases) {
			assert.equal(count(architecture, { contextTokens: 8192 }), bytes * 8192, name);
		}
	});

	it("gpt-oss 120B: 36 KiB a token, and 18 windows of 128 beside a micro-batch", () => {
		const oss: Architecture = {
			name: "gpt_oss",
			layers: 36,
			heads: 64,
			kvHeads: 8,
			headDim: 64,
			slidingWindow: 128,
		};
		assert.equal(count(oss, { contextTokens: 32_768 }), 36 * kib * 32_768 + 18 * 8 * 64 * 4 * 768);
		assert.equal(
			count(oss, { contextTokens: 32_768, keepsFullWindows: true }),
			72 * kib * 32_768,
			"vLLM reserves whole pages for sliding layers",
		);
	});

	it("Gemma 4 12B in q8_0: its windows take 255 MiB for one sequence, 765 for four that share the cache", () => {
		const windows = (sequences: number): number => {
			const setup = { contextTokens: 8192, keyBytes: q8Bytes, valueBytes: q8Bytes, sequences };
			return count(gemma4, setup) - 8 * 512 * 2 * q8Bytes * 8192;
		};
		assert.equal(windows(1), 255 * mib);
		assert.equal(windows(4), 765 * mib);
	});

	it("Gemma 4 26B A4B, 31B and E4B: heads and sizes differ by layer, and some layers keep none", () => {
		const cases: readonly [
			name: string,
			full: [number, number, number],
			sliding: [number, number, number],
		][] = [
			["26B A4B", [5, 2, 512], [25, 8, 256]],
			["31B", [10, 4, 512], [50, 16, 256]],
			["E4B", [4, 2, 512], [20, 2, 256]],
		];
		for (const [name, full, sliding] of cases) {
			const group = ([layers, kvHeads, headDim]: typeof full) => ({ layers, kvHeads, headDim });
			const architecture = { kvGroups: [group(full), { ...group(sliding), slidingWindow: 1024 }] };
			const bytes = ([layers, heads, size]: typeof full, cells: number) => layers * heads * size * 4 * cells;
			assert.equal(
				count(architecture, { contextTokens: 32_768 }),
				bytes(full, 32_768) + bytes(sliding, 1536),
				name,
			);
		}
	});

	it("sequences with caches of their own share the context, and keep a window each", () => {
		const small: Architecture = {
			layers: 6,
			kvHeads: 1,
			headDim: 256,
			slidingWindow: 512,
			fullAttentionInterval: 6,
		};
		const perCell = 256 * 2 * 2;
		const setup = { contextTokens: 8192, sequences: 4 };
		assert.equal(count(small, { ...setup, isUnified: false }), perCell * (8192 + 5 * 4 * 1024));
		assert.equal(count(small, setup), perCell * (8192 + 5 * 2560));
	});

	it("layers that read the cache of others keep none: Gemma 3n", () => {
		const shape = { layers: 35, kvHeads: 2, headDim: 256, slidingWindow: 512, fullAttentionInterval: 5 };
		const bytes = 2 * 256 * 2 * 2 * (4 * 32_768 + 16 * 1024);
		assert.equal(count({ ...shape, name: "gemma3n" }, { contextTokens: 32_768 }), bytes);
		assert.equal(count({ ...shape, sharedKvLayers: 15 }, { contextTokens: 32_768 }), bytes);
	});

	it("more context, wider elements, more sequences never take less", () => {
		const architectures = fc.constantFrom<Architecture[]>(
			gemma4,
			{ layers: 32, heads: 32, kvHeads: 8, headDim: 128 },
			{ layers: 61, mlaCacheSize: 576 },
			{ layers: 34, kvHeads: 4, headDim: 256, slidingWindow: 1024, fullAttentionInterval: 6 },
		);
		const tokens = fc.integer({ min: 1, max: 300_000 });
		const widths = fc.constantFrom(0.5625, 1.0625, 2, 4);
		const slots = fc.integer({ min: 1, max: 8 });
		const setups = fc.record({
			contextTokens: tokens,
			keyBytes: widths,
			valueBytes: widths,
			sequences: slots,
			isUnified: fc.boolean(),
		});
		fc.assert(
			fc.property(architectures, setups, setups, (architecture, a, b) => {
				const least = {
					contextTokens: Math.min(a.contextTokens, b.contextTokens),
					keyBytes: Math.min(a.keyBytes, b.keyBytes),
					valueBytes: Math.min(a.valueBytes, b.valueBytes),
					sequences: a.sequences,
					isUnified: a.isUnified,
				};
				assert.ok(
					count(architecture, least) <=
						count(architecture, { ...a, contextTokens: Math.max(a.contextTokens, b.contextTokens) }),
				);
				assert.ok(
					count(architecture, { ...least, isUnified: true }) <=
						count(architecture, { ...least, isUnified: true, sequences: least.sequences + 1 }),
				);
			}),
		);
	});
});
