import { isIntegratedAmd } from "./integratedAmd.ts";
import { readBytes } from "./memory.ts";
import { isRecord, readJson, readText } from "./readJson.ts";
import type { Device, Vendor } from "./target.ts";

/** `AdapterRAM` is a 32-bit number: from about 4 GiB on it says nothing. One MiB below the end, as drivers round. */
const adapterRamEnd = 4_293_918_720;

/**
 * Video controllers of `Get-CimInstance Win32_VideoController | ConvertTo-Json`: one object or a list, with the size
 * that the driver noted in the registry (`MemorySize`) where it did. Without, memory of 4 GiB and more is unknown; so is that of integrated devices, whose number is only what firmware reserves for them.
 * Field: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-videocontroller
 */
export function parseVideoControllers(stdout: string): Device[] {
	const reply = readJson(stdout);
	const devices: Device[] = [];
	for (const row of Array.isArray(reply) ? reply : [reply]) {
		if (!isRecord(row)) {
			continue;
		}
		const name = readText(row, "Name");
		const pnpId = readText(row, "PNPDeviceID") ?? "";
		const vendor = name === undefined ? undefined : readVendor(name, pnpId);
		if (name === undefined || vendor === undefined) {
			continue;
		}
		const isUnified =
			(vendor === "amd" &&
				isIntegratedAmd({ name, deviceId: /DEV_([0-9A-F]{4})/i.exec(pnpId)?.[1] ?? "" })) ||
			(vendor === "intel" && !/Arc\(?(TM)?\)? (A|B|Pro)/i.test(name));
		const driverBytes = readBytes(Number(readText(row, "MemorySize")));
		const adapterRam = readBytes(Number(readText(row, "AdapterRAM")));
		const memoryBytes =
			driverBytes ?? (adapterRam !== undefined && adapterRam < adapterRamEnd ? adapterRam : undefined);
		devices.push({
			name,
			vendor,
			...(isUnified && { isUnified }),
			...(!isUnified && memoryBytes !== undefined && { memoryBytes }),
		});
	}
	return devices;
}

function readVendor(name: string, deviceId: string): Vendor | undefined {
	if (/VEN_10DE/i.test(deviceId) || /nvidia/i.test(name)) {
		return "nvidia";
	}
	if (/VEN_1002/i.test(deviceId) || /\b(amd|radeon)\b/i.test(name)) {
		return "amd";
	}
	return /VEN_8086/i.test(deviceId) || /\bintel/i.test(name) ? "intel" : undefined;
}
