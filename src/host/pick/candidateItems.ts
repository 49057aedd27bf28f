import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import type { Counterfactual, Relaxation } from "../../core/pick/counterfactuals.ts";
import type { LeftOut, PickCandidate, PickResult, ReasonCode } from "../../core/pick/pickResult.ts";
import type { PickChange } from "../../core/pick/record/findChanges.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { describeAlmost, nameFailure } from "../words/failureWords.ts";
import { nameLicense } from "../words/licenseName.ts";
import { summarizeDownloads, summarizeParameters, summarizeVerdicts } from "../words/modelWords.ts";
import { formatCount } from "../words/numbers.ts";
import {
	describeQuality,
	describeRelaxation,
	describeStated,
	describeTrail,
	describeUntold,
	nameReason,
} from "../words/pickWords.ts";
import { describeChange } from "../words/recordWords.ts";
import type { StepItem } from "./askStep.ts";
import type { Choice } from "./pickEngine.ts";

/** What a line of the candidates stands for. */
export type CandidateLine =
	| { readonly kind: "model"; readonly model: Model }
	| { readonly kind: "trail" }
	| { readonly kind: "weights" }
	| { readonly kind: "compare" }
	| { readonly kind: "record" }
	| { readonly kind: "relax"; readonly relaxation: Relaxation };

export const openButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("open-preview"),
	tooltip: vscode.l10n.t("Open Model"),
};
export const copyButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("copy"),
	tooltip: vscode.l10n.t("Copy Model ID"),
};
export const compareButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("compare-changes"),
	tooltip: vscode.l10n.t("Compare the Candidates"),
};
export const recordButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("notebook"),
	tooltip: vscode.l10n.t("Write the Record of This Choice"),
};

/** What stands above the list when a recorded choice is looked at again. */
export interface Recorded {
	readonly repoId: string;
	readonly changes: readonly PickChange[];
}

/** The candidates, each with its reason; what would change the list; who is just out of reach; who is out, and why. */
export function listCandidateItems(
	{ result }: Choice,
	judge: ModelJudge,
	asked: readonly LeftOut[],
	recorded: Recorded | undefined,
): StepItem<CandidateLine>[] {
	const [best, ...others] = result.candidates;
	const untold = listUntold(result);
	const item = (candidate: PickCandidate) => createCandidate(candidate, judge);
	const out = (leftOut: LeftOut): StepItem<CandidateLine> => ({
		label: leftOut.model.repoId,
		description: nameFailure(leftOut.need, leftOut.isUnknown),
		buttons: [openButton, copyButton],
		value: { kind: "model", model: leftOut.model },
	});
	return [
		...listChanges(recorded),
		{
			label: best
				? vscode.l10n.t("How many are left, step by step")
				: untold.length > 0
					? vscode.l10n.t("No model is known to satisfy everything")
					: vscode.l10n.t("No model satisfies everything"),
			description: vscode.l10n.t("Enter shows who fell where"),
			detail: describeTrail(result.total, result.trail),
			iconPath: new vscode.ThemeIcon("filter"),
			value: { kind: "trail" },
		},
		...section(vscode.l10n.t("Why not this one?"), asked.map(out)),
		...section(vscode.l10n.t("Best match"), best ? [item(best)] : []),
		...section(vscode.l10n.t("Alternatives"), others.map(item)),
		...section(vscode.l10n.t("Not stated, which is not no"), untold.map(createUntold)),
		...section(
			vscode.l10n.t("Just out of reach"),
			result.almost.map((almost) => ({
				label: almost.model.repoId,
				description: describe(almost.model, almost.verdicts, judge),
				detail: describeAlmost(almost),
				buttons: [openButton, copyButton],
				value: { kind: "model", model: almost.model },
			})),
		),
		...section(
			vscode.l10n.t("What one change would bring in"),
			result.counterfactuals
				.filter((each) => !untold.includes(each))
				.map(({ relaxation, families, best: first, place }) => ({
					label: describeRelaxation(relaxation),
					description: vscode.l10n.t(
						"{0} more, the best of them {1}, which would be number {2}",
						formatCount(families),
						first.repoId,
						formatCount(place),
					),
					iconPath: new vscode.ThemeIcon("lightbulb"),
					value: { kind: "relax", relaxation },
				})),
		),
		...section(vscode.l10n.t("Well known, and why not"), result.leftOut.map(out)),
		...section(vscode.l10n.t("What else can be done"), best ? listActions() : []),
	];
}

