import * as vscode from "vscode";
import type { SwapAspect, SwapConsequence, SwapEffect } from "../../core/swap/compareSwap.ts";
import { formatBytes, formatTokens } from "./numbers.ts";

/** How grave a consequence is, as a heading. */
export function nameEffect(effect: SwapEffect): string {
	return {
		breaks: vscode.l10n.t("Will need changes in the code or the set-up"),
		changes: vscode.l10n.t("Will be another one"),
		unknown: vscode.l10n.t("Not known"),
		same: vscode.l10n.t("Stays the same"),
	}[effect];
}

/** What can change. */
export function nameAspect(aspect: SwapAspect): string {
	return {
		task: vscode.l10n.t("Task"),
		context: vscode.l10n.t("Context length"),
		chatTemplate: vscode.l10n.t("Chat template"),
		specialTokens: vscode.l10n.t("Special tokens"),
		promptPrefixes: vscode.l10n.t("Prefixes of queries and passages"),
		embeddingDimension: vscode.l10n.t("Size of the embeddings"),
		dtype: vscode.l10n.t("Bits per weight"),
		memory: vscode.l10n.t("Memory on the first checked target"),
		license: vscode.l10n.t("License"),
		access: vscode.l10n.t("Access"),
		customCode: vscode.l10n.t("Code of its own"),
	}[aspect];
}

/** From what to what: `32,768 → 8,192`. */
export function describeChange({ aspect, before, after, effect }: SwapConsequence): string {
	if (before === undefined && after === undefined) {
		return effect === "unknown" ? vscode.l10n.t("not known") : "";
	}
	const [old, now] = [write(aspect, before), write(aspect, after)];
	return effect === "same" ? old : `${old} → ${now}`;
}

function write(aspect: SwapAspect, value: string | number | undefined): string {
	if (value === undefined) {
		return vscode.l10n.t("not known");
	}
	if (typeof value === "string") {
		return value;
	}
	switch (aspect) {
		case "memory":
			return formatBytes(value);
		case "context":
			return formatTokens(value);
		default:
			return String(value);
	}
}
