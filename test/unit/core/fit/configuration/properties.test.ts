import assert from "node:assert/strict";
import fc from "fast-check";
import type { Configuration } from "../../../../../src/core/fit/configuration/configuration.ts";
import { estimateConfiguration } from "../../../../../src/core/fit/configuration/estimateConfiguration.ts";
import { estimateMemory } from "../../../../../src/core/fit/configuration/estimateMemory.ts";
import { parseConfiguration } from "../../../../../src/core/fit/configuration/parseConfigurations.ts";
import { estimateGgufBytes, readGgufBits, usualGgufLabels } from "../../../../../src/core/fit/weights.ts";

const count = (max: number) => fc.integer({ min: 1, max });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A decoder of any kind: grouped, sliding, latent, hybrid. */
const architectures = fc
	.record({
		layers: count(128),
		hiddenSize: count(16_384),
		heads: count(128),
		kvHeads: count(64),
		headDim: count(256),
		vocabSize: count(300_000),
		slidingWindow: maybe(count(8192)),
		fullAttentionInterval: maybe(count(8)),
		mlaCacheSize: maybe(count(1024)),
	})
	.map((shape) => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)));

const configurations: fc.Arbitrary<Configuration> = fc.record({
	architecture: architectures,
	parameters: count(2e12),
	fileBytes: count(2e12),
	runtime: fc.constantFrom("llama.cpp", "ollama", "vllm", "mlx-lm"),
	backend: fc.constantFrom("cuda", "vulkan", "metal", "cpu"),
	counts: fc.constantFrom("device", "buffers"),
	contextTokens: count(1_000_000),
	sequences: count(16),
	microBatchTokens: count(4096),
	hasFlashAttention: fc.boolean(),
});

function measure(configuration: Configuration): readonly [total: number, cache: number] {
	const { totalBytes, kvBytes } = estimateMemory(configuration);
	assert.ok(totalBytes !== undefined && kvBytes !== undefined);
	return [totalBytes, kvBytes];
}

describe("what a configuration takes", () => {
	const never = (smaller: Configuration, larger: Configuration): void => {
		const [less, more] = [measure(smaller), measure(larger)];
		assert.ok(less[0] <= more[0] && less[1] <= more[1], `${less} ${more}`);
	};

	it("is never less with more context", () => {
		fc.assert(
			fc.property(configurations, count(1_000_000), (configuration, more) => {
				const { contextTokens = 0 } = configuration;
				never(configuration, { ...configuration, contextTokens: contextTokens + more });
			}),
		);
	});

	it("is never less with more sequences at once", () => {
		fc.assert(
			fc.property(configurations, count(16), (configuration, more) => {
				const { sequences = 1 } = configuration;
				never(configuration, { ...configuration, sequences: sequences + more });
			}),
		);
	});

	it("is never less with more tokens evaluated at once", () => {
		fc.assert(
			fc.property(configurations, count(4096), (configuration, more) => {
				const { microBatchTokens = 1 } = configuration;
				never(configuration, { ...configuration, microBatchTokens: microBatchTokens + more });
			}),
		);
	});

	it("is never less with more bits in the cache", () => {
		const types = ["q4_0", "q4_1", "q5_0", "q5_1", "fp8", "q8_0", "f16", "f32"];
		fc.assert(
			fc.property(configurations, fc.nat(types.length - 2), (configuration, index) => {
				const [keyType = "", next = ""] = types.slice(index, index + 2);
				never(
					{ ...configuration, keyType, valueType: keyType },
					{ ...configuration, keyType: next, valueType: next },
				);
			}),
		);
	});

	it("is never less with more bits a weight", () => {
		const widths = [...usualGgufLabels].reverse().map((label) => readGgufBits(label) ?? 0);
		assert.deepEqual(
			widths,
			[...widths].sort((a, b) => a - b),
		);
		fc.assert(
			fc.property(count(2e12), fc.double({ min: 1, max: 16, noNaN: true }), (parameters, bits) => {
				const measured = { value: parameters, basis: "read", from: "safetensorsTotal" } as const;
				assert.ok(estimateGgufBytes(measured, bits).value <= estimateGgufBytes(measured, bits + 0.5).value);
			}),
		);
	});
});

describe("whatever a row holds", () => {
	const anything = fc.oneof(
		fc.anything(),
		fc.record(
			{
				accelerator: fc.oneof(fc.string(), fc.constantFrom("GeForce RTX 4090", "Apple M4 Max", "CPU")),
				backend: fc.oneof(
					fc.string(),
					fc.constantFrom("cuda", "CPU", "metal", "HIP", "__proto__", "constructor"),
				),
				runtime: fc.oneof(fc.string(), fc.constantFrom("ollama", "vLLM")),
				architecture: fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.anything()), architectures),
				quantization: fc.oneof(fc.string(), fc.constantFrom("Q4_K_M", "mlx-4bit", "?")),
				fileBytes: fc.oneof(fc.double(), fc.string(), count(1e12)),
				contextDepth: fc.oneof(fc.double(), fc.nat(1_000_000)),
				context: fc.oneof(fc.double(), count(1_000_000)),
				kvTypeK: fc.oneof(fc.string(), fc.constantFrom("q8_0", "F16")),
				sequences: fc.oneof(fc.double(), count(8)),
			},
			{ requiredKeys: [] },
		),
	);

	it("the answer has its six fields, each a number above 0 that can be, or null", () => {
		fc.assert(
			fc.property(anything, (row) => {
				const configuration = parseConfiguration(row, new Map());
				const estimate = configuration && estimateConfiguration(configuration);
				for (const value of Object.values(estimate ?? {})) {
					assert.ok(value === null || (Number.isFinite(value) && value >= 0), JSON.stringify(estimate));
				}
				const { decodeTps, low, high } = estimate ?? {};
				assert.ok(!decodeTps || ((low ?? 0) <= decodeTps && decodeTps <= (high ?? 0)));
			}),
			{ numRuns: 500 },
		);
	});
});
