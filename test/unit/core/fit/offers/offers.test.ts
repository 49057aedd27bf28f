import assert from "node:assert/strict";
import { candidateArtifacts } from "../../../../../src/core/fit/candidateArtifacts.ts";
import { estimateWeightsBytes } from "../../../../../src/core/fit/estimateBytes.ts";
import { FitJudge } from "../../../../../src/core/fit/fitJudge.ts";
import { findConverter } from "../../../../../src/core/fit/offers/findConverter.ts";
import { makeOffer, mergeOffers } from "../../../../../src/core/fit/offers/makeOffer.ts";
import { findStanding, rankOffers } from "../../../../../src/core/fit/offers/rankOffers.ts";
import { readSupportTable } from "../../../../../src/core/fit/support/supportTable.ts";
import type { Artifact } from "../../../../../src/core/model/artifact.ts";
import type { Model, Offer } from "../../../../../src/core/model/model.ts";
import { countParameters, gb, makeModel, makeTarget } from "../samples.ts";

const day = 86_400_000;

const base = makeModel("Qwen/Qwen3-8B", {
	parameters: countParameters(8_190_735_360),
	storedBits: 16,
	revision: "a".repeat(40),
	lastModifiedMs: 100 * day,
});

function listed(
	repoId: string,
	formats: Model["formats"],
	downloads30d = 0,
	facts: Partial<Model> = {},
): Model {
	return makeModel(repoId, { formats, counters: { downloads30d }, ...facts });
}

function gguf(quantization: string, sizeBytes: number): Artifact {
	return { format: "gguf", files: [`${quantization}.gguf`], sizeBytes, quantization };
}

function offer(
	repoId: string,
	standing: Offer["standing"],
	artifacts: readonly Artifact[],
	facts: Partial<Offer> = {},
): Offer {
	return { repoId, standing, formats: [artifacts[0]?.format ?? "gguf"], artifacts, ...facts };
}

