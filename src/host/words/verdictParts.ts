import * as vscode from "vscode";
import type { Verdict } from "../../core/fit/verdict.ts";
import type { Figure } from "../../core/model/figure.ts";
import { describeBasis } from "./basisWords.ts";
import { formatMemory, formatTokens } from "./numbers.ts";
import { formatBytesFigure } from "./verdictWords.ts";

/** The verdict's figures, one a line, each with its basis. */
export function listVerdictParts(verdict: Verdict): { label: string; value: string; detail?: string }[] {
	const { weights, kvCache, overhead } = verdict.parts;
	const rows: { label: string; value: string; detail?: string }[] = [];
	const add = (label: string, figure: Figure | undefined): void => {
		if (figure) {
			rows.push({ label, value: formatBytesFigure(figure), detail: describeBasis(figure) });
		}
	};
	add(vscode.l10n.t("Weights"), weights);
	add(vscode.l10n.t("KV cache at {0} tokens", formatTokens(verdict.contextTokens)), kvCache);
	add(vscode.l10n.t("Runtime and buffers"), overhead);
	add(vscode.l10n.t("Needed in all"), verdict.required);
	if (verdict.budget) {
		rows.push({
			label: vscode.l10n.t("The target can give"),
			value: formatMemory(verdict.budget.value),
			detail: describeBasis(verdict.budget, formatMemory),
		});
	}
	for (const reason of verdict.reasons) {
		rows.push({ label: vscode.l10n.t("Note"), value: describeReason(reason) });
	}
	return rows;
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
		case "weightsOnly":
			return vscode.l10n.t("Weights and runtime only: models of this task keep no KV cache.");
	}
}
