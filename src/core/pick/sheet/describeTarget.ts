import type { Target } from "../../hardware/target.ts";
import type { TargetNeed } from "./requirement.ts";

/** A target as a sheet names it: by its id, and by what somebody else would know it by. */
export function describeTarget(target: Target): TargetNeed {
	const [device] = target.devices;
	const memoryBytes = target.budgetBytes ?? device?.memoryBytes;
	return {
		id: target.id,
		vendor: target.vendor,
		...(device === undefined ? {} : { device: device.name }),
		...(memoryBytes === undefined ? {} : { memoryBytes }),
		...(target.systemMemoryBytes === undefined ? {} : { systemMemoryBytes: target.systemMemoryBytes }),
		...(target.devices.length > 1 ? { count: target.devices.length } : {}),
	};
}
