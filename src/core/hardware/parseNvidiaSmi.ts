import { bytesPerMiB, readBytes } from "./memory.ts";
import type { Device } from "./target.ts";

/**
 * Devices that `nvidia-smi --query-gpu=name,memory.total[,compute_cap] --format=csv,noheader,nounits` printed.
 * Memory is printed in MiB. Old drivers do not know `compute_cap` (the column is missing or `[Not Supported]`);
 * boards with unified memory (GB10, Jetson) print `[N/A]` for the memory: unknown. Lines that are not devices
 * (errors, warnings) are skipped. Columns: https://docs.nvidia.com/deploy/nvidia-smi/
 */
export function parseNvidiaSmi(stdout: string): Device[] {
	const devices: Device[] = [];
	for (const line of stdout.split(/\r?\n/)) {
		const columns = /^(?<name>.+?),\s*(?<memory>\d+|\[[^\]]*\])(?:,\s*(?<capability>.*))?$/.exec(line.trim());
		const name = columns?.groups?.["name"]?.trim();
		if (!name) {
			continue;
		}
		const memoryBytes = readBytes(Number(columns?.groups?.["memory"]), bytesPerMiB);
		const capability = /^\d+\.\d+$/.exec(columns?.groups?.["capability"]?.trim() ?? "")?.[0];
		devices.push({
			name,
			vendor: "nvidia",
			...(memoryBytes !== undefined && { memoryBytes }),
			...(capability !== undefined && { computeCapability: capability }),
			...(/\b(GB10|Thor|Orin|Xavier|Tegra)\b/i.test(name) && { isUnified: true }),
		});
	}
	return devices;
}
