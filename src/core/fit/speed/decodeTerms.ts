import type { Accelerator } from "./accelerator.ts";
import type { DecodeLoad } from "./decodeLoad.ts";

/** One token being decoded somewhere. */
export interface DecodeCase {
	readonly load: DecodeLoad;
	readonly accelerator: Accelerator;
	/** Lower case: `cuda`, `rocm`, `vulkan`, `metal`, `mlx`, `vllm`. */
	readonly backend: string;
	readonly runtime: string;
	readonly quantization: string;
	/** Tokens in the cache. */
	readonly depthTokens: number;
	/** Layers differ in kind: attention in some, a recurrent state in others. */
	readonly isHybrid: boolean;
	readonly isLatent: boolean;
	readonly hasWindows: boolean;
}

/** A constant of the model by its name, and what it is multiplied with. */
export type Factor = readonly [key: string, scale: number];

/** A part of the time of a token: physical seconds × exp(sum of factors). */
export interface DecodeTerm {
	readonly seconds: number;
	readonly factors: readonly Factor[];
}

/** The parts, and factors on their sum. */
export interface DecodeTerms {
	readonly parts: readonly DecodeTerm[];
	readonly whole: readonly Factor[];
}

/** Middle of the accelerators, depths that factors are centered on. */
const usualTflops = 30;
const usualBandwidthGBs = 400;
const usualDepth = 8192;
const shortDepth = 256;

/** Time a layer (launches, synchronization) and a token that the constants are relative to, in seconds. */
const secondsPerLayer = 20e-6;
const secondsPerToken = 300e-6;

/**
 * The physical parts of the time of a token: reading weights, reading the cache, what each layer and each token costs
 * however small it is, unpacking weights, and attention. Each is what it would take at the accelerator's peak, times
 * constants of the backend, the family, the quantization; what a case has no constants for is as its kind is at the
 * mean.
 */
export function listDecodeTerms(decode: DecodeCase): DecodeTerms {
	const { load, accelerator, backend, runtime, quantization } = decode;
	const { family, kind, vendor } = accelerator;
	const bytesPerSecond = accelerator.bandwidthGBs * 1e9;
	const opsPerSecond = accelerator.tflops * 1e12;
	const label = classifyQuantization(quantization);
	const isSharingMemory = kind === "unified" && vendor !== "apple";
	const bandwidth = Math.log(accelerator.bandwidthGBs / usualBandwidthGBs);
	const common = (part: string): Factor[] => [
		[`base:${part}`, 1],
		[`backend:${part}:${backend}`, 1],
		[`family:${part}:${family}:${backend}`, 1],
	];
	const when = (isSo: boolean, ...factors: Factor[]): readonly Factor[] => (isSo ? factors : []);
	return {
		parts: [
			{
				seconds: load.weightBytes / bytesPerSecond,
				factors: [
					...common("weights"),
					[`format:weights:${label}`, 1],
					[`formatBackend:weights:${label}:${backend}`, 1],
					...when(
						load.isMixture,
						["mixture:weights", 1],
						[`mixtureBackend:weights:${backend}`, 1],
						["slope:weights:mixtureBandwidth", bandwidth],
					),
					...when(load.isMixture && label === "BF16", [`special:weights:mixtureBF16:${backend}`, 1]),
					...when(isSharingMemory, ["shared:weights", 1]),
					...when(kind === "datacenter", ["kind:weights:datacenter", 1]),
				],
			},
			{
				seconds: load.kvBytes / bytesPerSecond,
				factors: [
					...common("cache"),
					["slope:cache:depth", Math.log((decode.depthTokens + shortDepth) / usualDepth)],
					...when(decode.isLatent, ["special:cache:latent", 1]),
				],
			},
			{
				seconds: load.layers * secondsPerLayer,
				factors: [
					...common("layers"),
					[`runtime:layers:${runtime}`, 1],
					["slope:layers:tflops", Math.log(accelerator.tflops / usualTflops)],
					...when(
						load.isMixture,
						["mixture:layers", 1],
						[`mixtureBackend:layers:${backend}`, 1],
						["slope:layers:mixtureBandwidth", bandwidth],
					),
					...when(decode.isHybrid, ["hybrid:layers", 1], [`mixtureBackend:layers:hybrid:${backend}`, 1]),
					...when(decode.isLatent, ["special:layers:latent", 1]),
					...when(decode.hasWindows, ["special:layers:windows", 1]),
				],
			},
			{
				seconds: secondsPerToken,
				factors: [
					["base:token", 1],
					[`backend:token:${backend}`, 1],
					[`runtime:token:${runtime}`, 1],
				],
			},
			{
				seconds: load.weightOps / opsPerSecond,
				factors: [...common("unpacking"), [`unpacking:${classifyUnpacking(label)}`, 1]],
			},
			{ seconds: load.attentionOps / opsPerSecond, factors: common("attention") },
		],
		whole: [
			[acceleratorKey(accelerator, backend), 1],
			[runtimeKey(runtime), 1],
			[`runtime:whole:${runtime}:${backend}`, 1],
		],
	};
}

/** Name of the constant that an accelerator has of its own where it was measured. */
export function acceleratorKey({ name }: Accelerator, backend: string): string {
	return `accelerator:${name}:${backend}`;
}

/** The backend of an accelerator's own constant; `undefined` for other constants. */
export function readMeasuredBackend(key: string): string | undefined {
	return /^accelerator:.*:([^:]+)$/.exec(key)?.[1];
}

/** Name of the constant that a runtime has of its own where it was measured. */
export function runtimeKey(runtime: string): string {
	return `runtime:whole:${runtime}`;
}

/** Seconds of a token with some constants. */
export function sumDecodeTerms(
	{ parts, whole }: DecodeTerms,
	readConstant: (key: string) => number | undefined,
): number {
	const add = (factors: readonly Factor[]): number =>
		factors.reduce((sum, [key, scale]) => sum + (readConstant(key) ?? 0) * scale, 0);
	const seconds = parts.reduce((sum, part) => sum + part.seconds * Math.exp(add(part.factors)), 0);
	return seconds * Math.exp(add(whole));
}

/** Labels whose blocks are unpacked alike. */
function classifyQuantization(label: string): string {
	const plain = label.replace(/^UD-/i, "").toUpperCase();
	const digit = /^I?Q(\d)_/.exec(plain)?.[1];
	if (digit !== undefined && plain.endsWith("_XL")) {
		return `Q${digit}XL`;
	}
	return digit !== undefined && /_K/.test(plain) ? `Q${digit}K` : plain;
}

function classifyUnpacking(label: string): string {
	if (/^Q\dXL$|^Q\dK$/.test(label)) {
		return "K";
	}
	return label.startsWith("MLX") ? "MLX" : label;
}
