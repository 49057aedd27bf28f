import type { Architecture } from "../model/model.ts";

/** Kept in f32. */
const elementBytes = 4;

/**
 * Bytes of the state that layers without attention keep for each sequence, however long the context: the last inputs
 * of a convolution, and a matrix of the state. 0 where there are none or their sizes are not told. As llama.cpp
 * allocates it: src/llama-memory-recurrent.cpp of https://github.com/ggml-org/llama.cpp, 2026-08.
 */
export function countRecurrentBytes({ recurrent }: Architecture, sequences = 1): number {
	if (!recurrent) {
		return 0;
	}
	const { layers, innerSize, stateSize, groups, convolution } = recurrent;
	const inputs = (convolution - 1) * (innerSize + 2 * groups * stateSize);
	return layers * (inputs + stateSize * innerSize) * elementBytes * sequences;
}
