import { listPresets } from "../hardware/listPresets.ts";
import { bytesPerGiB } from "../hardware/memory.ts";
import type { Device, Target } from "../hardware/target.ts";
import type { PolicyMachine } from "./policySchema.ts";

/**
 * A machine of a policy as a target: a known one by its id or name (`rtx-4090`, `GeForce RTX 4090`, in any case), or one
 * that is described. `undefined` for a name that is not known.
 */
export function readPolicyTarget(entry: string | PolicyMachine): Target | undefined {
	if (typeof entry === "string") {
		const wanted = entry.toLowerCase();
		return listPresets().find(
			({ id, name }) => id === wanted || id === `preset:${wanted}` || name.toLowerCase() === wanted,
		);
	}
	const { name, vendor, count, unified, systemMemoryGiB, computeCapability, gfxVersion, runtimes } = entry;
	const memoryBytes = Math.round(entry.memoryGiB * bytesPerGiB);
	const device: Device = {
		name,
		vendor,
		memoryBytes,
		...(unified !== undefined && { isUnified: unified }),
		...(computeCapability !== undefined && { computeCapability }),
		...(gfxVersion !== undefined && { gfxVersion }),
	};
	const sharesMemory = unified === true || vendor === "cpu";
	const systemMemoryBytes =
		systemMemoryGiB === undefined ? undefined : Math.round(systemMemoryGiB * bytesPerGiB);
	return {
		id: `policy:${name}`,
		name,
		vendor,
		devices: Array.from({ length: count ?? 1 }, () => device),
		...(systemMemoryBytes !== undefined
			? { systemMemoryBytes }
			: sharesMemory && { systemMemoryBytes: memoryBytes }),
		...(runtimes !== undefined && { runtimes }),
		origin: "user",
	};
}
