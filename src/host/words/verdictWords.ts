import * as vscode from "vscode";
import type { FitAnswer, Verdict } from "../../core/fit/verdict.ts";
import type { Figure } from "../../core/model/figure.ts";
import { describeBasis } from "./basisWords.ts";
import { formatBytes, formatMemory, formatTokens } from "./numbers.ts";

/** A shape for each answer: it carries the verdict where color cannot. */
export function markVerdict(answer: FitAnswer): string {
	return { fits: "◆", offload: "▲", tooLarge: "○", unsupported: "✕", unknown: "?" }[answer];
}

/** The answer in words. */
export function nameAnswer(answer: FitAnswer): string {
	switch (answer) {
		case "fits":
			return vscode.l10n.t("fits");
		case "offload":
			return vscode.l10n.t("offload, slow");
		case "tooLarge":
			return vscode.l10n.t("does not fit");
		case "unsupported":
			return vscode.l10n.t("memory fits, software does not");
		case "unknown":
			return vscode.l10n.t("fit not known");
	}
}

/** The verdict in a few words: `fits Q6_K ≈7.9 GB`. */
export function summarizeVerdict(verdict: Verdict): string {
	const words = nameAnswer(verdict.answer);
	if (verdict.answer === "unknown" || !verdict.required) {
		return words;
	}
	return [words, verdict.label, formatBytesFigure(verdict.required)].filter(Boolean).join(" ");
}

/** Bytes with the sign of their basis: `≈` unless read. */
export function formatBytesFigure(figure: Figure): string {
	return `${approximate(figure)}${formatBytes(figure.value)}`;
}

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
export function describeReason(reason: Verdict["reasons"][number]): string {
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

function approximate(figure: Figure): string {
	return figure.basis === "estimated" ? "≈" : "";
}
