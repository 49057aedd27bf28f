import type { Figure } from "../model/figure.ts";
import shares from "./budgetShares.json";
import type { Device, Target } from "./target.ts";

const budgetSources = { detected: "probe", user: "user", preset: "hardwareFacts" } as const;

/**
 * Bytes that a target can give to a model; `undefined` where no device's memory is known.
 *
 * The user's own budget wins. Else it is that of the one device that can give most, cards before graphics that share
 * the system's memory: what several devices hold together is not a sum (`listCardBudgets`). A card: its memory less 1 GiB that llama.cpp leaves free. Unified memory: what the system lets
 * the device use (GTT, wired limit) where that is known; else Apple's working set of about 2/3 to 3/4, and 3/4
 * elsewhere. A processor: 3/4 of the memory. Sources and dates: `budgetShares.json`.
 */
export function readBudgetBytes(target: Target): Figure | undefined {
	if (target.budgetBytes !== undefined) {
		return { value: target.budgetBytes, basis: "read", from: "user" };
	}
	const cards = target.devices.filter((device) => !device.isUnified && device.memoryBytes !== undefined);
	const devices = cards.length > 0 ? cards : target.devices;
	let best: Figure | undefined;
	for (const device of devices) {
		const budget = readDeviceBudget(device);
		if (budget && (!best || budget.value > best.value)) {
			best = budget;
		}
	}
	return best && { ...best, from: budgetSources[target.origin] };
}

/**
 * What each card of a target can give to a model in bytes, the largest first, where a model may be split over them:
 * none where the user set one budget for all, or there are fewer than two cards with a memory of their own.
 */
export function listCardBudgets({ budgetBytes, devices, vendor }: Target): readonly number[] {
	if (budgetBytes !== undefined || vendor === "cpu") {
		return [];
	}
	const budgets = devices
		.filter((device) => !device.isUnified && device.vendor === vendor)
		.flatMap((device) => readDeviceBudget(device)?.value ?? []);
	return budgets.length > 1 ? budgets.sort((a, b) => b - a) : [];
}

/** Bytes of the system's memory that weights can be put into beside a device; `undefined` if not known. */
export function readSystemBudgetBytes(memoryBytes: number | undefined): Figure | undefined {
	return memoryBytes === undefined ? undefined : share(memoryBytes, shares.systemMemory);
}

function readDeviceBudget(device: Device): Figure | undefined {
	const { memoryBytes, limitBytes, isUnified, vendor } = device;
	if (vendor === "apple") {
		if (limitBytes !== undefined) {
			return { value: limitBytes, basis: "read", from: "probe" };
		}
		const { appleWorkingSet } = shares;
		const size = memoryBytes ?? 0;
		return memoryBytes === undefined
			? undefined
			: share(
					memoryBytes,
					size < appleWorkingSet.largeFromBytes ? appleWorkingSet.small : appleWorkingSet.large,
				);
	}
	if (memoryBytes === undefined) {
		return undefined;
	}
	if (vendor === "cpu" || (isUnified && limitBytes === undefined)) {
		return share(memoryBytes, shares.systemMemory);
	}
	const usableBytes = limitBytes ?? memoryBytes;
	return { value: Math.max(0, usableBytes - shares.gpuReserve.bytes), basis: "computed", from: "probe" };
}

function share(
	memoryBytes: number,
	{ share: part, low = part, high }: { readonly share: number; readonly low?: number; readonly high: number },
): Figure {
	return {
		value: Math.floor(memoryBytes * part),
		low: Math.floor(memoryBytes * low),
		high: Math.floor(memoryBytes * high),
		basis: "estimated",
		from: "probe",
	};
}
