import * as vscode from "vscode";
import type { Placement, Verdict } from "../../core/fit/verdict.ts";
import type { Figure } from "../../core/model/figure.ts";
import { describeBasis } from "./basisWords.ts";
import { formatBothUnits, formatBytes, formatMemory, formatTokens } from "./numbers.ts";
import { formatBytesFigure } from "./verdictWords.ts";

/** The verdict's figures, one a line, each with its basis. */
export function listVerdictParts(verdict: Verdict): { label: string; value: string; detail?: string }[] {
	const { weights, kvCache, overhead, projector } = verdict.parts;
	const rows: { label: string; value: string; detail?: string }[] = [];
	const add = (label: string, figure: Figure | undefined): void => {
		if (figure) {
			rows.push({ label, value: formatBytesFigure(figure), detail: describeBasis(figure) });
		}
	};
	add(vscode.l10n.t("Weights"), weights);
	add(vscode.l10n.t("KV cache at {0} tokens", formatTokens(verdict.contextTokens)), kvCache);
	add(vscode.l10n.t("Projector, to see images"), projector);
	add(vscode.l10n.t("Runtime and buffers"), overhead);
	add(vscode.l10n.t("Needed in all"), verdict.required);
	if (verdict.budget) {
		rows.push({
			label: vscode.l10n.t("The target can give"),
			value: formatBothUnits(verdict.budget.value),
			detail: describeBasis(verdict.budget, formatMemory),
		});
	}
	const placed = verdict.placement && describePlacement(verdict.placement);
	if (placed) {
		rows.push({ label: vscode.l10n.t("Where"), ...placed });
	}
	for (const reason of verdict.reasons) {
		rows.push({ label: vscode.l10n.t("Note"), value: describeReason(reason) });
	}
	return rows;
}

/** How it is laid out; nothing to say of one device that holds all. */
function describePlacement({
	kind,
	deviceCount,
	hostBytes,
}: Placement): { value: string; detail: string } | undefined {
	switch (kind) {
		case "device":
			return undefined;
		case "layers":
			return {
				value: vscode.l10n.t("whole layers on each of {0} cards", deviceCount),
				detail: vscode.l10n.t(
					"As llama.cpp splits: a layer and its cache are on one card, and each card also holds what the runtime itself needs. Memory of cards is not simply added up.",
				),
			};
		case "tensors":
			return {
				value: vscode.l10n.t("an equal part of every layer on each of {0} cards", deviceCount),
				detail: vscode.l10n.t(
					"Tensor parallel, as in vLLM: the smallest card decides, and the attention heads must divide by the number of cards.",
				),
			};
		case "experts":
			return {
				value:
					deviceCount > 1
						? vscode.l10n.t(
								"{0} of experts in the system's memory, all else on {1} cards",
								formatBytes(hostBytes),
								deviceCount,
							)
						: vscode.l10n.t(
								"{0} of experts in the system's memory, all else on the device",
								formatBytes(hostBytes),
							),
				detail: vscode.l10n.t("With llama.cpp: --n-cpu-moe, or what it fits by itself."),
			};
		case "partial":
			return {
				value:
					deviceCount > 1
						? vscode.l10n.t(
								"{0} in the system's memory, the rest on {1} cards",
								formatBytes(hostBytes),
								deviceCount,
							)
						: vscode.l10n.t("{0} in the system's memory, the rest on the device", formatBytes(hostBytes)),
				detail: vscode.l10n.t("Layers that no device holds are computed by the processor."),
			};
	}
}

/** Why a verdict is what it is, where memory alone does not say it. */
function describeReason(reason: Verdict["reasons"][number]): string {
	switch (reason) {
		case "sizeUnknown":
			return vscode.l10n.t("The size of its weights is not known.");
		case "budgetUnknown":
			return vscode.l10n.t("The target's memory is not known; set it under Targets.");
		case "formatNotRunnable":
			return vscode.l10n.t("This format does not run on the target's hardware.");
		case "systemMemoryUnknown":
			return vscode.l10n.t(
				"The target's system memory is not known, so that offloading to it is not judged; set it under Targets.",
			);
		case "weightsOnly":
			return vscode.l10n.t("Weights and runtime only: models of this task keep no KV cache.");
	}
}
