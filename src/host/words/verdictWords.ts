import * as vscode from "vscode";
import type { FitAnswer, Verdict } from "../../core/fit/verdict.ts";
import type { Figure } from "../../core/model/figure.ts";
import { formatBytes } from "./numbers.ts";

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

/** The answer with how it comes about: `fits on 2 cards`, `experts in RAM, slow`. */
export function nameVerdict({ answer, placement }: Verdict): string {
	if (answer === "fits" && placement && placement.deviceCount > 1) {
		return vscode.l10n.t("fits on {0} cards", placement.deviceCount);
	}
	return answer === "offload" && placement?.kind === "experts"
		? vscode.l10n.t("offload of experts, slow")
		: nameAnswer(answer);
}

/** The verdict in a few words: `fits Q6_K ≈7.9 GB`. */
export function summarizeVerdict(verdict: Verdict): string {
	const words = nameVerdict(verdict);
	if (verdict.answer === "unknown" || !verdict.required) {
		return words;
	}
	return [words, verdict.label, formatBytesFigure(verdict.required)].filter(Boolean).join(" ");
}

/** Bytes with the sign of their basis: `≈` unless read. */
export function formatBytesFigure(figure: Figure): string {
	return `${approximate(figure)}${formatBytes(figure.value)}`;
}

function approximate(figure: Figure): string {
	return figure.basis === "estimated" ? "≈" : "";
}
