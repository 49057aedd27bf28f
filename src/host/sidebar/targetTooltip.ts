import * as vscode from "vscode";
import { readBudgetBytes } from "../../core/hardware/readBudgetBytes.ts";
import type { Target } from "../../core/hardware/target.ts";
import { describeBasis } from "../words/basisWords.ts";
import { formatMemory } from "../words/numbers.ts";
import { describeTargetOrigin, nameTarget, nameVendor } from "../words/targetWords.ts";

/** The card of a target: its devices, what a model may take of them, and where that is known from. */
export function createTargetTooltip(target: Target): vscode.MarkdownString {
	const card = new vscode.MarkdownString();
	const line = (text: string): void => {
		card.appendText(text);
		card.appendMarkdown("\n\n");
	};
	line(`${nameTarget(target)} (${nameVendor(target.vendor)})`);
	for (const device of target.devices) {
		const version = device.computeCapability ?? device.gfxVersion;
		line(
			[
				device.name,
				device.memoryBytes === undefined
					? vscode.l10n.t("memory not known")
					: formatMemory(device.memoryBytes),
				version,
				device.isUnified ? vscode.l10n.t("shared with the system") : undefined,
			]
				.filter(Boolean)
				.join(" · "),
		);
	}
	const budget = readBudgetBytes(target);
	if (budget) {
		line(
			vscode.l10n.t(
				"A model may take {0} ({1})",
				formatMemory(budget.value),
				describeBasis(budget, formatMemory),
			),
		);
	}
	line(describeTargetOrigin(target, Date.now()));
	return card;
}
