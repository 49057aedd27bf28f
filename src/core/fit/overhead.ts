import type { Vendor } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import overheads from "./overheads.json";
import { findTypicalShape } from "./typicalShape.ts";

/**
 * Bytes that a runtime needs beside weights and cache: its context on the device and, for a decoder, the compute
 * buffer (the larger of the logits' and attention's). Other models' activations are not known and not in it. An
 * allowance with a range, since it differs between builds. Sources and dates: `overheads.json`.
 */
export function estimateOverhead(
	model: Model,
	vendor: Vendor,
	contextTokens: number | undefined,
	parameters: number,
): Figure {
	const { bytes, low, high } = overheads.context[vendor];
	const buffer = contextTokens === undefined ? 0 : estimateComputeBuffer(model, contextTokens, parameters);
	return {
		value: bytes + buffer,
		low: low + Math.floor(buffer / 2),
		high: high + buffer * 2,
		basis: "estimated",
		from: "runtimeAllowance",
	};
}

function estimateComputeBuffer(model: Model, contextTokens: number, parameters: number): number {
	const { microBatch, vocabulary } = overheads;
	const hiddenSize = model.architecture?.hiddenSize ?? findTypicalShape(parameters).hiddenSize;
	const rows = hiddenSize * microBatch * 4;
	return Math.max(vocabulary * microBatch * 4 + rows, contextTokens * microBatch * 2 + 4 * rows);
}
