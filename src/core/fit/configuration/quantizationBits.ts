import { readGgufBits } from "../weights.ts";

/** Bits of a block of the plain quantizations of ggml, by their digit. https://github.com/ggml-org/llama.cpp, ggml-common.h, 2026-08. */
const blockBits: readonly number[] = [0, 1.75, 2.625, 3.4375, 4.5, 5.5, 6.5625, 7.5, 8.5];

/**
 * Mean bits a weight of a file with this label (`Q4_K_M`, `mlx-4bit`, `AWQ4`, `IQ4_K - 4.5 bpw`); `undefined` for
 * what names no width.
 */
export function readQuantizationBits(label: string): number | undefined {
	const stated = /(\d+(?:\.\d+)?)\s*bpw/i.exec(label)?.[1];
	const mlx = /^mlx-(\d+)bit/i.exec(label)?.[1];
	if (stated !== undefined || mlx !== undefined) {
		return stated === undefined ? Number(mlx) + 0.5 : Number(stated);
	}
	const packed = /^(?:awq|gptq|w(?=\da16)|int(?=4))-?(?:int)?(\d)?/i.exec(label);
	if (packed) {
		return Number(packed[1] ?? 4) + 0.25;
	}
	if (/^(?:bnb-?4|nf4)/i.test(label)) {
		return 4.5;
	}
	const plain = label.replace(/\s+-\s.*$/, "");
	return /^(?:fp8|int8|w8a8|bnb-?8)/i.test(plain) ? 8 : readGgufBits(plain.toUpperCase());
}

const sizes: Readonly<Record<string, string>> = { small: "S", medium: "M", large: "L" };

/**
 * The usual spelling of a label, so that those who write it otherwise mean the same: `q4_k_m`, `Q4_K - Medium` and
 * `Q4_K_M.gguf` are `Q4_K_M`, `4bit` of MLX is `mlx-4bit`, `float16` is `F16`. Others stay as they are.
 */
export function readQuantizationLabel(
	label: string | null | undefined,
	backend?: string | null,
): string | undefined {
	const plain = label?.trim().replace(/\.gguf$|^i1-|^mlx-(?=(?:mx|nv)fp4|b?f(?:p|loat)?16)/gi, "");
	if (plain === undefined || plain === "") {
		return undefined;
	}
	const bits = /^(?:mlx[-_ ]?)?(?:int|q)?([2-8])(?:[-_ ]?bits?)?$/i.exec(plain)?.[1];
	if (bits !== undefined && (/^mlx/i.test(plain) || /mlx/i.test(backend ?? ""))) {
		return `mlx-${bits}bit`;
	}
	const sized = /^(.*_K) - (small|medium|large)$/i.exec(plain);
	const packed = /^(awq|gptq)[-_ ]?(?:int)?([2-8])?(?:[-_ ]?bits?)?$/i.exec(plain);
	if (packed) {
		return `${packed[1]?.toUpperCase()}${packed[2] ?? 4}`;
	}
	if (/^(?:b?fp?|b?float)(?:16|32)$/i.test(plain)) {
		return plain.toUpperCase().replace(/^(B?)F(?:P|LOAT)?/, "$1F");
	}
	if (/^fp8\b|^fp8_|^float8/i.test(plain)) {
		return "FP8";
	}
	const isUpper = /^(?:ud-)?(?:i?q|tq)\d|^(?:mx|nv)fp\d/i.test(plain) && !plain.includes(" ");
	return sized
		? `${sized[1]?.toUpperCase()}_${sizes[sized[2]?.toLowerCase() ?? ""]}`
		: isUpper
			? plain.toUpperCase()
			: plain;
}

/**
 * Bits a weight of the input embedding in a file with this label: its plain block, where the mean is raised by
 * wider tensors elsewhere.
 */
export function readEmbeddingBits(label: string | undefined, meanBits: number): number {
	const digit = Number(/^(?:UD-)?I?Q(\d)_/i.exec(label ?? "")?.[1] ?? 0);
	return blockBits[digit] || meanBits;
}
