import type { TensorFacts } from "../../model/tensorFacts.ts";

/** A tensor as the header of a file tells it. */
export interface TensorEntry {
	readonly name: string;
	readonly dtype: string;
	readonly shape: readonly number[];
	readonly bytes: number;
}

/** Widths in bits of what holds packed weights. */
const containerBits: ReadonlyMap<string, number> = new Map([
	["U8", 8],
	["I8", 8],
	["U16", 16],
	["I16", 16],
	["U32", 32],
	["I32", 32],
]);

const smallFloatBits: ReadonlyMap<string, number> = new Map([
	["F8_E4M3", 8],
	["F8_E5M2", 8],
	["F8_E4M3FNUZ", 8],
	["F8_E5M2FNUZ", 8],
	["F6_E3M2", 6],
	["F6_E2M3", 6],
	["F4", 4],
	["FP4", 4],
]);

const wideFloat = /^(BF16|F16|F32|F64)$/;

/** Exponents alone: they are scales, whatever their name. */
const exponents = /^(F8_E8M0|E8M0|UE8)$/;

/** Beside quantized weights: scales, zero points, order, tables. */
const companion =
	/^(scales?|biases|qzeros|g_idx|SCB|(weight|input)_(scale|scale_inv|scale_2|global_scale|zero_point|shape|g_idx)|weight_format|absmax|quant_map|nested_absmax|nested_quant_map|quant_state\..+)$/;

/** How many weights are in an element of a packed tensor. */
type Packing = number | undefined;

/** Tensors of one module, by the rest of their name. */
type Siblings = ReadonlyMap<string, TensorEntry>;

/**
 * Sums the tensors of a checkpoint: bytes by dtype, and weights, unpacked. 4-bit weights come eight to an I32 (GPTQ,
 * AWQ, compressed-tensors) or two to a byte (NVFP4, MXFP4, NF4): how many is told by the shapes of their scales, else
 * by `declaredBits`. Layouts: AutoGPTQ, AutoAWQ, compressed-tensors, bitsandbytes, MLX and gpt-oss checkpoints, 2026-05.
 * `undefined` where there are no tensors.
 */
export function mapTensors(entries: readonly TensorEntry[], declaredBits?: number): TensorFacts | undefined {
	const modules = groupByModule(entries);
	const bytesByDtype = new Map<string, number>();
	const bytesByBits = new Map<number, number>();
	let parameters: number | undefined = 0;
	let quantizedParameters = 0;
	let quantizedBytes = 0;
	for (const entry of entries) {
		const { dtype, bytes } = entry;
		bytesByDtype.set(dtype, (bytesByDtype.get(dtype) ?? 0) + bytes);
		const siblings = modules.get(splitName(entry.name).module) ?? new Map();
		if (isCompanion(entry, siblings)) {
			quantizedBytes += bytes;
			continue;
		}
		const elements = countElements(entry);
		if (wideFloat.test(dtype)) {
			parameters = parameters === undefined ? undefined : parameters + elements;
			continue;
		}
		const isPacked = containerBits.has(dtype) && siblings.size > 1;
		const bits = smallFloatBits.get(dtype);
		if (bits === undefined && !isPacked) {
			continue;
		}
		const packing = bits === undefined ? readPacking(entry, siblings, declaredBits) : 1;
		const weights = packing === undefined ? undefined : Math.round(elements * packing);
		quantizedBytes += bytes;
		quantizedParameters += weights ?? 0;
		parameters = parameters === undefined || weights === undefined ? undefined : parameters + weights;
		const width = bits ?? (containerBits.get(dtype) ?? 0) / (packing ?? Number.POSITIVE_INFINITY);
		bytesByBits.set(width, (bytesByBits.get(width) ?? 0) + bytes);
	}
	const [bits] = sortBySize(bytesByBits)[0] ?? [];
	return bytesByDtype.size === 0
		? undefined
		: {
				bytesByDtype: sortBySize(bytesByDtype),
				...(parameters ? { parameters } : {}),
				...(parameters !== undefined && quantizedParameters > 0 && bits !== undefined
					? { quantized: { parameters: quantizedParameters, bytes: quantizedBytes, bits } }
					: {}),
			};
}

function readPacking(
	{ name, dtype, shape }: TensorEntry,
	siblings: Siblings,
	declaredBits: number | undefined,
): Packing {
	const width = containerBits.get(dtype) ?? 0;
	const { suffix } = splitName(name);
	const scales = siblings.get("scales")?.shape;
	const declared = packByBits(width, declaredBits);
	if (suffix === "qweight" && scales) {
		// GPTQ packs rows, AWQ columns: the other dimension is that of the scales.
		const packed = shape[1] === scales[1] ? siblings.get("qzeros")?.shape[1] : shape[1];
		const bits = packed === undefined || !scales[1] ? undefined : (width * packed) / scales[1];
		return bits !== undefined && bits >= 2 && bits <= 8 ? width / bits : declared;
	}
	if (width !== 8) {
		return declared;
	}
	const isPair =
		suffix.endsWith("_blocks") || [...siblings].some(([key, { dtype }]) => isOfPairs(key, dtype));
	return isPair ? 2 : (declared ?? (dtype === "I8" ? 1 : undefined));
}

/** Scales that only 4-bit floats have: exponents or 8-bit floats; and the state that bitsandbytes keeps of 4 bits. */
function isOfPairs(suffix: string, dtype: string): boolean {
	return (
		suffix.startsWith("quant_state.") ||
		(/scale$/.test(suffix) && (exponents.test(dtype) || dtype.startsWith("F8_")))
	);
}

function packByBits(width: number, bits: number | undefined): Packing {
	return bits !== undefined && bits >= 1 && bits <= width ? width / bits : undefined;
}

/** What is beside packed or small weights and helps to read them. Elsewhere tensors of these names are weights. */
function isCompanion({ name, dtype }: TensorEntry, siblings: Siblings): boolean {
	const { suffix } = splitName(name);
	const isOfBlocks = suffix.endsWith("_scales") && siblings.has(suffix.replace(/scales$/, "blocks"));
	if (exponents.test(dtype) || isOfBlocks) {
		return true;
	}
	return (
		companion.test(suffix) &&
		[...siblings].some(
			([key, other]) =>
				!companion.test(key) && (containerBits.has(other.dtype) || smallFloatBits.has(other.dtype)),
		)
	);
}

/** Tensors of one module by the rest of their name. */
function groupByModule(entries: readonly TensorEntry[]): ReadonlyMap<string, Siblings> {
	const modules = new Map<string, Map<string, TensorEntry>>();
	for (const entry of entries) {
		const { module, suffix } = splitName(entry.name);
		const known = modules.get(module) ?? new Map<string, TensorEntry>();
		modules.set(module, known.set(suffix, entry));
	}
	return modules;
}

/** bitsandbytes names the companions of `m.weight` `m.weight.absmax`. */
function splitName(name: string): { readonly module: string; readonly suffix: string } {
	const [, module = "", suffix = name] =
		/^(.+)\.weight\.(absmax|quant_map|nested_absmax|nested_quant_map|quant_state\..+)$/.exec(name) ??
		/^(.*)\.([^.]+)$/.exec(name) ??
		[];
	return { module, suffix };
}

function countElements({ shape }: TensorEntry): number {
	return shape.reduce((product, size) => product * size, 1);
}

function sortBySize<Key>(bytes: ReadonlyMap<Key, number>): readonly (readonly [Key, number])[] {
	return [...bytes].sort((a, b) => b[1] - a[1]);
}
