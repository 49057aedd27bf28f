import { bytesPerGiB } from "../../hardware/memory.ts";
import type { Device, Target, Vendor } from "../../hardware/target.ts";
import type { TargetNeed } from "./requirement.ts";

/**
 * The target that a sheet speaks of: one that is known by its id or by its device's name, with the memory that was said
 * where it was said; else one of that memory, or of unknown memory, of which only its vendor is known. `undefined` where not
 * even that was said.
 */
export function findTarget(need: TargetNeed, targets: readonly Target[]): Target | undefined {
	const known =
		targets.find(({ id }) => id === need.id) ??
		(need.device === undefined ? undefined : findByName(need.device, need.memoryBytes, targets));
	const [device] = known?.devices ?? [];
	if (known !== undefined && device !== undefined) {
		const { count = 1, memoryBytes } = need;
		const isOther = count > 1 || (memoryBytes !== undefined && memoryBytes !== device.memoryBytes);
		return known.id !== need.id && isOther
			? build(need, { ...device, ...(memoryBytes === undefined ? {} : { memoryBytes }) })
			: known;
	}
	const vendor = need.vendor ?? (need.memoryBytes === undefined ? undefined : "nvidia");
	const memoryBytes = need.memoryBytes ?? (vendor === "cpu" ? need.systemMemoryBytes : undefined);
	if (vendor === undefined) {
		return undefined;
	}
	return build(need, {
		name: need.device ?? nameMachine(need.vendor, memoryBytes),
		vendor,
		...(memoryBytes === undefined ? {} : { memoryBytes }),
		...(vendor === "apple" ? { isUnified: true } : {}),
	});
}

/** As its maker is written, and what was said of its memory: `AMD 8 GiB`. */
function nameMachine(vendor: Vendor | undefined, memoryBytes: number | undefined): string {
	const maker =
		vendor === "apple" || vendor === "intel"
			? `${vendor[0]?.toUpperCase()}${vendor.slice(1)}`
			: vendor?.toUpperCase();
	const memory = memoryBytes === undefined ? undefined : `${Math.round(memoryBytes / bytesPerGiB)} GiB`;
	return [maker, memory].filter(Boolean).join(" ");
}

function build(need: TargetNeed, device: Device): Target {
	const systemMemoryBytes =
		need.systemMemoryBytes ??
		(device.vendor === "cpu" || device.isUnified === true ? device.memoryBytes : undefined);
	const id = ["named", device.vendor, device.name, device.memoryBytes, need.count].filter(Boolean).join(":");
	return {
		id,
		name: device.name,
		vendor: device.vendor,
		devices: Array.from({ length: need.count ?? 1 }, () => device),
		...(systemMemoryBytes === undefined ? {} : { systemMemoryBytes }),
		origin: "user",
	};
}

/** The device whose name has the same words; of several, that of the memory that was said. */
function findByName(
	name: string,
	memoryBytes: number | undefined,
	targets: readonly Target[],
): Target | undefined {
	const wanted = splitWords(name);
	const fitting = targets.filter(({ name: own, devices }) =>
		[own, devices[0]?.name ?? ""].some((each) => {
			const words = splitWords(each);
			return wanted.length > 0 && wanted.every((word) => words.includes(word));
		}),
	);
	return fitting.find(({ devices }) => devices[0]?.memoryBytes === memoryBytes) ?? fitting[0];
}

function splitWords(name: string): readonly string[] {
	return name
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== "" && !/^(?:nvidia|amd|apple|intel|geforce|radeon)$/.test(word));
}