describe("quantizations that others offer", () => {
	it("are told apart by whose they are: the makers', trusted converters', anybody's", () => {
		const standing = (repoId: string) => findStanding(base, { repoId });
		assert.equal(standing("Qwen/Qwen3-8B-GGUF"), "maker");
		assert.equal(standing("bartowski/Qwen_Qwen3-8B-GGUF"), "trusted");
		assert.equal(standing("redhatai/Qwen3-8B-FP8-dynamic"), "trusted", "case does not matter");
		assert.equal(standing("someone/Qwen3-8B-GGUF"), "other");
		assert.equal(standing("Qwen3-8B-GGUF"), "other");
	});

	it("the table of converters has a date, a reason and an address for each", () => {
		for (const owner of [
			"unsloth",
			"bartowski",
			"ggml-org",
			"lmstudio-community",
			"mlx-community",
			"nvidia",
			"amd",
			"Intel",
		]) {
			const converter = findConverter(owner);
			assert.ok(converter, owner);
			assert.match(converter.asOf, /^20\d\d-\d\d-\d\d$/);
			assert.ok(converter.why && converter.url.startsWith("https://"));
		}
		assert.equal(findConverter("someone"), undefined);
	});

	it("are read one of each kind in turn, the makers' and trusted ones before the most downloaded", () => {
		const all = [
			listed("someone/Qwen3-8B-GGUF", ["gguf"], 9_000_000),
			listed("bartowski/Qwen_Qwen3-8B-GGUF", ["gguf"], 500),
			listed("Qwen/Qwen3-8B-GGUF", ["gguf"], 100),
			listed("Qwen/Qwen3-8B-AWQ", ["safetensors"], 90),
			listed("RedHatAI/Qwen3-8B-FP8-dynamic", ["safetensors"], 900),
			listed("mlx-community/Qwen3-8B-4bit", ["mlx"], 800),
			listed("unsloth/gated", ["gguf"], 800, { gating: "manual" }),
		];
		const order = (vendors: Parameters<typeof rankOffers>[2]) =>
			rankOffers(base, all, vendors).map(({ repoId }) => repoId);
		assert.deepEqual(order(["nvidia"]), [
			"Qwen/Qwen3-8B-GGUF",
			"Qwen/Qwen3-8B-AWQ",
			"bartowski/Qwen_Qwen3-8B-GGUF",
			"RedHatAI/Qwen3-8B-FP8-dynamic",
			"someone/Qwen3-8B-GGUF",
			"mlx-community/Qwen3-8B-4bit",
		]);
		assert.deepEqual(order(["apple"]).slice(0, 2), ["Qwen/Qwen3-8B-GGUF", "mlx-community/Qwen3-8B-4bit"]);
		assert.deepEqual(
			order(["apple"]).at(-1),
			"RedHatAI/Qwen3-8B-FP8-dynamic",
			"what does not run there is last",
		);
		assert.deepEqual(rankOffers(base, [...all].reverse(), ["nvidia"]), rankOffers(base, all, ["nvidia"]));
	});

	it("are outdated where the weights changed after them, and that is not known where only something did", () => {
		const made = (lastModifiedMs: number, revision?: string) =>
			listed("bartowski/x", ["gguf"], 0, {
				artifacts: [gguf("Q4_K_M", 5 * gb)],
				lastModifiedMs,
				baseModels: { relation: "quantized", repoIds: [base.repoId], ...(revision && { revision }) },
			});
		const judge = (quantization: Model, weightsAtMs?: number) =>
			makeOffer(base, quantization, weightsAtMs)?.isOutdated;
		assert.equal(judge(made(101 * day)), false, "nothing changed at the model after it");
		assert.equal(judge(made(90 * day)), undefined, "something did; perhaps the card");
		assert.equal(judge(made(90 * day), 95 * day), true);
		assert.equal(judge(made(90 * day), 80 * day), false);
		assert.equal(judge(made(90 * day, "a".repeat(40)), 95 * day), false, "its card names the present commit");
		assert.equal(judge(made(90 * day, "b".repeat(40)), 95 * day), true);
		assert.equal(makeOffer(base, listed("x/y", ["gguf"]), undefined), undefined, "it holds no files");
	});

	it("come before what is assumed, with the bytes of their files and whose they are", () => {
		const model: Model = {
			...base,
			offers: mergeOffers(
				[offer("someone/q", "other", [gguf("Q6_K", 7 * gb), gguf("Q4_K_M", 5.2 * gb)])],
				[offer("bartowski/q", "trusted", [gguf("Q6_K", 6.7 * gb)])],
			),
		};
		const candidates = candidateArtifacts(model);
		assert.deepEqual(
			candidates.map(({ label, offer: from, weights }) => [label, from?.repoId, weights?.value]),
			[
				["16-bit", undefined, 8_190_735_360 * 2],
				["Q6_K", "bartowski/q", 6.7 * gb],
				["Q4_K_M", "someone/q", 5.2 * gb],
			],
		);
		assert.ok(candidates.every(({ isAssumed }) => !isAssumed));
		assert.equal(
			estimateWeightsBytes(model),
			8_190_735_360 * 2,
			"the model as it is published stays what it is",
		);
	});

	it("a newer one that is not trusted is taken before a trusted one of weights that were replaced", () => {
		const model: Model = {
			...base,
			offers: [
				offer("bartowski/q", "trusted", [gguf("Q6_K", 6.7 * gb)], { isOutdated: true }),
				offer("someone/q", "other", [gguf("Q6_K", 6.8 * gb)]),
			],
		};
		const six = candidateArtifacts(model).filter(({ label }) => label === "Q6_K");
		assert.deepEqual(
			six.map(({ offer: from }) => from?.repoId),
			["someone/q"],
		);
	});

	it("the best that fits is chosen among all: real files of a trusted converter for a card of 8 GiB", () => {
		const model: Model = {
			...base,
			offers: [
				offer("bartowski/q", "trusted", [
					gguf("Q8_0", 8.7 * gb),
					gguf("Q6_K", 6.73 * gb),
					gguf("Q4_K_M", 5.03 * gb),
				]),
				offer(
					"mlx-community/q",
					"trusted",
					[{ format: "mlx", files: ["m"], sizeBytes: 4.6 * gb, quantization: "MLX" }],
					{
						quantization: { method: "mlx", bits: 4 },
					},
				),
			],
		};
		const fit = new FitJudge(readSupportTable());
		const best = fit.judgeBest(model, makeTarget("nvidia", [8], { computeCapability: "8.9" }), 8192);
		assert.deepEqual(
			[best.verdict.answer, best.candidate?.label, best.candidate?.offer?.repoId],
			["fits", "Q4_K_M", "bartowski/q"],
		);
		assert.equal(best.verdict.parts.weights?.basis, "read");
		const larger = fit.judgeBest(model, makeTarget("nvidia", [12], { computeCapability: "8.9" }), 8192);
		assert.equal(larger.candidate?.label, "Q8_0");
		assert.ok(
			candidateArtifacts(model).some(({ label, bits }) => label === "MLX 4-bit" && bits === 4),
			"a method that comes in several widths says which",
		);
	});

	it("a projector counts as a part of the memory, estimated from its file", () => {
		const [vision] = candidateArtifacts({
			...base,
			task: "image-text-to-text",
			formats: ["gguf"],
			artifacts: [{ ...gguf("Q4_K_M", 5 * gb), projector: { path: "mmproj-F16.gguf", sizeBytes: 1 * gb } }],
		});
		assert.ok(vision);
		const fit = new FitJudge(readSupportTable());
		const target = makeTarget("nvidia", [24]);
		const { parts, required } = fit.judge(base, vision, target, 8192).verdict;
		assert.equal(parts.projector?.value, 1.4 * gb);
		assert.equal(parts.projector.basis, "estimated");
		const { projector: _, ...plain } = vision.artifact ?? gguf("Q4_K_M", 5 * gb);
		const without = fit.judge(base, { ...vision, artifact: plain }, target, 8192).verdict.required;
		assert.ok(Math.abs((required?.value ?? 0) - (without?.value ?? 0) - 1.4 * gb) < 1);
	});
});
