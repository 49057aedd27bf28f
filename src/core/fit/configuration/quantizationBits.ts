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
	const packed = /^(?:awq|gptq)-?(?:int)?(\d)?/i.exec(label);
	if (packed) {
		return Number(packed[1] ?? 4) + 0.25;
	}
	const plain = label.replace(/\s+-\s.*$/, "");
	return /^(?:fp8|int8)/i.test(plain) ? 8 : readGgufBits(plain.toUpperCase());
}

/**
 * Bits a weight of the input embedding in a file with this label: its plain block, where the mean is raised by
 * wider tensors elsewhere.
 */
export function readEmbeddingBits(label: string | undefined, meanBits: number): number {
	const digit = Number(/^(?:UD-)?I?Q(\d)_/i.exec(label ?? "")?.[1] ?? 0);
	return blockBits[digit] || meanBits;
}
