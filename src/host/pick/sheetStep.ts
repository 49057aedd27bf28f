import * as vscode from "vscode";
import { needKinds } from "../../core/pick/needs.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import { findNeedKind } from "../../core/pick/sheet/needsOfSheet.ts";
import type { Requirement, RequirementKind, RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { policyFileName } from "../../core/policy/policy.ts";
import { formatCount } from "../words/numbers.ts";
import { describeRequirement, describeRequirementOrigin } from "../words/requirementWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";

/** A line of the sheet that can be edited, or the way on. */
export type SheetLine =
	| { readonly kind: "candidates" }
	| { readonly kind: "add" }
	| { readonly kind: "targets" }
	| { readonly kind: "edit"; readonly requirement: Requirement };

/** How a line is changed without being opened. */
export interface SheetActions {
	readonly turn: (requirement: Requirement) => void;
	readonly remove: (requirement: Requirement) => void;
}

const turnButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("arrow-swap"),
	tooltip: vscode.l10n.t("Must or Prefer"),
};
const removeButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("trash"),
	tooltip: vscode.l10n.t("Remove This Requirement"),
};

const icons: Partial<Readonly<Record<RequirementKind, string>>> = {
	task: "target",
	purpose: "target",
	language: "globe",
	contextLength: "symbol-ruler",
	license: "law",
	excludedLicense: "law",
	useRegion: "law",
	target: "circuit-board",
	currentModel: "code",
	safety: "shield",
	speedFloor: "dashboard",
};

/** "The sheet": every requirement a line with where it came from, must or prefer, and how many models it leaves. */
export function askForSheet(
	sheet: () => RequirementSheet,
	result: () => PickResult,
	actions: SheetActions,
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
		listItems: () => listLines(sheet(), result()),
		onButton: (line, button) => {
			if (line.kind === "edit") {
				const act = button === turnButton ? actions.turn : actions.remove;
				act(line.requirement);
			}
		},
	});
}

function listLines(sheet: RequirementSheet, result: PickResult): StepItem<SheetLine>[] {
	const lines = sheet.requirements
		.filter(({ kind }) => kind !== "input")
		.sort((one, other) => findPlace(one) - findPlace(other));
	return [
		{
			label: describeCount(result.candidates.length),
			description: vscode.l10n.t("of {0} models known", formatCount(result.total)),
			iconPath: new vscode.ThemeIcon("arrow-right"),
			value: { kind: "candidates" },
		},
		{ label: vscode.l10n.t("Requirements"), kind: vscode.QuickPickItemKind.Separator },
		...lines.map((requirement) => createLine(requirement, result)),
		...(lines.some(({ kind }) => kind === "target")
			? []
			: [
					{
						label: vscode.l10n.t("Fits: not judged, no target chosen"),
						iconPath: new vscode.ThemeIcon("circuit-board"),
						value: { kind: "targets" } as const,
					},
				]),
		{
			label: vscode.l10n.t("Add a requirement…"),
			iconPath: new vscode.ThemeIcon("add"),
			value: { kind: "add" },
		},
	];
}

function createLine(requirement: Requirement, result: PickResult): StepItem<SheetLine> {
	const isLocked = requirement.from === "policy";
	const origin = isLocked ? policyFileName : describeRequirementOrigin(requirement.from);
	const isMust = requirement.strength === "must";
	return {
		label: describeRequirement(requirement),
		description: [
			isMust ? countLeft(requirement, result) : undefined,
			isMust ? vscode.l10n.t("must") : vscode.l10n.t("prefer"),
			origin,
		]
			.filter(Boolean)
			.join(" · "),
		iconPath: new vscode.ThemeIcon(isLocked ? "lock" : (icons[requirement.kind] ?? "checklist")),
		buttons: isLocked ? [] : requirement.kind === "task" ? [] : [turnButton, removeButton],
		value: { kind: "edit", requirement },
	};
}

/** In the order in which they eliminate, so that what is left only falls from line to line; what eliminates nobody is last. */
function findPlace(requirement: Requirement): number {
	const need = findNeedKind(requirement);
	return need === undefined ? needKinds.length : needKinds.indexOf(need);
}

function countLeft(requirement: Requirement, { trail }: PickResult): string | undefined {
	const need = findNeedKind(requirement);
	const step = trail.find((each) => each.need === need);
	return step && vscode.l10n.t("{0} left", formatCount(step.left));
}

function describeCount(candidates: number): string {
	if (candidates === 0) {
		return vscode.l10n.t("No candidate: see why, and what is nearest");
	}
	return candidates === 1
		? vscode.l10n.t("Show the one candidate")
		: vscode.l10n.t("Show the {0} candidates", formatCount(candidates));
}
