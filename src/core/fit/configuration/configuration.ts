import type { Architecture } from "../../model/model.ts";

/**
 * A model on a machine as people who measure state it. Every field may be unknown. Bytes and tokens; labels as their
 * makers write them.
 */
export interface Configuration {
	readonly architecture?: Architecture;
	/** Reads all at once and writes nothing: keeps no cache, decodes no tokens. */
	readonly isEncoder?: boolean;
	/** In units; all of them, and those used a token. */
	readonly parameters?: number;
	readonly activeParameters?: number;
	readonly quantization?: string;
	readonly fileBytes?: number;
	/** `llama-bench`, `llama-server`, `ollama`, `mlx-lm`, `vllm`, … */
	readonly runtime?: string;
	/** `cuda`, `rocm`, `vulkan`, `metal`, `mlx`, `vllm`, `cpu`, …; lower case. */
	readonly backend?: string;
	/** Maker of the accelerator; lower case. */
	readonly vendor?: string;
	/** Name of the accelerator, and its memory in GB. */
	readonly accelerator?: string;
	readonly memoryGB?: number;
	/** Tokens in the cache when decoding is timed. */
	readonly depthTokens?: number;
	/** Tokens that the cache is allocated for. */
	readonly contextTokens?: number;
	readonly keyType?: string;
	readonly valueType?: string;
	readonly sequences?: number;
	readonly microBatchTokens?: number;
	readonly hasFlashAttention?: boolean;
	readonly keepsFullWindows?: boolean;
	readonly isUnifiedCache?: boolean;
	/** What a total counts: the device's memory, or all buffers that a runtime logs. */
	readonly counts?: "device" | "buffers";
}
