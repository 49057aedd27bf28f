import type { TensorFacts } from "./tensorFacts.ts";

/** Container format of weights. */
export const weightFormats = [
	"safetensors",
	"gguf",
	"pytorch",
	"onnx",
	"mlx",
	"openvino",
	"coreml",
	"tflite",
	"keras",
	"jax",
	"nemo",
] as const;

/** Container format of weights. */
export type WeightFormat = (typeof weightFormats)[number];

/** One file of a repository at a revision. */
export interface RepoFile {
	/** Path in the repository, with `/`. */
	readonly path: string;
	/** Bytes; `undefined` where the reply did not say. */
	readonly sizeBytes?: number;
}

/**
 * What would really be loaded: one checkpoint set of a repository (a quantized GGUF file, a set of safetensors
 * shards), not the repository.
 */
export interface Artifact {
	readonly format: WeightFormat;
	/** The set's files in order; never empty. */
	readonly files: readonly string[];
	/** Sum over the files; `undefined` as soon as one size is missing. */
	readonly sizeBytes?: number;
	/** What a vision model needs beside a GGUF file to see: the projector that runtimes load with it. */
	readonly projector?: RepoFile;
	/** Quantization label as its makers write it (`Q4_K_M`, `AWQ`, `fp16`); `undefined` if not told. */
	readonly quantization?: string;
	/** What its tensors are; absent: its headers were not read. */
	readonly tensors?: TensorFacts;
}
