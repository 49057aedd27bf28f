import * as vscode from "vscode";
import type { NeedKind } from "../../core/pick/needs.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import { nameLicenseClass } from "../words/filterWords.ts";
import { formatCount, formatTokens } from "../words/numbers.ts";
import { namePreset } from "../words/pickWords.ts";
import { describeTarget, nameTarget } from "../words/targetWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";
import type { NeedOrigin, PickDraft } from "./pickDraft.ts";
import { describePlace } from "./workloadStep.ts";

/** A line of the sheet that can be edited, or the way on. */
export type SheetLine =
	| "candidates"
	| "workload"
	| "targets"
	| "license"
	| "languages"
	| "context"
	| "gating";

/** "The sheet": every requirement a line with where it came from and how many models it leaves. */
export function askForSheet(
	draft: PickDraft,
	result: () => PickResult,
	fileName: string | undefined,
	onDidChange: vscode.Event<void>,
	isBusy: () => boolean,
): Promise<StepResult<SheetLine>> {
	return askStep<SheetLine>({
		title: vscode.l10n.t("Pick a model: what it must do"),
		placeholder: vscode.l10n.t("Enter shows the candidates; choose a line to change it"),
		step: 2,
		hasBack: true,
		onDidChange,
		isBusy,
		listItems: () => listLines(draft, result(), fileName),
	});
}

function listLines(
	draft: PickDraft,
	result: PickResult,
	fileName: string | undefined,
): StepItem<SheetLine>[] {
	const left = (need: NeedKind): string => {
		const step = result.trail.find((each) => each.need === need);
		return step ? vscode.l10n.t("{0} left", formatCount(step.left)) : "";
	};
	const line = (
		value: SheetLine,
		icon: string,
		label: string,
		origin: NeedOrigin | undefined,
		need: NeedKind,
	): StepItem<SheetLine> => ({
		label,
		description: [left(need), describeOrigin(origin, fileName)].filter(Boolean).join(" · "),
		iconPath: new vscode.ThemeIcon(icon),
		value,
	});
	const { origins } = draft;
	return [
		{
			label: describeCount(result.candidates.length),
			description: vscode.l10n.t("of {0} models known", formatCount(result.total)),
			iconPath: new vscode.ThemeIcon("arrow-right"),
			value: "candidates",
		},
		{ label: vscode.l10n.t("Requirements"), kind: vscode.QuickPickItemKind.Separator },
		line("workload", "target", namePreset(draft.preset.id), origins.preset, "task"),
		line("license", "law", describeLicenseNeed(draft), origins.license, "license"),
		line("languages", "globe", describeLanguages(draft), origins.languages, "language"),
		line("gating", "lock", describeGating(draft), undefined, "gating"),
		line(
			"context",
			"symbol-ruler",
			vscode.l10n.t("Context of {0} tokens", formatTokens(draft.contextTokens)),
			origins.context,
			"context",
		),
		line("targets", "circuit-board", describeTargets(draft), origins.targets, "fit"),
	];
}

function describeCount(candidates: number): string {
	if (candidates === 0) {
		return vscode.l10n.t("No candidate: see why, and what is nearest");
	}
	return candidates === 1
		? vscode.l10n.t("Show the one candidate")
		: vscode.l10n.t("Show the {0} candidates", formatCount(candidates));
}

function describeLicenseNeed({ licenseClasses, licenseIds }: PickDraft): string {
	const words = [...licenseIds, ...licenseClasses.map(nameLicenseClass)].join(", ");
	return words ? vscode.l10n.t("License: {0}", words) : vscode.l10n.t("License: any, stated or not");
}

function describeLanguages({ languages }: PickDraft): string {
	return languages.length > 0
		? vscode.l10n.t("Languages: {0}", languages.join(", "))
		: vscode.l10n.t("Languages: any");
}

function describeGating({ gatedOk }: PickDraft): string {
	return gatedOk ? vscode.l10n.t("Access: open or gated") : vscode.l10n.t("Access: open only");
}

function describeTargets({ targets }: PickDraft): string {
	return targets.length > 0
		? vscode.l10n.t(
				"Fits: {0}",
				targets.map((target) => `${nameTarget(target)} (${describeTarget(target)})`).join(" + "),
			)
		: vscode.l10n.t("Fits: not judged, no target chosen");
}

function describeOrigin(origin: NeedOrigin | undefined, fileName: string | undefined): string {
	if (origin === undefined || origin === "default") {
		return "";
	}
	return origin === "user" ? vscode.l10n.t("you") : describePlace(origin, fileName);
}
