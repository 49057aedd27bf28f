import type { Vendor } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Architecture, Model } from "../model/model.ts";
import { type ComputeShape, countComputeBytes, countPromptPoolBytes } from "./computeBuffer.ts";
import * as overheads from "./overheads.json";
import { findTypicalShape } from "./typicalShape.ts";

/**
 * Bytes that a runtime needs beside weights and cache: its context on the device and, for a decoder, the compute
 * buffer, and on AMD what the first prompt takes. Other models' activations are not known and not in it. An
 * allowance with a range, since it differs between builds. Sources and dates: `overheads.json`.
 */
export function estimateOverhead(
	model: Model,
	vendor: Vendor,
	contextTokens: number | undefined,
	parameters: number,
): Figure {
	const { bytes, low, high } = overheads.context[vendor];
	const shape = readShape(model, parameters);
	const setup = { microBatchTokens: overheads.microBatch, hasFlashAttention: true };
	const buffer = contextTokens === undefined ? 0 : countComputeBytes(shape, { contextTokens, ...setup });
	const pool = vendor === "amd" && contextTokens !== undefined ? countPromptPoolBytes(shape) : 0;
	return {
		value: bytes + buffer + pool,
		low: low + Math.floor(buffer / 2),
		high: high + (buffer + pool) * 2,
		basis: "estimated",
		from: "runtimeAllowance",
	};
}

/**
 * Bytes that MLX needs beside weights and cache, from its reported peaks; more for wide heads, and with the prompt.
 * `contextTokens` is absent for what keeps no cache.
 */
export function countMlxBytes(
	{ headDim, hiddenSize = 0 }: Pick<Architecture, "headDim" | "hiddenSize">,
	contextTokens = 0,
): number {
	const { bytes, wideHeadDim, wideHeadBytesPerHidden, bytesPerToken } = overheads.mlx;
	const isWide = headDim !== undefined && headDim >= wideHeadDim;
	const prompt = Math.min(contextTokens, overheads.mlx.promptTokens);
	const forPrompt = Math.max(0, prompt - overheads.microBatch) * bytesPerToken;
	return bytes + (isWide ? hiddenSize * wideHeadBytesPerHidden : 0) + forPrompt;
}

/** The same as a figure; the range is that of the models whose peaks are known. */
export function estimateMlxOverhead(model: Model, contextTokens: number | undefined): Figure {
	const value = countMlxBytes(model.architecture ?? {}, contextTokens);
	return {
		value,
		low: value * overheads.mlx.low,
		high: value * overheads.mlx.high,
		basis: "estimated",
		from: "runtimeAllowance",
	};
}

function readShape({ architecture = {}, isMixtureOfExperts }: Model, parameters: number): ComputeShape {
	const { heads, headDim, feedForwardSize, experts } = architecture;
	const hiddenSize = architecture.hiddenSize ?? findTypicalShape(parameters).hiddenSize;
	const isDense = experts === undefined && !isMixtureOfExperts;
	const inner = feedForwardSize ?? (isDense ? hiddenSize * overheads.feedForwardRatio : undefined);
	return {
		hiddenSize,
		vocabSize: architecture.vocabSize ?? overheads.vocabulary,
		...(heads !== undefined && { heads }),
		...(headDim !== undefined && { headDim }),
		...(inner !== undefined && { feedForwardSize: inner }),
	};
}
