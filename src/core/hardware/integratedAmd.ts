import * as integrated from "./integratedAmd.json";

const namePattern = new RegExp(integrated.namePattern, "i");

/**
 * Whether an AMD device is part of a processor and shares the system's memory. Known by PCI device id (four hex
 * digits), gfx version or product name; one that is not in the list counts as a card of its own.
 */
export function isIntegratedAmd(device: {
	readonly name?: string;
	readonly gfxVersion?: string;
	readonly deviceId?: string;
}): boolean {
	return (
		(device.deviceId !== undefined && integrated.deviceIds.includes(device.deviceId.toLowerCase())) ||
		(device.gfxVersion !== undefined && integrated.gfxVersions.includes(device.gfxVersion)) ||
		(device.name !== undefined && namePattern.test(device.name))
	);
}
