import * as vscode from "vscode";
import { findSpokenLanguages } from "../../core/languages/spokenLanguages.ts";
import type { Model } from "../../core/model/model.ts";

/**
 * The languages of a model as codes, the first of many; as detail all of them, and where they are not its card's, who says
 * so, when and where. `undefined`: nobody says.
 */
export function describeLanguages(
	model: Model,
	most: number,
): { value: string; detail?: string } | undefined {
	const spoken = findSpokenLanguages(model);
	if (spoken === undefined) {
		return undefined;
	}
	const { codes, published } = spoken;
	const rest = codes.length - most;
	const all = codes.join(", ");
	const short = rest > 0 ? vscode.l10n.t("{0} and {1} more", codes.slice(0, most).join(", "), rest) : all;
	if (published === undefined) {
		return { value: short, ...(rest > 0 ? { detail: all } : {}) };
	}
	const { says, date, source } = published;
	return {
		value: vscode.l10n.t("{0} (its makers say so)", short),
		detail: vscode.l10n.t("“{0}”, its makers, {1}, {2}: {3}", says, date, source, all),
	};
}
