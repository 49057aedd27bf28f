import * as vscode from "vscode";
import type { Candidate } from "../../core/fit/candidate.ts";
import { formatCount } from "./numbers.ts";

/** Whose a quantization in another repository is, and what speaks for it: `bartowski/Qwen3-8B-GGUF, trusted converter`. */
export function describeOffer({ repoId, standing }: NonNullable<Candidate["offer"]>): string {
	switch (standing) {
		case "maker":
			return vscode.l10n.t("{0}, by the model's makers", repoId);
		case "trusted":
			return vscode.l10n.t("{0}, a converter that many rely on", repoId);
		case "other":
			return repoId;
	}
}

/** What is wrong, or not known to be right, with what a quantization was made from. */
export function describeOutdated(offer: Candidate["offer"]): string | undefined {
	return offer?.isOutdated ? vscode.l10n.t("Made before the model's weights were last changed.") : undefined;
}

/** The button that reads more of them. */
export function nameOfferCount(unread: number): string {
	return unread === 1
		? vscode.l10n.t("Read the Files of 1 More Quantization")
		: vscode.l10n.t("Read the Files of {0} More Quantizations", formatCount(unread));
}
