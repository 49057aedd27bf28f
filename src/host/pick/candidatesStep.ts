import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { nameLicense } from "../words/licenseName.ts";
import { summarizeDownloads, summarizeParameters, summarizeVerdicts } from "../words/modelWords.ts";
import {
	describeAlmost,
	describeLeftOut,
	describeQuality,
	describeTrail,
	nameReason,
} from "../words/pickWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";

/** What to do with a candidate beside inserting it. */
export interface CandidateActions {
	readonly open: (model: Model) => void;
	readonly copy: (model: Model) => void;
	readonly compare: (model: Model) => void;
}

const openButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("open-preview"),
	tooltip: vscode.l10n.t("Open Model"),
};
const copyButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("copy"),
	tooltip: vscode.l10n.t("Copy Model ID"),
};
const compareButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("compare-changes"),
	tooltip: vscode.l10n.t("Compare the Candidates"),
};

/** "Candidates": each with its reason, then what is just out of reach, then who was left out and why. */
export function askForCandidate(
	result: () => PickResult,
	judge: ModelJudge,
	actions: CandidateActions,
	onDidChange: vscode.Event<void>,
	isBusy: () => boolean,
): Promise<StepResult<Model>> {
	return askStep<Model>({
		title: vscode.l10n.t("Pick a model: Enter inserts its ID"),
		placeholder: vscode.l10n.t("Type a name to ask why it is not on the list"),
		step: 3,
		hasBack: true,
		onDidChange,
		isBusy,
		listItems: () => listCandidates(result(), judge),
		active: ({ value }) => value !== undefined,
		onButton: (model, button) => {
			const act =
				button === openButton ? actions.open : button === copyButton ? actions.copy : actions.compare;
			act(model);
		},
	});
}

function listCandidates(result: PickResult, judge: ModelJudge): StepItem<Model>[] {
	const [best, ...others] = result.candidates;
	const describe = (model: Model, verdicts: PickResult["candidates"][number]["verdicts"]): string =>
		[
			summarizeVerdicts(verdicts),
			summarizeParameters(model.parameters),
			nameLicense(model.license),
			summarizeDownloads(model, judge.judgeDirection(model)),
		]
			.filter(Boolean)
			.join(" · ");
	const createItem = (candidate: PickResult["candidates"][number]): StepItem<Model> => ({
		label: candidate.model.repoId,
		description: describe(candidate.model, candidate.verdicts),
		detail: [...candidate.reasons.map(nameReason), describeQuality(candidate.quality?.basis)]
			.filter(Boolean)
			.join(", "),
		buttons: [openButton, compareButton, copyButton],
		value: candidate.model,
	});
	const items: StepItem<Model>[] = [
		{
			label: best
				? vscode.l10n.t("How many are left, step by step")
				: vscode.l10n.t("No model satisfies everything"),
			detail: describeTrail(result.total, result.trail),
			iconPath: new vscode.ThemeIcon("filter"),
		},
		...(best ? [separator(vscode.l10n.t("Best match")), createItem(best)] : []),
	];
	if (others.length > 0) {
		items.push(separator(vscode.l10n.t("Alternatives")), ...others.map(createItem));
	}
	if (result.almost.length > 0) {
		items.push(
			separator(vscode.l10n.t("Just out of reach")),
			...result.almost.map((almost) => ({
				label: almost.model.repoId,
				description: describe(almost.model, almost.verdicts),
				detail: describeAlmost(almost),
				buttons: [openButton, copyButton],
				value: almost.model,
			})),
		);
	}
	if (result.leftOut.length > 0) {
		items.push(
			separator(vscode.l10n.t("Well known, and why not")),
			...result.leftOut.map((leftOut) => ({
				label: leftOut.model.repoId,
				description: describeLeftOut(leftOut),
				buttons: [openButton, copyButton],
				value: leftOut.model,
			})),
		);
	}
	return items;
}

function separator(label: string): StepItem<Model> {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}
