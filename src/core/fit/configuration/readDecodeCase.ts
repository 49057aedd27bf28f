import { findAccelerator } from "../speed/accelerator.ts";
import { measureDecodeLoad } from "../speed/decodeLoad.ts";
import type { DecodeCase } from "../speed/decodeTerms.ts";
import type { Configuration } from "./configuration.ts";
import { readWeightsBytes } from "./estimateMemory.ts";

const usualBackends: Readonly<Record<string, string>> = {
	nvidia: "cuda",
	amd: "rocm",
	intel: "vulkan",
	apple: "metal",
};

/** Families whose other layers are short convolutions, which cost no more than attention. */
const shortConvolution = /^lfm2/i;

/** What a configuration decodes and where; `undefined` where the accelerator, the architecture or the bytes are not known. */
export function readDecodeCase(configuration: Configuration): DecodeCase | undefined {
	const { architecture, parameters, activeParameters, quantization = "" } = configuration;
	const { accelerator: name, memoryGB, depthTokens = 0 } = configuration;
	const accelerator = name === undefined ? undefined : findAccelerator(name, memoryGB);
	const weightsBytes = readWeightsBytes(configuration);
	if (!accelerator || !architecture || parameters === undefined || weightsBytes === undefined) {
		return undefined;
	}
	const load = measureDecodeLoad(
		{
			architecture,
			parameters,
			weightsBytes,
			quantization,
			...(activeParameters !== undefined && { activeParameters }),
		},
		depthTokens,
	);
	const backend = configuration.backend ?? usualBackends[accelerator.vendor] ?? "";
	const { fullAttentionInterval, slidingWindow, attentionLayers, mlaCacheSize } = architecture;
	return (
		load && {
			load,
			accelerator,
			backend,
			runtime: configuration.runtime ?? "llama-bench",
			quantization,
			depthTokens,
			isHybrid:
				(attentionLayers !== undefined && !shortConvolution.test(architecture.name ?? "")) ||
				(fullAttentionInterval !== undefined && slidingWindow === undefined),
			isLatent: mlaCacheSize !== undefined,
			hasWindows: slidingWindow !== undefined,
		}
	);
}
