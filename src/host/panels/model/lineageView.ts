import * as vscode from "vscode";
import { type JudgedAncestor, judgeLineage } from "../../../core/license/judgeLineage.ts";
import { listAncestors } from "../../../core/license/lineage.ts";
import type { Model } from "../../../core/model/model.ts";
import type { AncestorView } from "../../../protocol/modelPanel.ts";
import { nameOneOfRelation } from "../../words/adoptionWords.ts";
import { nameLicense } from "../../words/licenseName.ts";
import { describeObligations } from "../../words/licenseWords.ts";

/** What a model was made from, nearest first, and what each license on the way means for it. */
export function createLineageView(
	model: Model,
	findModel: (repoId: string) => Model | undefined,
): readonly AncestorView[] {
	return judgeLineage(model.license, listAncestors(model, findModel)).map((ancestor) => ({
		repoId: ancestor.repoId,
		license: ancestor.isKnown ? nameLicense(ancestor.license) : vscode.l10n.t("not read yet"),
		...(ancestor.relation ? { relation: nameOneOfRelation(ancestor.relation) } : {}),
		words: describeAncestor(ancestor),
		obligations: describeObligations(ancestor.missing),
		isConflict: ancestor.answer === "conflict",
	}));
}

function describeAncestor({ answer, conflict, isKnown, license }: JudgedAncestor): string {
	if (!isKnown) {
		return vscode.l10n.t("Nothing is known of its license: open it to read it.");
	}
	if (license === undefined) {
		return vscode.l10n.t("It states no license, so nothing says that it may be built upon.");
	}
	switch (answer) {
		case "carried":
			return vscode.l10n.t("Asks for nothing more than this model's license does.");
		case "unknown":
			return vscode.l10n.t(
				"Cannot be compared: the terms of one of the two are not known. Its own hold in any case.",
			);
		case "conflict":
			return conflict === "noDerivatives"
				? vscode.l10n.t("Allows no changed versions to be shared, and this model is one.")
				: vscode.l10n.t("Asks for more than this model's license says. This holds too:");
	}
}
