import { bytesPerGiB } from "../../hardware/memory.ts";
import type { Device, Target } from "../../hardware/target.ts";
import type { Figure } from "../../model/figure.ts";
import type { Model } from "../../model/model.ts";
import type { Candidate } from "../candidate.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { readDecodeCase, readDecodeLoad } from "../configuration/readDecodeCase.ts";
import { judgeCandidate } from "../judgeCandidate.ts";
import { limitContext } from "../kvCache.ts";
import type { DecodeEstimate } from "./decodeModel.ts";
import { estimatePlacedDecode, type PlacedCase } from "./placedDecode.ts";
import { estimatePrefill } from "./prefill.ts";
import { estimateProcessorDecode, findProcessor, usualDesktop } from "./processor.ts";
import { readDecodeModel } from "./readDecodeModel.ts";

/** How fast a candidate is on a target, in tokens a second. */
export interface SpeedFigures {
	/** Of one sequence when the context is full, without speculation. */
	readonly decode: Figure;
	/** Of reading a prompt that fills the context; absent where nothing is known of such an accelerator. */
	readonly prefill?: Figure;
}

/**
 * How fast a candidate is where a verdict places it, with the range in which 4 of 5 measurements lie. `undefined` where
 * it is not placed, a device is not in our table, or the model's shape is not known: never a number that was not
 * computed from them.
 */
export function estimateSpeed(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
	{ placement, answer } = judgeCandidate(model, candidate, target, contextTokens),
): SpeedFigures | undefined {
	if (!placement || (answer !== "fits" && answer !== "offload")) {
		return undefined;
	}
	const depthTokens = limitContext(model, contextTokens);
	const asked = describeModel(model, candidate, depthTokens);
	const software = chooseSoftware(candidate, target);
	if (!asked || !software) {
		return undefined;
	}
	if (target.vendor === "cpu") {
		return estimateOnProcessor(asked, target);
	}
	const devices = chooseDevices(target).slice(0, placement.deviceCount);
	const total = devices.reduce((sum, { memoryBytes = 0 }) => sum + memoryBytes, 0);
	const cases: PlacedCase[] = [];
	for (const { name, memoryBytes } of devices) {
		const decode = readDecodeCase({
			...asked,
			...software,
			accelerator: name,
			...(memoryBytes !== undefined && { memoryGB: memoryBytes / bytesPerGiB }),
		});
		if (!decode) {
			return undefined;
		}
		cases.push({ decode, share: total > 0 ? (memoryBytes ?? 0) / total : 1 / devices.length });
	}
	const processor = findProcessor(target.processor ?? "") ?? usualDesktop;
	const decode = estimatePlacedDecode(cases, placement, readDecodeModel(), processor);
	const [first] = cases;
	const prefill = first && placement.kind === "device" ? estimatePrefill(first.decode) : undefined;
	return decode && { decode: makeFigure(decode), ...(prefill && { prefill: makeFigure(prefill) }) };
}

function describeModel(
	{ architecture, parameters }: Model,
	{ weights }: Candidate,
	depthTokens: number,
): Configuration | undefined {
	return architecture && parameters && weights
		? {
				architecture,
				parameters: parameters.total.value,
				...(parameters.active && { activeParameters: parameters.active.value }),
				fileBytes: weights.value,
				depthTokens,
			}
		: undefined;
}

/** A processor that is not in our table but was named by a person is some desktop; a detected one is not known. */
function estimateOnProcessor(asked: Configuration, { devices, origin }: Target): SpeedFigures | undefined {
	const load = readDecodeLoad(asked);
	const processor =
		findProcessor(devices[0]?.name ?? "") ?? (origin === "detected" ? undefined : usualDesktop);
	return load && processor && { decode: makeFigure(estimateProcessorDecode(load, processor)) };
}

function makeFigure({ tokensPerSecond, low, high }: DecodeEstimate): Figure {
	return { value: tokensPerSecond, low, high, basis: "estimated", from: "hardwareFacts" };
}

/** Cards before graphics that share the system's memory; those that hold most come first. */
function chooseDevices({ devices, vendor }: Target): readonly Device[] {
	const own = devices.filter((device) => device.vendor === vendor);
	const cards = own.filter((device) => !device.isUnified);
	return [...(cards.length > 0 ? cards : own)].sort((a, b) => (b.memoryBytes ?? 0) - (a.memoryBytes ?? 0));
}

/** What such a format usually runs with; `undefined` where no speeds were measured of it. */
function chooseSoftware(
	{ format, label, bits, method }: Candidate,
	{ vendor }: Target,
): Pick<Configuration, "backend" | "runtime" | "quantization"> | undefined {
	if (format === "gguf") {
		return { runtime: "llama-server", quantization: label };
	}
	if (format === "mlx" && vendor === "apple") {
		return { backend: "mlx", quantization: `mlx-${Math.floor(bits ?? 16)}bit` };
	}
	return format === "safetensors" && (vendor === "nvidia" || vendor === "amd")
		? { backend: "vllm", quantization: nameStored(method, bits) }
		: undefined;
}

function nameStored(method: string | undefined, bits: number | undefined): string {
	if (method === undefined) {
		return "BF16";
	}
	return method === "awq" || method === "gptq" ? `AWQ${bits ?? 4}` : method.toUpperCase();
}
