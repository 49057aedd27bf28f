import * as vscode from "vscode";
import { type RankTerms, type RankWeights, rankWeights } from "../../core/pick/rank.ts";
import { formatRatio } from "../words/numbers.ts";
import { nameRankTerm } from "../words/pickWords.ts";

/** Terms that a person may weigh otherwise; the others keep out what is of no use. */
const negotiable: readonly (keyof RankTerms)[] = [
	"quality",
	"size",
	"recency",
	"trust",
	"license",
	"preferred",
	"specialty",
];

/** Times what a term usually counts. */
const factors = [0, 0.5, 1, 2, 4];

/** Lets the user change what a term of the rank counts. `undefined`: it stays as it is. */
export async function askForWeights(weights: RankWeights): Promise<RankWeights | undefined> {
	const term = await vscode.window.showQuickPick(
		[
			...negotiable.map((term) => ({
				label: nameRankTerm(term),
				description: describeFactor(weights[term] / rankWeights[term]),
				term,
			})),
			{ label: vscode.l10n.t("As usual"), iconPath: new vscode.ThemeIcon("discard"), term: undefined },
		],
		{
			title: vscode.l10n.t("What shall count more, or less?"),
			placeHolder: vscode.l10n.t("Only the order changes: who is on the list is decided by the requirements"),
		},
	);
	if (term === undefined) {
		return undefined;
	}
	const { term: chosen } = term;
	if (chosen === undefined) {
		return rankWeights;
	}
	const factor = await vscode.window.showQuickPick(
		factors.map((factor) => ({ label: describeFactor(factor), factor })),
		{ title: nameRankTerm(chosen) },
	);
	return factor && { ...weights, [chosen]: rankWeights[chosen] * factor.factor };
}

function describeFactor(factor: number): string {
	switch (factor) {
		case 0:
			return vscode.l10n.t("does not count");
		case 1:
			return vscode.l10n.t("counts as usual");
		default:
			return vscode.l10n.t("counts {0} times the usual", formatRatio(factor));
	}
}
