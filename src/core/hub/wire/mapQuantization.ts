import type { Quantization } from "../../model/model.ts";
import { isRecord, type WireRow } from "./wireRow.ts";

/** What the Hub's tags say of methods, the more telling first. */
const tagMethods = [
	"nvfp4",
	"mxfp4",
	"mxfp8",
	"gptq",
	"awq",
	"bitsandbytes",
	"exl2",
	"exl3",
	"hqq",
	"aqlm",
	"auto-round",
	"bitnet",
	"fp8",
	"quark",
	"torchao",
	"compressed-tensors",
	"modelopt",
] as const;

const nameMethods: readonly (readonly [RegExp, string])[] = [
	[/nvfp4/i, "nvfp4"],
	[/mxfp4/i, "mxfp4"],
	[/gptq/i, "gptq"],
	[/(?<![a-z])awq/i, "awq"],
	[/(?<![a-z])bnb(?![a-z])/i, "bitsandbytes"],
	[/exl2(?![a-z\d])/i, "exl2"],
	[/exl3(?![a-z\d])/i, "exl3"],
	[/auto-?round/i, "auto-round"],
	[/(?<![a-z])fp8(?![a-z])/i, "fp8"],
];

/** Methods that are names of tools: what they did is told by an algorithm, a tag or the name. */
const toolMethods: ReadonlySet<string> = new Set(["modelopt", "quark"]);
/** The bits that a method is. The Hub's own tag says `8-bit` of them all, from their dtype. */
const methodBits: ReadonlyMap<string, number> = new Map([
	["nvfp4", 4],
	["mxfp4", 4],
	["mxfp8", 8],
	["fp8", 8],
	["fbgemm_fp8", 8],
	["w8a8_fp8", 8],
]);

const plainDtype = /^(BF16|F16|F32|F64|I64|I16|BOOL)$/;
const packedDtype = /^(U32|I32|U8|I8)$/;

/**
 * How the weights are quantized: the configuration's `quant_method`, then `quant_algo`, then MLX, then tags, then the
 * name. Tags and names are not believed of weights that are stored as plain floats.
 */
export function mapQuantization(row: WireRow): Quantization | undefined {
	const declared = readDeclared(row.config);
	const tags = new Set((row.tags ?? []).map((tag) => tag.toLowerCase()));
	const dtypes = [...(row.safetensors?.parameters?.keys() ?? [])];
	const isPlain = dtypes.length > 0 && dtypes.every((dtype) => plainDtype.test(dtype));
	const hinted = isPlain ? undefined : (readTagMethod(tags) ?? readNameMethod(row.id));
	const isMlx = isMlxRow(row) && (declared.bits !== undefined || dtypes.includes("U32"));
	let method = declared.method ?? declared.algo ?? (isMlx ? "mlx" : hinted);
	if (method !== undefined && toolMethods.has(method)) {
		method = declared.algo ?? refineTool(tags, row.id) ?? method;
	}
	if (method === undefined) {
		const isGgufOnly = row.safetensors === undefined && (row.gguf !== undefined || tags.has("gguf"));
		return isGgufOnly ? { method: "gguf" } : undefined;
	}
	const bits = hasPackedFp4(row)
		? 4
		: (declared.bits ?? methodBits.get(method) ?? readHintedBits(tags, row.id, method));
	return { method, ...(bits === undefined ? {} : { bits }) };
}

/** DeepSeek stores FP4 in pairs as I8 beside its scales, and declares FP8. */
function hasPackedFp4({ safetensors }: WireRow): boolean {
	return safetensors?.parameters?.has("I8") === true && safetensors.parameters.has("F8_E8M0");
}

/**
 * Bits per weight as stored: the quantization's, else those of the dtype that most weights have. `undefined` for
 * packed weights of an unknown width.
 */
export function mapStoredBits(row: WireRow, quantization: Quantization | undefined): number | undefined {
	if (quantization?.bits !== undefined) {
		return quantization.bits;
	}
	const counts = [...(row.safetensors?.parameters ?? [])].sort((a, b) => b[1] - a[1]);
	const dtype = counts[0]?.[0] ?? "";
	if (packedDtype.test(dtype)) {
		return undefined;
	}
	return dtype.startsWith("F8")
		? 8
		: new Map([
				["BF16", 16],
				["F16", 16],
				["F32", 32],
				["F64", 64],
			]).get(dtype);
}

/** Whether the weights are MLX's: safetensors that only MLX can load. */
export function isMlxRow(row: WireRow): boolean {
	const library = row.library_name?.toLowerCase() ?? "";
	const isMlxName = row.id.startsWith("mlx-community/") || /(?<![a-z])mlx(?![a-z])/i.test(row.id);
	const isTagged = row.tags?.some((tag) => tag.toLowerCase() === "mlx") ?? false;
	return (
		library.startsWith("mlx") || (isMlxName && (isTagged || row.safetensors?.parameters?.has("U32") === true))
	);
}

interface Declared {
	readonly method?: string;
	readonly algo?: string;
	readonly bits?: number;
}

function readDeclared(config: Record<string, unknown> | undefined): Declared {
	const block = config?.["quantization_config"] ?? config?.["quantization"];
	if (!isRecord(block)) {
		return {};
	}
	const method = toWord(block["quant_method"]);
	const inner = isRecord(block["quantization"]) ? block["quantization"] : block;
	const algo = toWord(inner["quant_algo"]);
	const bits = block["load_in_4bit"] === true ? 4 : block["load_in_8bit"] === true ? 8 : block["bits"];
	return {
		...(method === undefined ? {} : { method }),
		...(algo === undefined ? {} : { algo }),
		...(typeof bits === "number" && bits >= 1 && bits <= 16 ? { bits } : {}),
	};
}

function toWord(value: unknown): string | undefined {
	const word = typeof value === "string" ? value.toLowerCase() : "";
	return /^[a-z][a-z0-9_-]{0,31}$/.test(word) ? word : undefined;
}

function readTagMethod(tags: ReadonlySet<string>): string | undefined {
	return tagMethods.find((method) => tags.has(method));
}

function readNameMethod(repoId: string): string | undefined {
	return nameMethods.find(([pattern]) => pattern.test(repoId))?.[1];
}

function refineTool(tags: ReadonlySet<string>, repoId: string): string | undefined {
	if (tags.has("nvfp4") || tags.has("fp4") || /fp4/i.test(repoId)) {
		return tags.has("mxfp4") || /mxfp4/i.test(repoId) ? "mxfp4" : "nvfp4";
	}
	return tags.has("fp8") || /fp8/i.test(repoId) ? "fp8" : undefined;
}

function readHintedBits(tags: ReadonlySet<string>, repoId: string, method: string): number | undefined {
	const named = /(?:(\d)[-_]?bit|(?:int|fp)(\d)|w(\d)a\d{1,2})(?![\da-z])/i.exec(repoId);
	const fromName = Number(named?.[1] ?? named?.[2] ?? named?.[3] ?? 0);
	const tagged = [...tags]
		.map((tag) => Number(/^(\d{1,2})-bit$/.exec(tag)?.[1] ?? 0))
		.filter((bits) => bits > 0);
	const bits = toolMethods.has(method) || tagged.length !== 1 ? fromName : tagged[0];
	return bits !== undefined && bits >= 1 && bits <= 16 ? bits : undefined;
}
