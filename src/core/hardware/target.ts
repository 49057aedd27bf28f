/** Vendors that a target can have. `cpu` means inference on the processor alone. */
export const vendors = ["nvidia", "amd", "intel", "apple", "cpu"] as const;

/** Vendor of the accelerator, or `cpu`. */
export type Vendor = (typeof vendors)[number];

/** One device with a memory of its own. Memory is in bytes. */
export interface Device {
	readonly name: string;
	readonly vendor: Vendor;
	/** Memory that the device has; `undefined`: not told by the probe. */
	readonly memoryBytes?: number;
	/** The device shares the system's memory (Apple, Strix Halo, Jetson). */
	readonly isUnified?: boolean;
	/** What the system lets a device with unified memory use (GTT on AMD, `iogpu.wired_limit_mb` on Apple), if told. */
	readonly limitBytes?: number;
	/** NVIDIA compute capability (`8.9`) or AMD gfx version (`gfx1151`). */
	readonly computeCapability?: string;
	readonly gfxVersion?: string;
}

/** What decides whether a kind of file runs on a target at all. Every `Target` is one. */
export interface TargetHardware {
	readonly vendor: Vendor;
	/** Absent or empty: any of the vendor's. */
	readonly devices?: readonly Pick<Device, "computeCapability" | "gfxVersion">[];
	/** Programs that run models there; absent: any of them. */
	readonly runtimes?: readonly string[];
	/** What each of several cards can give to a model in bytes, the largest first; absent: one, or not to be split over. */
	readonly cardBudgets?: readonly number[];
}

/** Whether a target has cards with a memory of their own beside the system's: shared memory is not there twice. */
export function hasOwnMemory({ vendor, devices }: Pick<Target, "vendor" | "devices">): boolean {
	return vendor !== "cpu" && vendor !== "apple" && !devices.every((device) => device.isUnified ?? false);
}

/** Where a target came from. */
export type TargetOrigin = "detected" | "user" | "preset";

/**
 * A named machine or accelerator that models are judged against.
 * `budgetBytes`, set by the user, replaces what the devices would give.
 */
export interface Target {
	readonly id: string;
	readonly name: string;
	readonly vendor: Vendor;
	/** Devices of that vendor, never added up naively. For `cpu`, the processor with the system's memory. */
	readonly devices: readonly Device[];
	/** The system's memory, where weights can be offloaded to, and the processor that computes what is there. */
	readonly systemMemoryBytes?: number;
	readonly processor?: string;
	readonly budgetBytes?: number;
	/** Programs that run models there (`llama.cpp`, `vLLM`), detected or chosen; absent: not known, any of them. */
	readonly runtimes?: readonly string[];
	readonly origin: TargetOrigin;
	/** When it was detected or last edited, ms since the epoch. */
	readonly asOfMs?: number;
}
