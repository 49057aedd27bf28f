import { isIntegratedAmd } from "./integratedAmd.ts";
import { readBytes } from "./memory.ts";
import type { Device } from "./target.ts";

/** An AMD device as its driver's files tell it. `vramBytes` is the dedicated memory, to match other tools' rows by. */
export interface AmdgpuDevice extends Device {
	readonly vramBytes?: number;
}

/**
 * Devices of the amdgpu driver, from the files below `/sys` (`class/drm/cardN/device/…`, `class/kfd/…/properties`).
 * A device that shares the system's memory (Strix Halo: 512 MB dedicated) can use what the driver maps for it, the
 * GTT size, or its dedicated part where firmware was told to reserve more than that.
 * Files: https://docs.kernel.org/gpu/amdgpu/driver-misc.html
 */
export function parseAmdgpuFiles(files: ReadonlyMap<string, string>): AmdgpuDevice[] {
	const gfxById = readGfxVersions(files);
	const cards = new Set<string>();
	for (const path of files.keys()) {
		const card = /^(class\/drm\/card\d+\/device)\/mem_info_vram_total$/.exec(path)?.[1];
		if (card !== undefined) {
			cards.add(card);
		}
	}
	const devices: AmdgpuDevice[] = [];
	for (const card of [...cards].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))) {
		const read = (file: string): string | undefined => files.get(`${card}/${file}`)?.trim();
		if ((read("vendor") ?? "0x1002").toLowerCase() !== "0x1002") {
			continue;
		}
		const deviceId = read("device")?.toLowerCase().replace(/^0x/, "");
		const name = read("product_name") || `AMD GPU${deviceId === undefined ? "" : ` [${deviceId}]`}`;
		const gfxVersion = deviceId === undefined ? undefined : gfxById.get(deviceId);
		const vramBytes = readBytes(Number(read("mem_info_vram_total")));
		const gttBytes = readBytes(Number(read("mem_info_gtt_total")));
		const identity = {
			name,
			vendor: "amd" as const,
			...(gfxVersion !== undefined && { gfxVersion }),
			...(vramBytes !== undefined && { vramBytes }),
		};
		if (isIntegratedAmd({ ...identity, ...(deviceId !== undefined && { deviceId }) })) {
			const memoryBytes = gttBytes === undefined ? undefined : Math.max(gttBytes, vramBytes ?? 0);
			devices.push({
				...identity,
				isUnified: true,
				...(memoryBytes !== undefined && { memoryBytes, limitBytes: memoryBytes }),
			});
		} else {
			devices.push({ ...identity, ...(vramBytes !== undefined && { memoryBytes: vramBytes }) });
		}
	}
	return devices;
}

/** gfx versions by PCI device id, from kfd's topology: `gfx_target_version 90010` is gfx90a, `110501` gfx1151. */
function readGfxVersions(files: ReadonlyMap<string, string>): Map<string, string> {
	const versions = new Map<string, string>();
	for (const [path, text] of files) {
		if (!/^class\/kfd\/kfd\/topology\/nodes\/\d+\/properties$/.test(path)) {
			continue;
		}
		const target = Number(/^gfx_target_version (\d+)$/m.exec(text)?.[1] ?? 0);
		const deviceId = Number(/^device_id (\d+)$/m.exec(text)?.[1] ?? 0);
		if (target > 0 && deviceId > 0) {
			const [major, minor, step] = [
				Math.floor(target / 10_000),
				Math.floor(target / 100) % 100,
				target % 100,
			];
			versions.set(
				deviceId.toString(16).padStart(4, "0"),
				`gfx${major}${minor.toString(16)}${step.toString(16)}`,
			);
		}
	}
	return versions;
}
