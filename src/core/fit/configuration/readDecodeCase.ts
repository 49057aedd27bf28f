import { findAccelerator } from "../speed/accelerator.ts";
import { type DecodeLoad, measureDecodeLoad } from "../speed/decodeLoad.ts";
import type { DecodeCase } from "../speed/decodeTerms.ts";
import type { Configuration } from "./configuration.ts";
import { readWeightsBytes } from "./estimateMemory.ts";
import { readQuantizationBits } from "./quantizationBits.ts";
import { nameSoftware } from "./softwareNames.ts";

/** Families whose other layers are short convolutions, which cost no more than attention. */
const shortConvolution = /^lfm2/i;

/**
 * What a token of a configuration takes; `undefined` where the architecture or the bytes are not known. Parameters that
 * are not told are counted back from the bytes.
 */
export function readDecodeLoad(configuration: Configuration): DecodeLoad | undefined {
	const { architecture, activeParameters, quantization = "", depthTokens = 0 } = configuration;
	const weightsBytes = readWeightsBytes(configuration);
	const bits = readQuantizationBits(quantization);
	const counted = bits === undefined || weightsBytes === undefined ? undefined : (weightsBytes * 8) / bits;
	const parameters = configuration.parameters ?? counted;
	return architecture && parameters !== undefined && weightsBytes !== undefined
		? measureDecodeLoad(
				{
					architecture,
					parameters,
					weightsBytes,
					quantization,
					...(activeParameters !== undefined && { activeParameters }),
				},
				depthTokens,
			)
		: undefined;
}

/**
 * What a configuration decodes and where; `undefined` where the accelerator or what a token takes is not known, or the
 * backend is not one of its vendor's.
 */
export function readDecodeCase(configuration: Configuration): DecodeCase | undefined {
	const { architecture = {}, accelerator: name, memoryGB } = configuration;
	const accelerator = name === undefined ? undefined : findAccelerator(name, memoryGB);
	const load = readDecodeLoad(configuration);
	const software =
		accelerator && nameSoftware(configuration.runtime, configuration.backend, accelerator.vendor);
	if (!accelerator || !load || !software) {
		return undefined;
	}
	const { fullAttentionInterval, slidingWindow, attentionLayers, mlaCacheSize } = architecture;
	return {
		load,
		accelerator,
		...software,
		quantization: configuration.quantization ?? "",
		depthTokens: configuration.depthTokens ?? 0,
		isHybrid:
			(attentionLayers !== undefined && !shortConvolution.test(architecture.name ?? "")) ||
			(fullAttentionInterval !== undefined && slidingWindow === undefined),
		isLatent: mlaCacheSize !== undefined,
		hasWindows: slidingWindow !== undefined,
	};
}
