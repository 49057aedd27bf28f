import { bytesPerGiB, bytesPerMiB, readBytes } from "./memory.ts";
import { isRecord, readJson, readText } from "./readJson.ts";
import type { Device, Vendor } from "./target.ts";

/** What `sysctl hw.memsize iogpu.wired_limit_mb` tells; a limit of 0 is "the system's default": unknown. */
export interface AppleMemory {
	readonly memoryBytes?: number;
	readonly wiredLimitBytes?: number;
}

/** Reads `name: value` lines of `sysctl`. Names that a machine does not know are missing. */
export function parseSysctlMemory(stdout: string): AppleMemory {
	const read = (name: string): number =>
		Number(new RegExp(`^${name.replace(".", "\\.")}\\s*[:=]\\s*(\\d+)`, "m").exec(stdout)?.[1]);
	const memoryBytes = readBytes(read("hw.memsize"));
	const wiredLimitBytes = readBytes(read("iogpu.wired_limit_mb"), bytesPerMiB);
	return {
		...(memoryBytes !== undefined && { memoryBytes }),
		...(wiredLimitBytes !== undefined && { wiredLimitBytes }),
	};
}

/**
 * Graphics of `system_profiler SPDisplaysDataType -json`. Apple's own share the system's memory (`memory`, from
 * sysctl); the cards of older Macs tell theirs as text (`8 GB`).
 */
export function parseSystemProfiler(stdout: string, memory: AppleMemory): Device[] {
	const reply = readJson(stdout);
	const list = isRecord(reply) ? reply["SPDisplaysDataType"] : undefined;
	const devices: Device[] = [];
	for (const row of Array.isArray(list) ? list : []) {
		const name = isRecord(row) ? readText(row, "sppci_model", "_name") : undefined;
		if (!isRecord(row) || name === undefined) {
			continue;
		}
		const vendor = readVendor(`${name} ${readText(row, "spdisplays_vendor") ?? ""}`);
		if (vendor === "apple") {
			devices.push({
				name,
				vendor,
				isUnified: true,
				...(memory.memoryBytes !== undefined && { memoryBytes: memory.memoryBytes }),
				...(memory.wiredLimitBytes !== undefined && { limitBytes: memory.wiredLimitBytes }),
			});
		} else if (vendor) {
			const memoryBytes = readSize(readText(row, "spdisplays_vram"));
			devices.push({ name, vendor, ...(memoryBytes !== undefined ? { memoryBytes } : { isUnified: true }) });
		}
	}
	return devices;
}

function readVendor(words: string): Vendor | undefined {
	const found = /apple|nvidia|amd|radeon|intel/i.exec(words)?.[0].toLowerCase();
	switch (found) {
		case "apple":
		case "nvidia":
		case "amd":
		case "intel":
			return found;
		case "radeon":
			return "amd";
		default:
			return undefined;
	}
}

function readSize(text: string | undefined): number | undefined {
	const parts = /^([\d.]+)\s*(MB|GB)$/i.exec(text ?? "");
	return readBytes(Number(parts?.[1]), parts?.[2]?.toUpperCase() === "GB" ? bytesPerGiB : bytesPerMiB);
}
