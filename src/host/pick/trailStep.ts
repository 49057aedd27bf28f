import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import { type NeedKind, needKinds } from "../../core/pick/needs.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import { nameFailure } from "../words/failureWords.ts";
import { formatCount } from "../words/numbers.ts";
import { nameNeed } from "../words/pickWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";

/** The trail, step by step: at each, how many it left, and the best known of those who fell there. */
export function askForFallen(result: () => PickResult): Promise<StepResult<Model>> {
	return askStep<Model>({
		title: vscode.l10n.t("Who fell at which requirement"),
		placeholder: vscode.l10n.t("Type a name; Enter opens the model"),
		step: 3,
		hasBack: true,
		listItems: () => listFallen(result()),
		active: ({ value }) => value !== undefined,
	});
}

function listFallen({ trail, total, fallen }: PickResult): StepItem<Model>[] {
	let before = total;
	return trail.flatMap(({ need, left }) => {
		const lost = before - left;
		before = left;
		const models = isNeedKind(need) ? (fallen[need] ?? []) : [];
		return models.length === 0
			? []
			: [
					{
						label: vscode.l10n.t(
							"{0}: {1} fell, {2} left",
							nameNeed(need),
							formatCount(lost),
							formatCount(left),
						),
						kind: vscode.QuickPickItemKind.Separator,
					},
					...models.map((each) => ({
						label: each.model.repoId,
						description: nameFailure(each.need, each.isUnknown),
						value: each.model,
					})),
				];
	});
}

function isNeedKind(need: string): need is NeedKind {
	return needKinds.some((each) => each === need);
}
