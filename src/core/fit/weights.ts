import type { Figure } from "../model/figure.ts";
import { readGgufLabel } from "../model/ggufLabel.ts";
import type { Architecture, Model } from "../model/model.ts";
import * as widths from "./ggufWidths.json";
import * as overheads from "./overheads.json";
import { findTypicalShape } from "./typicalShape.ts";

const bitsByLabel: ReadonlyMap<string, number> = new Map(Object.entries(widths.bitsPerWeight));

const keptExpertBits: ReadonlyMap<string, number> = new Map(Object.entries(widths.keptExpertBits));

/** Gate, up and down. */
const matricesPerExpert = 3;

/** Of a mixture's parameters, where its configuration does not tell. */
const usualExpertShare = 0.9;

/** Quantizations that GGUF conversions of a model usually come in, widest first. */
export const usualGgufLabels: readonly string[] = widths.assumed;

/**
 * Bits per weight of a whole GGUF file with this label (`Q4_K_M`). A label that others made from a known one counts
 * as the nearest (`UD-Q4_K_XL` as `Q4_K_M`), else as its block width. `undefined` for what is no such label.
 * Source and date: `ggufWidths.json`.
 */
export function readGgufBits(label: string): number | undefined {
	return bitsByLabel.get(label) ?? readAlteredBits(label);
}

function readAlteredBits(label: string): number | undefined {
	const plain = label
		.toUpperCase()
		.replace(/^UD-/, "")
		.replace(/_MOE$/, "")
		.replace(/^FP(?=16|32)/, "F");
	const base = plain.replace(/_[A-Z]+$/, "");
	const known = [plain, `${base}_M`, base, `${plain}_M`, plain.replace(/^([A-Z]+\d_\d).*/, "$1")];
	for (const name of known) {
		const bits = bitsByLabel.get(name);
		if (bits !== undefined) {
			return bits;
		}
	}
	const digit = /^I?Q(\d)/.exec(plain)?.[1];
	return digit === undefined ? undefined : Number(digit) + 0.5;
}

/** The GGUF label in a repository's name (`…-Q4_K_M-GGUF`), if there is one that we know. */
export function findGgufLabel(repoId: string): string | undefined {
	const label = readGgufLabel(repoId);
	return label !== undefined && readGgufBits(label) !== undefined ? label : undefined;
}

/** Bits that the label of another format names (`fp16`, `int8`, `q4f16`); `undefined` if it names none. */
export function readNamedBits(label: string): number | undefined {
	const bits = Number(/^(?:u?int|q|bnb|b?fp?)(\d{1,2})/i.exec(label)?.[1] ?? 0);
	return bits >= 1 && bits <= 32 ? bits : undefined;
}

/**
 * Bytes of a GGUF of all parameters at a width. A width from an 8B file overstates larger models a little and
 * understates those under 1B, whose embeddings are kept wide: hence the range. Experts that are kept as they were
 * released are not counted at that width.
 */
export function estimateGgufBytes(parameters: Figure, bits: number, architecture: Architecture = {}): Figure {
	const high = parameters.value < 1e9 ? 1.35 : parameters.value < 3e9 ? 1.15 : 1.05;
	return timesBits(parameters, mixKeptBits(parameters.value, bits, architecture), 0.95, high);
}

/** Mean bits where experts keep the width that they were released in (gpt-oss). */
function mixKeptBits(parameters: number, bits: number, architecture: Architecture): number {
	const { name = "", layers = 0, experts = 0, hiddenSize = 0, expertFeedForwardSize = 0 } = architecture;
	const kept = keptExpertBits.get(name.toLowerCase().replace(/[^a-z0-9]/g, ""));
	if (kept === undefined) {
		return bits;
	}
	const counted = layers * experts * expertFeedForwardSize * hiddenSize * matricesPerExpert;
	const share = counted > 0 ? Math.min(1, counted / parameters) : usualExpertShare;
	return kept * share + bits * (1 - share);
}

/**
 * Bytes of the weights as stored: parameters (all of them, also for a mixture of experts) × the stored width.
 * Methods that quantize linear layers only leave embeddings at 16 bits and add scales: AWQ and GPTQ about 4.25 bits
 * for 4, MXFP4 4.25, NVFP4 and NF4 4.5, MLX half a bit more (embeddings included). Without any statement of the
 * width, 16 bits with a range from 8 to 32; quantized to a width that nobody states, as for 4 bits, which is the usual
 * one, with a range from 2 to 8, and no bits. `undefined`: parameters not known.
 */
export function estimateStoredBytes(
	model: Model,
): { readonly weights: Figure; readonly bits?: number } | undefined {
	const parameters = model.parameters?.total;
	const method = model.quantization?.method;
	const declared = model.quantization?.bits ?? model.storedBits;
	if (!parameters || !(parameters.value > 0)) {
		return undefined;
	}
	const wide = estimateEmbeddingShare(model, parameters.value);
	const mixed = (bits: number): number => bits * (1 - wide) + 16 * wide;
	if (declared === undefined && method === undefined) {
		return { weights: timesBits(parameters, 16, 0.5, 2), bits: 16 };
	}
	if (declared === undefined) {
		const usual = mixed(4.25);
		return { weights: timesBits(parameters, usual, mixed(2.25) / usual, mixed(8.5) / usual) };
	}
	if (method === undefined || method === "gguf" || declared >= 16) {
		return { weights: timesBits(parameters, declared, 1, 1), bits: declared };
	}
	if (method === "mlx") {
		return { weights: timesBits(parameters, declared + 0.5, 0.97, 1.1), bits: declared };
	}
	const scaled = declared < 8 ? declared + (/nvfp4|bitsandbytes/.test(method) ? 0.5 : 0.25) : declared;
	return { weights: timesBits(parameters, mixed(scaled), 0.92, 1.12), bits: declared };
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
