import assert from "node:assert/strict";
import fc from "fast-check";
import { FitJudge } from "../../../../src/core/fit/fitJudge.ts";
import { judgeCandidate } from "../../../../src/core/fit/judgeCandidate.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import { readBudgetBytes } from "../../../../src/core/hardware/readBudgetBytes.ts";
import { vendors } from "../../../../src/core/hardware/target.ts";
import { countParameters, gib, makeModel, makeTarget } from "./samples.ts";

const fit = new FitJudge(readSupportTable());

const fp8 = makeModel("x/y-FP8", {
	parameters: countParameters(8e9),
	quantization: { method: "fp8", bits: 8 },
	baseModels: { relation: "quantized", repoIds: ["x/y"] },
});

describe("the one judge of fit", () => {
	it("says for a list what it says for each candidate, and a filter lets the same models through", () => {
		const models = fc.record({
			total: fc.integer({ min: 1e8, max: 5e11 }),
			method: fc.constantFrom(undefined, "fp8", "awq", "exl2", "bitsandbytes", "mlx", "nvfp4"),
			bits: fc.constantFrom(4, 8, 16),
			isQuantization: fc.boolean(),
		});
		const targets = fc.record({
			vendor: fc.constantFrom(...vendors),
			memory: fc.integer({ min: 2, max: 300 }),
			computeCapability: fc.constantFrom("5.2", "7.0", "8.0", "8.9", "9.0"),
			gfxVersion: fc.constantFrom("gfx90a", "gfx942", "gfx1100"),
			runtimes: fc.constantFrom(undefined, ["vLLM"], ["transformers"], ["llama.cpp"]),
		});
		fc.assert(
			fc.property(models, targets, fc.integer({ min: 1, max: 200_000 }), (drawn, at, context) => {
				const { vendor, memory, runtimes, ...versions } = at;
				const target = makeTarget(vendor, [memory], { ...versions, ...(runtimes && { runtimes }) });
				const model = makeModel("x/y", {
					parameters: countParameters(drawn.total),
					storedBits: drawn.bits,
					...(drawn.method !== undefined && { quantization: { method: drawn.method, bits: drawn.bits } }),
					...(drawn.isQuantization && { baseModels: { relation: "quantized", repoIds: ["x/z"] } }),
				});
				const best = fit.judgeBest(model, target, context);
				const answers = fit
					.listCandidates(model)
					.map((candidate) => fit.judge(model, candidate, target, context).verdict.answer);
				assert.equal(best.verdict.answer === "fits", answers.includes("fits"));
				assert.ok(answers.length === 0 || answers.includes(best.verdict.answer));
				const required = fit.estimateRequiredBytes(model, context, target);
				const budget = readBudgetBytes(target);
				assert.equal((required ?? Number.NaN) <= (budget?.value ?? Number.NaN), answers.includes("fits"));
			}),
		);
	});

	it("a release that only fits by memory: FP8 on an MI250", () => {
		const target = makeTarget("amd", [64], { gfxVersion: "gfx90a", runtimes: ["vLLM"] });
		const { verdict, support } = fit.judgeBest(fp8, target, 8192);
		assert.equal(verdict.answer, "unsupported");
		assert.ok(verdict.supportRuleId !== undefined && support.rule?.id === verdict.supportRuleId);
		assert.equal(fit.estimateRequiredBytes(fp8, 8192, target), Number.POSITIVE_INFINITY);
	});

	it("counts the memory that the runtime there takes: FP8 as BF16 by transformers on an A100 of 16 GiB", () => {
		const card = (runtimes: readonly string[]) =>
			makeTarget("nvidia", [16], { computeCapability: "8.0", runtimes });
		const [file] = fit.listCandidates(fp8);
		assert.ok(file);
		assert.equal(judgeCandidate(fp8, file, card(["transformers"]), 8192).answer, "fits", "by its file alone");
		const { verdict, isExpanded } = fit.judgeBest(fp8, card(["transformers"]), 8192);
		assert.deepEqual([verdict.answer, isExpanded], ["tooLarge", true]);
		assert.ok((fit.estimateRequiredBytes(fp8, 8192, card(["transformers"])) ?? 0) > 15 * gib);
		assert.equal(fit.findLargestContext(fp8, file, card(["transformers"])), 0);
		assert.equal(fit.judgeBest(fp8, card(["vLLM"]), 8192).verdict.answer, "fits");
	});

	it("has nothing to say where nothing is known", () => {
		const { verdict, candidate, support } = fit.judgeBest(makeModel("x/y"), makeTarget("nvidia", [8]), 8192);
		assert.equal(verdict.answer, "unknown");
		assert.equal(candidate, undefined);
		assert.equal(support.support, "unknown");
	});
});
