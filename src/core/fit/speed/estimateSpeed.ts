import { bytesPerGiB } from "../../hardware/memory.ts";
import type { Device, Target } from "../../hardware/target.ts";
import type { Figure } from "../../model/figure.ts";
import type { Model } from "../../model/model.ts";
import type { Candidate } from "../candidate.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { readDecodeCase } from "../configuration/readDecodeCase.ts";
import { judgeCandidate } from "../judgeCandidate.ts";
import { limitContext } from "../kvCache.ts";
import { estimateDecode } from "./decodeModel.ts";
import { readDecodeModel } from "./readDecodeModel.ts";

/**
 * Tokens a second that one sequence is decoded with when the context is full, without speculation, with the range in
 * which 4 of 5 measurements lie. `undefined` where the candidate does not fit one device of the target, the device is
 * not in our table, or the model's shape is not known: never a number that was not computed from them.
 */
export function estimateSpeed(
	model: Model,
	candidate: Candidate,
	target: Target,
	contextTokens: number,
): Figure | undefined {
	const device = chooseDevice(target);
	const software = chooseSoftware(candidate, target);
	const { architecture, parameters } = model;
	if (!device || !software || !architecture || !parameters || !candidate.weights) {
		return undefined;
	}
	if (judgeCandidate(model, candidate, target, contextTokens).answer !== "fits") {
		return undefined;
	}
	const decode = readDecodeCase({
		...software,
		architecture,
		parameters: parameters.total.value,
		...(parameters.active && { activeParameters: parameters.active.value }),
		fileBytes: candidate.weights.value,
		accelerator: device.name,
		...(device.memoryBytes !== undefined && { memoryGB: device.memoryBytes / bytesPerGiB }),
		depthTokens: limitContext(model, contextTokens),
	});
	if (!decode) {
		return undefined;
	}
	const { tokensPerSecond, low, high } = estimateDecode(decode, readDecodeModel());
	return { value: tokensPerSecond, low, high, basis: "estimated", from: "hardwareFacts" };
}

/** The device that can hold most, cards before graphics that share the system's memory. */
function chooseDevice({ devices, vendor }: Target): Device | undefined {
	const own = devices.filter((device) => device.vendor === vendor);
	const cards = own.filter((device) => !device.isUnified);
	return [...(cards.length > 0 ? cards : own)].sort((a, b) => (b.memoryBytes ?? 0) - (a.memoryBytes ?? 0))[0];
}

/** What such a format usually runs with; `undefined` where no speeds were measured of it. */
function chooseSoftware(
	{ format, label, bits, method }: Candidate,
	{ vendor }: Target,
): Pick<Configuration, "backend" | "runtime" | "quantization"> | undefined {
	if (format === "gguf" && vendor !== "cpu") {
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
