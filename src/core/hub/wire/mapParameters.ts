import type { Figure } from "../../model/figure.ts";
import type { Parameters, Quantization } from "../../model/model.ts";
import { readNameSize } from "../../model/nameSize.ts";
import type { WireRow } from "./wireRow.ts";

/** A count and a name that differ by more than this do not speak of the same thing. */
const mostDifference = 0.3;
/** Small names are coarse: Llama 3.2 1B has 1.5 B with its head counted, Gemma 2 2B has 2.6 B. */
const mostRounding = 0.65e9;
/** Weights that share a scale: one byte in NVFP4, two half-floats in MLX. */
const weightsPerScale = { nvfp4: 16, mlx: 64 };
/** Methods whose packed weights the Hub mostly counts as what they hold. */
const hubUnpacks: ReadonlySet<string> = new Set([
	"gptq",
	"awq",
	"mxfp4",
	"bitsandbytes",
	"compressed-tensors",
]);

/**
 * The parameters of a model from what the Hub counted in its files. Counts of plain floats are right. Packed weights are
 * counted by their containers or by themselves, depending on the method, so they are unpacked, and checked against the
 * size in the name; when no count agrees with it, the name's is the estimate. Adapters are counted, never named: the
 * size in their name is their base model's. Rules and examples: recorded replies of the Hub, 2026-03 to 2026-05.
 */
export function mapParameters(
	row: WireRow,
	quantization: Quantization | undefined,
	isMixture: boolean,
): Parameters | undefined {
	const name = isAdapter(row) ? undefined : readNameSize(row.id);
	const total =
		countSafetensors(row, quantization, name?.total) ?? countGguf(row, name?.total) ?? fromName(name);
	if (total === undefined) {
		return undefined;
	}
	const active =
		isMixture && name?.active !== undefined && name.active < total.value ? name.active : undefined;
	return {
		total,
		...(active === undefined ? {} : { active: { value: active, basis: "estimated", from: "repoName" } }),
	};
}

function isAdapter({ baseModels, id, library_name, tags }: WireRow): boolean {
	const isNamed = /(?<![a-z])q?lora(?![a-z])/i.test(id) && !/merge/i.test(id);
	const isTagged = tags?.some((tag) => tag.startsWith("base_model:adapter:")) ?? false;
	return library_name === "peft" || baseModels?.relation === "adapter" || isTagged || isNamed;
}

function countSafetensors(
	row: WireRow,
	quantization: Quantization | undefined,
	named: number | undefined,
): Figure | undefined {
	const { parameters, total } = row.safetensors ?? {};
	if (parameters === undefined || parameters.size === 0) {
		return total === undefined || total === 0 ? undefined : chooseByName([readTotal(total)], named);
	}
	const tensors = sumTensors(parameters);
	const plain = tensors.float + tensors.float8;
	const packed = tensors.u32 + tensors.i32 + tensors.u8 + tensors.i8;
	const isPacked = packed > 0 && (quantization !== undefined || tensors.scale > 0 || packed > plain);
	if (!isPacked) {
		return plain > 0 ? checkPlain(plain, total, named) : undefined;
	}
	const unpacked = unpack(tensors, quantization);
	const sum = [...parameters.values()].reduce((all, count) => all + count, 0);
	// A total below what was counted is a bad one; one that is the sum is right only where the Hub unpacks by itself.
	const hubTotal = total !== undefined && total >= sum * 0.999 ? readTotal(total) : undefined;
	const isUnpackedByHub = hubUnpacks.has(quantization?.method ?? "");
	const candidates = isUnpackedByHub ? [hubTotal, unpacked] : [unpacked, hubTotal];
	return chooseByName(
		candidates.filter((candidate) => candidate !== undefined),
		named,
		isUnpackedByHub || unpacked !== undefined,
	);
}

/**
 * A count of plain floats is what the files hold, whatever the name says; where that is something else, it is shown as
 * an estimate. Only a count that cannot be of the model at all gives way to the name.
 */
