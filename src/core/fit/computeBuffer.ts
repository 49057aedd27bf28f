/** What the size of a compute buffer depends on; in units. */
export interface ComputeShape {
	readonly hiddenSize: number;
	readonly vocabSize: number;
	readonly heads?: number;
	readonly headDim?: number;
	readonly feedForwardSize?: number;
}

/** How a runtime evaluates. */
export interface ComputeSetup {
	readonly contextTokens: number;
	/** Tokens evaluated at once. */
	readonly microBatchTokens: number;
	/** Without flash attention, scores are kept for every head. */
	readonly hasFlashAttention: boolean;
}

const cellTokens = 256;
const floatBytes = 4;
const halfBytes = 2;

/** Workspace of the matrix library beside its copies of weights, from the difference of peaks with and without a prompt. */
const libraryWorkspaceBytes = 100 * 1024 ** 2;

/**
 * Bytes of llama.cpp's compute buffer: the larger of the logits' (a row of the vocabulary for every token evaluated
 * at once) and attention's (a mask in f16, and without flash attention the scores of every head in f32).
 * src/llama-context.cpp of https://github.com/ggml-org/llama.cpp, 2026-08, and its logged buffers.
 */
export function countComputeBytes(shape: ComputeShape, setup: ComputeSetup): number {
	const { hiddenSize, vocabSize, heads = 1 } = shape;
	const { contextTokens, microBatchTokens, hasFlashAttention } = setup;
	const rows = hiddenSize * microBatchTokens * floatBytes;
	const cells = Math.ceil(contextTokens / cellTokens) * cellTokens;
	const scores = hasFlashAttention ? cells * halfBytes : (heads + 1) * cells * floatBytes;
	return Math.max(vocabSize * microBatchTokens * floatBytes + rows, scores * microBatchTokens + 4 * rows);
}

/**
 * Bytes that a ROCm build takes on the first prompt for copies of weights in f16 that its matrix library needs: the
 * largest feed-forward and query matrix (experts are multiplied in place), and the library's workspace.
 */
export function countPromptPoolBytes({
	hiddenSize,
	heads = 0,
	headDim = 0,
	feedForwardSize = 0,
}: ComputeShape): number {
	return hiddenSize * (feedForwardSize + heads * headDim) * halfBytes + libraryWorkspaceBytes;
}
