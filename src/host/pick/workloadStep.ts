import * as vscode from "vscode";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import {
	findPreset,
	findPresetOfTask,
	type WorkloadPreset,
	workloadPresets,
} from "../../core/pick/workloads.ts";
import { namePreset } from "../words/pickWords.ts";
import { describeRequirement, describeRequirementOrigin } from "../words/requirementWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";

/** What the first step chooses from. */
export interface WorkloadChoices {
	/** What words and code ask for; without words, what the code alone does. */
	readonly read: (text: string) => RequirementSheet;
	readonly saved: RequirementSheet | undefined;
	/** Fires when there is more to read. */
	readonly onDidChange: vscode.Event<void>;
	readonly isBusy: () => boolean;
	/** The name of a language model that could read the words; `undefined` where the editor offers none. */
	readonly helper: () => string | undefined;
}

/** The sheet that was chosen, or words that a language model shall read. */
export type WorkloadLine =
	| { readonly kind: "sheet"; readonly sheet: RequirementSheet }
	| { readonly kind: "ask"; readonly text: string };

/** "What for?": one box that takes plain words, what was read from the code on top, the presets below. */
export function askForWorkload(choices: WorkloadChoices): Promise<StepResult<WorkloadLine>> {
	return askStep<WorkloadLine>({
		title: vscode.l10n.t("Pick a model: what for?"),
		placeholder: vscode.l10n.t(
			"In your words, such as: summarize Polish tickets on an 8 GB AMD card, Apache",
		),
		step: 1,
		hasBack: false,
		onDidChange: choices.onDidChange,
		isBusy: choices.isBusy,
		listItems: (text) => listItems(text, choices),
	});
}

function listItems(text: string, { read, saved, helper }: WorkloadChoices): StepItem<WorkloadLine>[] {
	const fromCode = read("");
	const items: StepItem<WorkloadLine>[] = [];
	if (text.trim() !== "") {
		items.push(createTypedItem(text, read(text)));
		const name = helper();
		if (name !== undefined) {
			items.push({
				label: vscode.l10n.t("Let {0} read these words", name),
				detail: vscode.l10n.t("Sends the words to it, nothing else; what it proposes can be edited"),
				iconPath: new vscode.ThemeIcon("comment-discussion"),
				alwaysShow: true,
				value: { kind: "ask", text },
			});
		}
	}
	if (hasTask(fromCode)) {
		items.push(createCodeItem(fromCode));
	}
	if (saved !== undefined) {
		items.push({
			label: vscode.l10n.t("Go on with the last sheet"),
			detail: summarize(saved),
			iconPath: new vscode.ThemeIcon("history"),
			value: { kind: "sheet", sheet: saved },
		});
	}
	return [
		...items,
		{ label: vscode.l10n.t("Workloads"), kind: vscode.QuickPickItemKind.Separator },
		// The table has the special kinds first, as reading words needs it; a person looks for the usual ones.
		...[...workloadPresets].reverse().map(
			({ id, task }): StepItem<WorkloadLine> => ({
				label: namePreset(id),
				description: task.replaceAll("-", " "),
				value: { kind: "sheet", sheet: replaceTask(fromCode, id) },
			}),
		),
	];
}

/** A preset that is chosen stands for the code's own task; what the policy asks for stays. */
function replaceTask(fromCode: RequirementSheet, presetId: string): RequirementSheet {
	const preset = findPreset(presetId);
	const kept = fromCode.requirements.filter(({ from }) => from === "policy");
	return preset === undefined
		? { requirements: kept }
		: {
				requirements: [
					{ kind: "task", value: preset.task, strength: "must", from: "user" },
					{ kind: "purpose", value: preset.id, strength: "prefer", from: "user" },
					...kept,
				],
			};
}

function createTypedItem(text: string, sheet: RequirementSheet): StepItem<WorkloadLine> {
	const understood = sheet.requirements.filter(({ from }) => from === "text");
	return {
		label: `“${text.trim()}”`,
		iconPath: new vscode.ThemeIcon("sparkle"),
		detail:
			understood.length > 0
				? vscode.l10n.t("Understood: {0}", summarize({ requirements: understood }))
				: vscode.l10n.t("Nothing of this was understood. Say what the model shall do, or choose below."),
		alwaysShow: true,
		...(hasTask(sheet) ? { value: { kind: "sheet", sheet } } : {}),
	};
}

function createCodeItem(sheet: RequirementSheet): StepItem<WorkloadLine> {
	const first = sheet.requirements.find(({ kind }) => kind === "task");
	return {
		label: nameWork(sheet),
		description: first === undefined ? "" : describeRequirementOrigin(first.from),
		detail: first?.excerpt ?? summarize(sheet),
		iconPath: new vscode.ThemeIcon("code"),
		value: { kind: "sheet", sheet },
	};
}

/** What a sheet asks for, in a line. */
function summarize({ requirements }: RequirementSheet): string {
	const others = requirements.filter(
		({ from, kind }) => from !== "default" && !["task", "purpose", "input", "currentModel"].includes(kind),
	);
	return [nameWork({ requirements }), ...others.map(describeRequirement)].filter(Boolean).join(" · ");
}

/** The work by the name of its preset, else by its task. */
function nameWork({ requirements }: RequirementSheet): string {
	const task = requirements.find((each) => each.kind === "task");
	const purpose = requirements.find((each) => each.kind === "purpose");
	const preset =
		(purpose?.kind === "purpose" ? findPreset(purpose.value) : undefined) ??
		(task?.kind === "task" ? findPresetNamedBy(task.value) : undefined);
	if (preset !== undefined) {
		return namePreset(preset.id);
	}
	return task === undefined ? "" : describeRequirement(task);
}

function hasTask({ requirements }: RequirementSheet): boolean {
	return requirements.some(({ kind }) => kind === "task");
}

/** The preset of a task, where the task says all that the preset does. */
function findPresetNamedBy(task: string): WorkloadPreset | undefined {
	const preset = findPresetOfTask(task);
	return preset?.task === task ? preset : undefined;
}
