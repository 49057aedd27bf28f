import { isIntegratedAmd } from "./integratedAmd.ts";
import type { Device, Vendor } from "./target.ts";

const vendorByPciId: Readonly<Record<string, Vendor>> = { "10de": "nvidia", "1002": "amd", "8086": "intel" };

/** Intel's processors name their graphics so; cards are "Arc A…", "Arc B…", "Arc Pro …", "Data Center GPU". */
const integratedIntel = /UHD|HD Graphics|Iris|Graphics\b(?!.*\bArc (A|B|Pro))|Arc 1[34]0[TV]/i;

/**
 * Display and 3D controllers that `lspci -mm -nn` printed, of the vendors that we judge by. It tells no memory: that
 * stays unknown. Format: https://man7.org/linux/man-pages/man8/lspci.8.html (machine-readable output).
 */
export function parseLspci(stdout: string): Device[] {
	const devices: Device[] = [];
	for (const line of stdout.split(/\r?\n/)) {
		const fields = [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
		const [kind = "", maker = "", product = ""] = fields;
		const vendor = vendorByPciId[/\[([0-9a-f]{4})\]$/i.exec(maker)?.[1]?.toLowerCase() ?? ""];
		if (!vendor || !/\[03(00|02|80)\]$/.test(kind)) {
			continue;
		}
		const deviceId = /\[([0-9a-f]{4})\]$/i.exec(product)?.[1]?.toLowerCase();
		const fullName = product.replace(/\s*\[[0-9a-f]{4}\]$/i, "");
		const name = /\[([^\]]+)\]$/.exec(fullName)?.[1] ?? fullName;
		const isUnified =
			(vendor === "amd" && isIntegratedAmd({ name, ...(deviceId !== undefined && { deviceId }) })) ||
			(vendor === "intel" && integratedIntel.test(name) && !/Arc (A|B|Pro)/i.test(name));
		devices.push({ name: name || maker, vendor, ...(isUnified && { isUnified }) });
	}
	return devices;
}
