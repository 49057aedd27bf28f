import { isIntegratedAmd } from "./integratedAmd.ts";
import { readBytes } from "./memory.ts";
import { isRecord, readJson, readText } from "./readJson.ts";
import type { Device } from "./target.ts";

/**
 * Devices that `rocm-smi --showproductname --showmeminfo vram --json` printed: one object a card, values as text.
 * An integrated one tells its dedicated memory only, which is not what it can use: its memory stays unknown here.
 * Fields: https://github.com/ROCm/rocm_smi_lib (they changed case between ROCm 5 and 6).
 */
export function parseRocmSmi(stdout: string): Device[] {
	const cards = readJson(stdout);
	if (!isRecord(cards)) {
		return [];
	}
	const devices: Device[] = [];
	for (const [key, card] of Object.entries(cards)) {
		if (!/^card\d+$/.test(key) || !isRecord(card)) {
			continue;
		}
		const names = [
			readText(card, "Card Series"),
			readText(card, "Card Model"),
			readText(card, "Device Name"),
		];
		const name = names.find((text) => text !== undefined && !/^0x/i.test(text)) ?? "AMD GPU";
		const gfxVersion = /^gfx[0-9a-f]+$/i.exec(readText(card, "GFX Version") ?? "")?.[0].toLowerCase();
		const vramBytes = readBytes(Number(readText(card, "VRAM Total Memory (B)")));
		const deviceIds = [readText(card, "Device ID"), readText(card, "Card Model")];
		const deviceId = deviceIds.find((text) => /^0x[0-9a-f]{4}$/i.test(text ?? ""))?.slice(2);
		const isUnified = isIntegratedAmd({
			name,
			...(gfxVersion !== undefined && { gfxVersion }),
			...(deviceId !== undefined && { deviceId }),
		});
		devices.push({
			name,
			vendor: "amd",
			...(isUnified ? { isUnified } : vramBytes !== undefined && { memoryBytes: vramBytes }),
			...(gfxVersion !== undefined && { gfxVersion }),
		});
	}
	return devices;
}
