import type { Figure } from "../model/figure.ts";
import type { Model } from "../model/model.ts";
import type { Candidate } from "./candidate.ts";
import { sumParts } from "./parts.ts";
import * as split from "./splitOverCards.json";
import type { FitParts, Placement } from "./verdict.ts";

/** A model split over several cards: what it takes then, and what of them the split can use. */
export interface Split {
	readonly placement: Placement;
	readonly parts: FitParts;
	readonly required: Figure;
	readonly budget: Figure;
}

/**
 * The split over the fewest cards of a target that holds a candidate; `undefined` where none does. Memory is not added
 * up: llama.cpp puts whole layers, with their cache, on each card, and every card holds the runtime's own share; vLLM
 * puts an equal part of every layer on each, so that the smallest card decides and the heads must divide by their
 * number. Other formats are not split. Sources and dates: `splitOverCards.json`.
 */
export function splitOverCards(
	model: Model,
	candidate: Candidate,
	parts: FitParts,
	cardBudgets: readonly number[],
): Split | undefined {
	for (let cards = 2; cards <= cardBudgets.length; cards++) {
		const budgets = cardBudgets.slice(0, cards);
		const found =
			candidate.format === "gguf"
				? splitLayers(model, parts, budgets)
				: candidate.format === "safetensors"
					? splitTensors(model, parts, budgets)
					: undefined;
		if (found) {
			return found;
		}
	}
	return undefined;
}

/**
 * What the cards of a target hold together of a candidate that none of the splits does, the rest being elsewhere: llama.cpp
 * fills each beside the runtime's own share. `undefined` for other formats, and where that is no more than one card.
 */
export function fillCards(
	{ format }: Candidate,
	parts: FitParts,
	cardBudgets: readonly number[],
): (Omit<Split, "placement"> & { readonly deviceCount: number }) | undefined {
	const own = parts.overhead?.value ?? 0;
	const budgets = cardBudgets.filter((budget) => budget > own);
	const repeated = repeatOverhead(parts, budgets.length);
	const required = sumParts(repeated);
	return format === "gguf" && budgets.length > 1 && required
		? {
				deviceCount: budgets.length,
				parts: repeated,
				required,
				budget: { value: sum(budgets), basis: "computed", from: "probe" },
			}
		: undefined;
}

function splitLayers(
	{ architecture }: Model,
	parts: FitParts,
	budgets: readonly number[],
): Split | undefined {
	const units = (architecture?.layers ?? split.fewestLayers) + split.outputLayers;
	const bytesPerUnit = ((parts.weights?.value ?? 0) + (parts.kvCache?.value ?? 0)) / units;
	const ownBytes = parts.overhead?.value ?? 0;
	const held = budgets.map((budget) => Math.floor(Math.max(0, budget - ownBytes) / bytesPerUnit));
	const isHeld = held.reduce((sum, count) => sum + count, 0) >= units && held.every((count) => count > 0);
	return isHeld
		? describe("layers", repeatOverhead(parts, budgets.length), budgets.length, sum(budgets))
		: undefined;
}

function splitTensors(
	{ architecture = {} }: Model,
	parts: FitParts,
	budgets: readonly number[],
): Split | undefined {
	const cards = budgets.length;
	const { heads, kvHeads, mlaCacheSize } = architecture;
	if (heads === undefined || heads % cards !== 0) {
		return undefined;
	}
	// A card holds at least one head of the cache; a latent that all heads share is on each.
	const isDivided = mlaCacheSize === undefined && kvHeads !== undefined && kvHeads % cards === 0;
	const copies = isDivided
		? 1
		: mlaCacheSize === undefined && kvHeads
			? Math.min(cards, cards / kvHeads)
			: cards;
	const { kvCache } = parts;
	const repeated = repeatOverhead(
		{ ...parts, ...(kvCache && { kvCache: scale(kvCache, Math.max(1, copies)) }) },
		cards,
	);
	return describe("tensors", repeated, cards, cards * Math.min(...budgets));
}

function describe(
	kind: Placement["kind"],
	parts: FitParts,
	deviceCount: number,
	budgetBytes: number,
): Split | undefined {
	const required = sumParts(parts);
	return required && required.value <= budgetBytes
		? {
				placement: { kind, deviceCount, hostBytes: 0 },
				parts,
				required,
				budget: { value: budgetBytes, basis: "computed", from: "probe" },
			}
		: undefined;
}

function repeatOverhead(parts: FitParts, cards: number): FitParts {
	return { ...parts, ...(parts.overhead && { overhead: scale(parts.overhead, cards) }) };
}

function scale(figure: Figure, factor: number): Figure {
	return {
		...figure,
		value: figure.value * factor,
		...(figure.low !== undefined && { low: figure.low * factor }),
		...(figure.high !== undefined && { high: figure.high * factor }),
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
