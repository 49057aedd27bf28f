import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import widths from "./ggufWidths.json";
import overheads from "./overheads.json";
import { findTypicalShape } from "./typicalShape.ts";

const bitsByLabel: ReadonlyMap<string, number> = new Map(Object.entries(widths.bitsPerWeight));

/** Quantizations that GGUF conversions of a model usually come in, widest first. */
export const usualGgufLabels: readonly string[] = widths.assumed;

/**
 * Bits per weight of a whole GGUF file with this label (`Q4_K_M`, `UD-Q4_K_XL`: of the nearest known width);
 * `undefined` for a label that is not known. Source and date: `ggufWidths.json`.
 */
export function readGgufBits(label: string): number | undefined {
	const plain = label.toUpperCase().replace(/^UD-/, "");
	return (
		bitsByLabel.get(plain) ??
		bitsByLabel.get(plain.replace(/_XX?L$/, "_M")) ??
		bitsByLabel.get(plain.replace(/_[A-Z]+$/, ""))
	);
}

/** The GGUF label in a repository's name (`…-Q4_K_M-GGUF`), if there is one that we know. */
export function findGgufLabel(repoId: string): string | undefined {
	const label = /(?:^|[-_./])((?:UD-)?(?:I?Q\d_[A-Z0-9_]+|MXFP4|BF16|F16))(?=$|[-./])/i
		.exec(repoId)?.[1]
		?.toUpperCase();
	return label !== undefined && readGgufBits(label) !== undefined ? label : undefined;
}

/**
 * Bytes of a GGUF of all parameters at a width. A width from an 8B file overstates larger models a little and
 * understates those under 1B, whose embeddings are kept wide: hence the range.
 */
export function estimateGgufBytes(parameters: Figure, bits: number): Figure {
	const high = parameters.value < 1e9 ? 1.35 : parameters.value < 3e9 ? 1.15 : 1.05;
	return timesBits(parameters, bits, 0.95, high);
}

/**
 * Bytes of the weights as stored: parameters (all of them, also for a mixture of experts) × the stored width.
 * Methods that quantize linear layers only leave embeddings at 16 bits and add scales: AWQ and GPTQ about 4.25 bits
 * for 4, MXFP4 4.25, NVFP4 and NF4 4.5, MLX half a bit more (embeddings included). Without any statement of the
 * width, 16 bits with a range from 8 to 32. `undefined`: parameters not known, or quantized without a known width.
 */
export function estimateStoredBytes(
	model: Model,
): { readonly weights: Figure; readonly bits: number } | undefined {
	const parameters = model.parameters?.total;
	const method = model.quantization?.method;
	const declared = model.quantization?.bits ?? model.storedBits;
	if (!parameters || !(parameters.value > 0) || (method !== undefined && declared === undefined)) {
		return undefined;
	}
	if (declared === undefined) {
		return { weights: timesBits(parameters, 16, 0.5, 2), bits: 16 };
	}
	if (method === undefined || method === "gguf" || declared >= 16) {
		return { weights: timesBits(parameters, declared, 1, 1), bits: declared };
	}
	if (method === "mlx") {
		return { weights: timesBits(parameters, declared + 0.5, 0.97, 1.1), bits: declared };
	}
	const scaled = declared < 8 ? declared + (/nvfp4|bitsandbytes/.test(method) ? 0.5 : 0.25) : declared;
	const wide = estimateEmbeddingShare(model, parameters.value);
	return { weights: timesBits(parameters, scaled * (1 - wide) + 16 * wide, 0.92, 1.12), bits: declared };
}

/** Share of the parameters in input and output embeddings; small models tie the two. */
function estimateEmbeddingShare(model: Model, parameters: number): number {
	const hiddenSize = model.architecture?.hiddenSize ?? findTypicalShape(parameters).hiddenSize;
	const tables = parameters < 5e9 ? 1 : 2;
	return Math.min(0.5, (overheads.vocabulary * hiddenSize * tables) / parameters);
}

function timesBits(parameters: Figure, bits: number, low: number, high: number): Figure {
	const lowest = ((parameters.low ?? parameters.value) * bits * low) / 8;
	const highest = ((parameters.high ?? parameters.value) * bits * high) / 8;
	return {
		value: (parameters.value * bits) / 8,
		...(lowest !== highest && { low: lowest, high: highest }),
		basis: "estimated",
		from: "parametersTimesBits",
	};
}