/** What buttons do, for who has no pointer. */
function listActions(): StepItem<CandidateLine>[] {
	return [
		{
			label: vscode.l10n.t("Compare the Candidates"),
			iconPath: compareButton.iconPath,
			value: { kind: "compare" },
		},
		{
			label: vscode.l10n.t("Write the Record of a Choice…"),
			iconPath: recordButton.iconPath,
			value: { kind: "record" },
		},
		{
			label: vscode.l10n.t("Change What Counts"),
			iconPath: new vscode.ThemeIcon("settings"),
			value: { kind: "weights" },
		},
	];
}

/** A list so short needs to be told what would be on it if more were known. */
const fewCandidates = 3;

/** Where few are left: requirements of which nobody knows whether some models satisfy them, that satisfy all the rest. */
export function listUntold({ candidates, counterfactuals }: PickResult): readonly Counterfactual[] {
	return candidates.length >= fewCandidates
		? []
		: counterfactuals.filter(({ relaxation }) => relaxation.kind === "unknown");
}

/** One press takes them in. */
function createUntold({ relaxation, families, best }: Counterfactual): StepItem<CandidateLine> {
	const need = relaxation.kind === "unknown" ? relaxation.need : "task";
	return {
		label: describeUntold(need),
		description: vscode.l10n.t("{0} more", formatCount(families)),
		detail: vscode.l10n.t("All the rest is satisfied, best by {0}", best.repoId),
		iconPath: new vscode.ThemeIcon("question"),
		value: { kind: "relax", relaxation },
	};
}

/** What most candidates have in common: last in a line that may be cut off. */
const shared: ReadonlySet<ReasonCode> = new Set(["fitsAllTargets", "permissiveLicense", "byOriginalAuthor"]);

function createCandidate(candidate: PickCandidate, judge: ModelJudge): StepItem<CandidateLine> {
	const { model, verdicts, reasons, quality, loadAs } = candidate;
	return {
		label: model.repoId,
		description: describe(model, verdicts, judge),
		detail: [
			loadAs && vscode.l10n.t("quantized in {0}", loadAs.repoId),
			...reasons.filter((reason) => !shared.has(reason)).map(nameReason),
			describeQuality(quality?.basis),
			...(quality?.stated ?? []).slice(0, 1).map(describeStated),
			...reasons.filter((reason) => shared.has(reason)).map(nameReason),
		]
			.filter(Boolean)
			.join(", "),
		buttons: [openButton, compareButton, recordButton, copyButton],
		value: { kind: "model", model },
	};
}

function describe(model: Model, verdicts: PickCandidate["verdicts"], judge: ModelJudge): string {
	return [
		summarizeVerdicts(verdicts),
		summarizeParameters(model.parameters),
		nameLicense(model.license),
		summarizeDownloads(model, judge.judgeDirection(model)),
	]
		.filter(Boolean)
		.join(" · ");
}

function listChanges(recorded: Recorded | undefined): StepItem<CandidateLine>[] {
	if (recorded === undefined) {
		return [];
	}
	const sentences = recorded.changes.map((change) => describeChange(change, recorded.repoId));
	const nothing = vscode.l10n.t("{0} stands as it was recorded", recorded.repoId);
	return section(
		vscode.l10n.t("Since it was recorded"),
		(sentences.length === 0 ? [nothing] : sentences).map((label) => ({
			label,
			iconPath: new vscode.ThemeIcon(sentences.length === 0 ? "pass" : "history"),
			alwaysShow: true,
		})),
	);
}

function section(label: string, items: readonly StepItem<CandidateLine>[]): StepItem<CandidateLine>[] {
	return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
