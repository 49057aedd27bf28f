import * as vscode from "vscode";
import { listPresets } from "../../../core/hardware/listPresets.ts";
import { type Target, type Vendor, vendors } from "../../../core/hardware/target.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import { formatMemory } from "../../words/numbers.ts";
import { describeTarget, nameVendor } from "../../words/targetWords.ts";
import type { CommandHandlers } from "../commandTable.ts";
import { askForMemory } from "./askForMemory.ts";

interface PresetItem extends vscode.QuickPickItem {
	readonly target?: Target;
}

/** "Add Target…": known hardware by name, or a vendor and its memory. */
export function createAddTarget(
	targets: TargetStore,
	createId: () => string,
): CommandHandlers<"openModels.addTarget"> {
	return {
		"openModels.addTarget": async () => {
			const own: PresetItem = {
				label: vscode.l10n.t("Other hardware…"),
				iconPath: new vscode.ThemeIcon("edit"),
				alwaysShow: true,
			};
			const chosen = await vscode.window.showQuickPick([own, ...listPresetItems()], {
				title: vscode.l10n.t("Add a target"),
				placeHolder: vscode.l10n.t("Which hardware will models run on?"),
				matchOnDescription: true,
			});
			const target = chosen && (chosen.target ?? (await askForTarget()));
			if (target) {
				await targets.save({ ...target, id: createId(), asOfMs: Date.now() });
			}
		},
	};
}

function listPresetItems(): PresetItem[] {
	const presets = listPresets();
	return vendors.flatMap((vendor) => {
		const ofVendor = presets.filter((target) => target.vendor === vendor);
		if (ofVendor.length === 0) {
			return [];
		}
		return [
			{ label: nameVendor(vendor), kind: vscode.QuickPickItemKind.Separator },
			...ofVendor.map((target) => ({
				label: target.name,
				description: describeMemory(target) ?? describeTarget(target),
				target,
			})),
		];
	});
}

function describeMemory(target: Target): string | undefined {
	const memoryBytes = target.devices[0]?.memoryBytes;
	return memoryBytes === undefined ? undefined : formatMemory(memoryBytes);
}

async function askForTarget(): Promise<Target | undefined> {
	const vendor = await vscode.window.showQuickPick(
		vendors.map((each) => ({ label: nameVendor(each), vendor: each })),
		{ title: vscode.l10n.t("Who made the accelerator?") },
	);
	const memoryBytes =
		vendor && (await askForMemory(vscode.l10n.t("Memory of one device, in GiB"), undefined));
	if (!memoryBytes) {
		return undefined;
	}
	const suggested = `${nameVendor(vendor.vendor)} ${formatMemory(memoryBytes)}`;
	const name = await vscode.window.showInputBox({
		title: vscode.l10n.t("Name of the target"),
		value: suggested,
		validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t("A target needs a name.")),
	});
	return name === undefined ? undefined : createTarget(vendor.vendor, name.trim(), memoryBytes);
}

function createTarget(vendor: Vendor, name: string, memoryBytes: number): Target {
	return {
		id: "",
		name,
		vendor,
		devices: [{ name, vendor, memoryBytes, ...(vendor === "apple" ? { isUnified: true } : {}) }],
		...(vendor === "cpu" ? { systemMemoryBytes: memoryBytes } : {}),
		origin: "user",
	};
}
