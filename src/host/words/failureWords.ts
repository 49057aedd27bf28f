import * as vscode from "vscode";
import type { NeedKind } from "../../core/pick/needs.ts";
import type { AlmostCandidate } from "../../core/pick/pickResult.ts";
import { formatMemory, formatTokens } from "./numbers.ts";
import { nameNeed } from "./pickWords.ts";

/** Why a model is just out of reach. */
export function describeAlmost(almost: AlmostCandidate): string {
	if (almost.missingBytes !== undefined) {
		return vscode.l10n.t("needs {0} more", formatMemory(almost.missingBytes));
	}
	if (almost.contextTokens !== undefined) {
		return vscode.l10n.t("only {0} tokens of context", formatTokens(almost.contextTokens));
	}
	return nameFailure(almost.need, false);
}

/** A requirement that is not satisfied; unknown is said apart from no. */
export function nameFailure(need: NeedKind, isUnknown: boolean): string {
	return isUnknown ? nameUntold(need) : nameUnmet(need);
}

function nameUntold(need: NeedKind): string {
	return need === "fit" ? vscode.l10n.t("fit not known") : vscode.l10n.t("{0}: not known", nameNeed(need));
}

function nameUnmet(need: NeedKind): string {
	switch (need) {
		case "task":
			return vscode.l10n.t("made for another task");
		case "standalone":
			return vscode.l10n.t("does not work on its own");
		case "safety":
			return vscode.l10n.t("known security issue");
		case "adoption":
			return vscode.l10n.t("hardly used by others");
		case "license":
			return vscode.l10n.t("license not allowed");
		case "region":
			return vscode.l10n.t("no rights where you are");
		case "makers":
			return vscode.l10n.t("maker not allowed");
		case "files":
			return vscode.l10n.t("runs code on loading");
		case "input":
			return vscode.l10n.t("other inputs");
		case "capability":
			return vscode.l10n.t("lacks an ability");
		case "language":
			return vscode.l10n.t("other languages");
		case "gating":
			return vscode.l10n.t("access must be asked for");
		case "size":
			return vscode.l10n.t("another size");
		case "format":
			return vscode.l10n.t("another format");
		case "dimension":
			return vscode.l10n.t("another vector length");
		case "context":
			return vscode.l10n.t("context too short");
		case "evidence":
			return vscode.l10n.t("not evaluated");
		case "fit":
			return vscode.l10n.t("does not fit");
		case "speed":
			return vscode.l10n.t("too slow");
	}
}
