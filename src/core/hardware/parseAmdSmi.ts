import { isIntegratedAmd } from "./integratedAmd.ts";
import { bytesPerGiB, bytesPerMiB, readBytes } from "./memory.ts";
import { isRecord, readJson, readText } from "./readJson.ts";
import type { Device } from "./target.ts";

/**
 * Devices that `amd-smi static --json` printed: a list, in newer releases inside `gpu_data`. The size is `{value,
 * unit}`, in older releases a text (`24560 MB`); "MB" are MiB. As with rocm-smi, an integrated device's dedicated
 * memory is not what it can use: unknown here. Fields: https://rocm.docs.amd.com/projects/amdsmi
 */
export function parseAmdSmi(stdout: string): Device[] {
	const reply = readJson(stdout);
	const list = isRecord(reply) ? reply["gpu_data"] : reply;
	if (!Array.isArray(list)) {
		return [];
	}
	const devices: Device[] = [];
	for (const row of list) {
		const asic = isRecord(row) ? row["asic"] : undefined;
		if (!isRecord(row) || !isRecord(asic)) {
			continue;
		}
		const name = readText(asic, "market_name") ?? "AMD GPU";
		const version = readText(asic, "target_graphics_version")?.toLowerCase();
		const gfxVersion = version !== undefined && /^gfx[0-9a-f]+$/.test(version) ? version : undefined;
		const isUnified = isIntegratedAmd({ name, ...(gfxVersion !== undefined && { gfxVersion }) });
		const memoryBytes = isUnified ? undefined : readSize(row["vram"]);
		devices.push({
			name,
			vendor: "amd",
			...(isUnified && { isUnified }),
			...(memoryBytes !== undefined && { memoryBytes }),
			...(gfxVersion !== undefined && { gfxVersion }),
		});
	}
	return devices;
}

function readSize(vram: unknown): number | undefined {
	if (!isRecord(vram)) {
		return undefined;
	}
	const size = vram["size"];
	const text = isRecord(size)
		? `${readText(size, "value") ?? ""} ${readText(size, "unit") ?? "MB"}`
		: (readText(vram, "size") ?? "");
	const parts = /^([\d.]+)\s*([KMG]?i?B)?$/i.exec(text.trim());
	const unitBytes = parts?.[2]?.toUpperCase().startsWith("G") ? bytesPerGiB : bytesPerMiB;
	return readBytes(Number(parts?.[1]), unitBytes);
}
