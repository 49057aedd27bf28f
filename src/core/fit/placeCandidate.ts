import { listCardBudgets, readSystemBudgetBytes } from "../hardware/readBudgetBytes.ts";
import { hasOwnMemory, type Target } from "../hardware/target.ts";
import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { measureDecodeLoad } from "./speed/decodeLoad.ts";
import { fillCards, splitOverCards } from "./splitOverCards.ts";
import type { FitAnswer, FitParts, Placement } from "./verdict.ts";

/** Where a candidate would be, and what it takes there. */
export interface Placed {
	readonly answer: Extract<FitAnswer, "fits" | "offload" | "tooLarge">;
	readonly placement?: Placement;
	readonly parts: FitParts;
	readonly required: Figure;
	readonly budget: Figure;
}

/**
 * Places a candidate on a target: on one device, else split over several cards, else with what these do not hold in
 * the system's memory (cards of their own only). Of a mixture of experts, experts go there first: attention, the
 * shared part and the cache stay on the device, as llama.cpp does it (`--n-cpu-moe`, common/fit.cpp of
 * https://github.com/ggml-org/llama.cpp, 2026-08).
 */
export function placeCandidate(
	model: Model,
	candidate: Candidate,
	target: Target,
	memory: Pick<Placed, "parts" | "required" | "budget">,
): Placed {
	if (memory.required.value <= memory.budget.value) {
		return { answer: "fits", placement: { kind: "device", deviceCount: 1, hostBytes: 0 }, ...memory };
	}
	const cards = listCardBudgets(target);
	const split = splitOverCards(model, candidate, memory.parts, cards);
	if (split) {
		return { answer: "fits", ...split };
	}
	const filled = fillCards(candidate, memory.parts, cards) ?? { ...memory, deviceCount: 1 };
	const { deviceCount, ...held } = filled;
	const { required, budget } = held;
	const system = hasOwnMemory(target) ? readSystemBudgetBytes(target.systemMemoryBytes) : undefined;
	const hostBytes = required.value - budget.value;
	if (!system || required.value > budget.value + system.value) {
		return { answer: "tooLarge", ...held };
	}
	const isByExperts = keepsRestOnDevice(model, candidate, hostBytes);
	return {
		answer: "offload",
		placement: { kind: isByExperts ? "experts" : "partial", deviceCount, hostBytes },
		...held,
	};
}

/** Whether the experts alone are as many bytes as must go elsewhere. */
function keepsRestOnDevice(model: Model, { format, label, weights }: Candidate, hostBytes: number): boolean {
	const { architecture, parameters } = model;
	if (format !== "gguf" || !weights || !architecture || !parameters) {
		return false;
	}
	const load = measureDecodeLoad(
		{
			architecture,
			parameters: parameters.total.value,
			...(parameters.active && { activeParameters: parameters.active.value }),
			weightsBytes: weights.value,
			quantization: label,
		},
		0,
	);
	return load !== undefined && load.expertBytes >= hostBytes;
}