function checkPlain(plain: number, total: number | undefined, named: number | undefined): Figure {
	if (named !== undefined && plain < named / 100) {
		return { value: named, basis: "estimated", from: "repoName" };
	}
	const isAgreed = named === undefined || agrees(plain, named);
	const basis = !isAgreed ? "estimated" : plain === total ? "read" : "computed";
	return { value: plain, basis, from: "safetensorsTotal" };
}

interface Tensors {
	readonly float: number;
	readonly float8: number;
	/** Exponents that are scales. */
	readonly scale: number;
	readonly u32: number;
	readonly i32: number;
	readonly u8: number;
	readonly i8: number;
}

/** Element counts by use. Wide integers and booleans are buffers (positions, masks), not weights. */
function sumTensors(parameters: ReadonlyMap<string, number>): Tensors {
	const read = (...dtypes: readonly string[]): number =>
		dtypes.reduce((sum, dtype) => sum + (parameters.get(dtype) ?? 0), 0);
	return {
		float: read("F64", "F32", "F16", "BF16"),
		float8: read("F8_E4M3", "F8_E5M2"),
		scale: read("F8_E8M0"),
		u32: read("U32"),
		i32: read("I32"),
		u8: read("U8"),
		i8: read("I8"),
	};
}

function unpack(tensors: Tensors, quantization: Quantization | undefined): Figure | undefined {
	const { float, float8, i32, i8, scale, u32, u8 } = tensors;
	const bits = quantization?.bits;
	if (u32 > 0) {
		const weights = (u32 * 32) / (bits ?? 32);
		const rest = Math.max(0, float - (2 * weights) / weightsPerScale.mlx);
		return bits === undefined ? undefined : unpackedFigure(weights + rest);
	}
	if (scale > 0 && i8 > 0) {
		// DeepSeek's FP4: two weights a byte.
		return unpackedFigure(i8 * 2 + float + float8);
	}
	if (u8 > 0) {
		const weights = u8 * 2;
		return unpackedFigure(weights + float + Math.max(0, float8 - weights / weightsPerScale.nvfp4));
	}
	if (i32 > 0) {
		return bits === undefined ? undefined : unpackedFigure((i32 * 32) / bits + float + float8);
	}
	return unpackedFigure(i8 + float + float8);
}

function unpackedFigure(value: number): Figure {
	return { value: Math.round(value), basis: "computed", from: "safetensorsUnpacked" };
}

function readTotal(total: number): Figure {
	return { value: total, basis: "read", from: "safetensorsTotal" };
}

function countGguf(row: WireRow, named: number | undefined): Figure | undefined {
	const total = row.gguf?.total;
	return total === undefined || total === 0
		? undefined
		: chooseByName([{ value: total, basis: "read", from: "ggufTotal" }], named);
}

/**
 * The first count that agrees with the name. None does: the name. There is no name: the first count, if it may be
 * believed by itself.
 */
function chooseByName(
	candidates: readonly Figure[],
	named: number | undefined,
	canStandAlone = true,
): Figure | undefined {
	if (named === undefined) {
		return canStandAlone ? candidates[0] : undefined;
	}
	const agreeing = candidates.find(({ value }) => agrees(value, named));
	return agreeing ?? { value: named, basis: "estimated", from: "repoName" };
}

function agrees(value: number, named: number): boolean {
	return Math.abs(value - named) <= Math.max(named * mostDifference, named < 1e9 ? 0 : mostRounding);
}

function fromName(name: ReturnType<typeof readNameSize> | undefined): Figure | undefined {
	if (name?.total === undefined) {
		return undefined;
	}
	// Mixtral 8x7B is 46.7 B: experts share their attention layers.
	const low = name.isProduct ? { low: name.total * 0.8, high: name.total } : {};
	return { value: name.total, ...low, basis: "estimated", from: "repoName" };
}
