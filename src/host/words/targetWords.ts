import * as vscode from "vscode";
import { hasOwnMemory, type Target, type Vendor } from "../../core/hardware/target.ts";
import { formatAgo, formatMemory } from "./numbers.ts";

/** A vendor's name; `cpu` is not one and says so. */
export function nameVendor(vendor: Vendor): string {
	return { nvidia: "NVIDIA", amd: "AMD", intel: "Intel", apple: "Apple", cpu: vscode.l10n.t("CPU") }[vendor];
}

/** What the target is made of, in one line: `NVIDIA RTX 4070 · 12 GiB`. */
export function describeTarget(target: Target): string {
	const names = new Map<string, number>();
	for (const device of target.devices) {
		const memory =
			device.memoryBytes === undefined ? vscode.l10n.t("memory not known") : formatMemory(device.memoryBytes);
		// A target that is named for its device need not say the name twice.
		const line = `${device.name === target.name && target.origin !== "detected" ? nameVendor(device.vendor) : device.name} · ${memory}`;
		names.set(line, (names.get(line) ?? 0) + 1);
	}
	const devices = [...names].map(([line, count]) => (count > 1 ? `${count} × ${line}` : line));
	if (target.origin !== "detected" && target.systemMemoryBytes !== undefined && hasOwnMemory(target)) {
		devices.push(vscode.l10n.t("{0} system memory", formatMemory(target.systemMemoryBytes)));
	}
	if (target.budgetBytes !== undefined) {
		devices.push(vscode.l10n.t("budget {0} set by you", formatMemory(target.budgetBytes)));
	}
	return devices.join(", ") || nameVendor(target.vendor);
}

/** Where the target is known from. */
export function describeTargetOrigin(target: Target, nowMs: number): string {
	if (target.origin === "detected") {
		return target.asOfMs === undefined
			? vscode.l10n.t("Detected on the machine that runs this workspace")
			: vscode.l10n.t(
					"Detected on the machine that runs this workspace, {0}",
					formatAgo(target.asOfMs, nowMs),
				);
	}
	return target.origin === "preset"
		? vscode.l10n.t("From the list of known hardware")
		: vscode.l10n.t("Entered by you");
}

/** A target's name: the machine that runs the workspace is "this machine", whatever its devices are called. */
export function nameTarget(target: Target): string {
	return target.origin === "detected"
		? vscode.l10n.t("This machine ({0})", nameVendor(target.vendor))
		: target.name;
}
