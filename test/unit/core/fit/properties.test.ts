import assert from "node:assert/strict";
import fc from "fast-check";
import { candidateArtifacts } from "../../../../src/core/fit/candidateArtifacts.ts";
import { FitJudge } from "../../../../src/core/fit/fitJudge.ts";
import { judgeCandidate } from "../../../../src/core/fit/judgeCandidate.ts";
import { findLargestContext } from "../../../../src/core/fit/largestContext.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import type { FitAnswer } from "../../../../src/core/fit/verdict.ts";
import { type Target, vendors } from "../../../../src/core/hardware/target.ts";
import { weightFormats } from "../../../../src/core/model/artifact.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import { countParameters, gib, makeModel, makeTarget } from "./samples.ts";

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const models: fc.Arbitrary<Model> = fc
	.record({
		task: fc.constantFrom("text-generation", "feature-extraction", "image-text-to-text", undefined),
		total: optional(fc.integer({ min: 1, max: 2e12 })),
		format: fc.constantFrom(...weightFormats),
		storedBits: fc.constantFrom(undefined, 4, 8, 16, 32),
		method: fc.constantFrom(undefined, "awq", "fp8", "mlx", "bitsandbytes", "odd"),
		layers: optional(fc.integer({ min: 1, max: 200 })),
		kvHeads: optional(fc.integer({ min: 1, max: 128 })),
		heads: optional(fc.integer({ min: 1, max: 128 })),
		headDim: optional(fc.integer({ min: 1, max: 512 })),
		slidingWindow: optional(fc.integer({ min: 1, max: 16_384 })),
		fullAttentionInterval: optional(fc.integer({ min: 1, max: 8 })),
		mlaCacheSize: optional(fc.integer({ min: 1, max: 1024 })),
		limit: optional(fc.integer({ min: 1, max: 1_000_000 })),
		sizes: optional(fc.array(fc.integer({ min: 1, max: 2e12 }), { maxLength: 4 })),
	})
	.map(({ task, total, format, storedBits, method, limit, sizes, ...architecture }) => {
		const { repoId, security, counters, readAtMs } = makeModel("x/y");
		return {
			repoId,
			security,
			counters,
			readAtMs,
			formats: [format],
			...(task !== undefined && { task }),
			...(total !== undefined && { parameters: countParameters(total) }),
			...(storedBits !== undefined && { storedBits }),
			...(method !== undefined && { quantization: { method } }),
			...(limit !== undefined && {
				contextLength: { value: limit, basis: "read" as const, from: "config" as const },
			}),
			...(sizes && {
				artifacts: sizes.map((sizeBytes, index) => ({ format, files: [`${index}`], sizeBytes })),
			}),
			architecture: Object.fromEntries(
				Object.entries(architecture).filter(([, value]) => value !== undefined),
			),
		};
	});

const targets: fc.Arbitrary<{ smaller: Target; larger: Target }> = fc
	.record({
		vendor: fc.constantFrom(...vendors),
		memory: fc.double({ min: 0.1, max: 600, noNaN: true }),
		more: fc.double({ min: 0, max: 600, noNaN: true }),
		system: optional(fc.integer({ min: 1, max: 2000 })),
		isUnified: fc.boolean(),
		others: fc.array(fc.double({ min: 0.1, max: 200, noNaN: true }), { maxLength: 3 }),
	})
	.map(({ vendor, memory, more, system, isUnified, others }) => {
		const facts = {
			isUnified,
			...(system !== undefined && { systemMemoryBytes: system * gib }),
		};
		return {
			smaller: makeTarget(vendor, [memory, ...others], facts),
			larger: makeTarget(vendor, [memory + more, ...others], facts),
		};
	});

const fit = new FitJudge(readSupportTable());

const contexts = fc.integer({ min: 1, max: 2_000_000 });

const goodness: Readonly<Record<FitAnswer, number>> = {
	fits: 3,
	offload: 2,
	unsupported: 1.5,
	tooLarge: 1,
	unknown: 0,
};

describe("a verdict", () => {
	it("more context never needs less", () => {
		fc.assert(
			fc.property(models, targets, contexts, contexts, (model, { smaller }, a, b) => {
				const [short, long] = [Math.min(a, b), Math.max(a, b)];
				for (const candidate of candidateArtifacts(model)) {
					const less = judgeCandidate(model, candidate, smaller, short).required?.value ?? 0;
					const more = judgeCandidate(model, candidate, smaller, long).required?.value ?? 0;
					assert.ok(less <= more);
				}
				const [less, more] = [short, long].map(
					(context) => fit.estimateRequiredBytes(model, context, smaller) ?? 0,
				);
				assert.ok((less ?? 0) <= (more ?? 0));
			}),
		);
	});

	it("more memory never makes it worse", () => {
		fc.assert(
			fc.property(models, targets, contexts, (model, { smaller, larger }, context) => {
				const [before, after] = [smaller, larger].map(
					(target) => fit.judgeBest(model, target, context).verdict,
				);
				assert.ok(before && after && goodness[after.answer] >= goodness[before.answer]);
			}),
		);
	});

	it("never says that something fits above the budget, and its parts add up", () => {
		fc.assert(
			fc.property(models, targets, contexts, (model, { smaller }, context) => {
				const { answer, required, budget, parts, contextTokens } = fit.judgeBest(
					model,
					smaller,
					context,
				).verdict;
				const sum = Object.values(parts).reduce((total, part) => total + (part?.value ?? 0), 0);
				assert.equal(required?.value ?? 0, required ? sum : 0);
				assert.ok(answer !== "fits" || (required?.value ?? Number.NaN) <= (budget?.value ?? Number.NaN));
				assert.ok(contextTokens >= 1 && contextTokens <= context);
			}),
		);
	});

	it("the largest context fits, and a step more does not", () => {
		fc.assert(
			fc.property(models, targets, (model, { smaller }) => {
				for (const candidate of candidateArtifacts(model)) {
					const largest = findLargestContext(model, candidate, smaller);
					if (largest === undefined) {
						continue;
					}
					const judge = (context: number) => judgeCandidate(model, candidate, smaller, context);
					assert.ok(largest === 0 || judge(largest).answer === "fits");
					const next = judge(largest + 256);
					assert.ok(next.answer !== "fits" || next.contextTokens === largest || largest >= 2 ** 24);
				}
			}),
		);
	});

	it("is unknown, with the reason, where something is not known", () => {
		const model = makeModel("x/y");
		assert.deepEqual(fit.judgeBest(model, makeTarget("nvidia", [24]), 4096).verdict.reasons, ["sizeUnknown"]);
		const sized = makeModel("x/y", { storedBits: 16, parameters: countParameters(1e9) });
		const verdict = fit.judgeBest(sized, makeTarget("nvidia", []), 4096).verdict;
		assert.equal(verdict.answer, "unknown");
		assert.deepEqual(verdict.reasons, ["budgetUnknown"]);
	});

	it("takes the best quality that fits", () => {
		const model = makeModel("Qwen/Qwen3-8B", { storedBits: 16, parameters: countParameters(8.19e9) });
		const labels = [8, 12, 16, 24].map(
			(memory) => fit.judgeBest(model, makeTarget("nvidia", [memory]), 8192).verdict.label,
		);
		assert.deepEqual(labels, ["Q4_K_M", "Q8_0", "Q8_0", "16-bit"]);
	});
});
