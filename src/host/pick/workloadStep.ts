import * as vscode from "vscode";
import { inferWorkload } from "../../core/pick/inferWorkload.ts";
import type { WorkloadEvidence, WorkloadGuess } from "../../core/pick/workloadGuess.ts";
import { workloadPresets } from "../../core/pick/workloads.ts";
import { namePreset, summarizeGuess } from "../words/pickWords.ts";
import { askStep, type StepItem, type StepResult } from "./askStep.ts";

/** More of a file than this does not make the workload clearer. */
const mostCharacters = 200_000;

/** What is at hand to read a workload from: the editor last used. */
export interface WorkloadPlace {
	readonly languageId: string;
	readonly fileName: string;
	readonly fileText: string;
	readonly selection: string;
}

/** Reads what the editor shows; nothing of it leaves this machine. */
export function readPlace(editor: vscode.TextEditor | undefined): WorkloadPlace | undefined {
	return editor && readRange(editor.document, editor.selection);
}

/** Reads a document, and of it a line, from 1, as what is meant. */
export function readDocument(document: vscode.TextDocument, line: number | undefined): WorkloadPlace {
	const isLine = line !== undefined && line <= document.lineCount;
	return readRange(document, isLine ? document.lineAt(line - 1).range : new vscode.Range(0, 0, 0, 0));
}

function readRange(document: vscode.TextDocument, range: vscode.Range): WorkloadPlace {
	return {
		languageId: document.languageId,
		fileName: document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1),
		fileText: document.getText().slice(0, mostCharacters),
		selection: document.getText(range).slice(0, mostCharacters),
	};
}

/** "What for?": one box that takes plain words, what was read from the code on top, the presets below. */
export function askForWorkload(
	place: WorkloadPlace | undefined,
	typed: string,
): Promise<StepResult<WorkloadGuess>> {
	const read = (text: string): WorkloadGuess => inferWorkload({ text, ...place });
	const fromCode = read("");
	return askStep<WorkloadGuess>({
		title: vscode.l10n.t("Pick a model: what for?"),
		placeholder: vscode.l10n.t(
			"In your words, such as: summarize Polish tickets on an 8 GB AMD card, Apache",
		),
		step: 1,
		hasBack: false,
		typed,
		listItems: (text) => [
			...(text.trim() ? [createTypedItem(text, read(text))] : []),
			...(fromCode.presetId && place ? [createCodeItem(fromCode, place.fileName)] : []),
			{ label: vscode.l10n.t("Workloads"), kind: vscode.QuickPickItemKind.Separator },
			...workloadPresets.map(({ id, tasks }) => ({
				label: namePreset(id),
				description: tasks[0]?.replaceAll("-", " ") ?? "",
				value: { presetId: id, evidence: [] },
			})),
		],
	});
}

function createTypedItem(text: string, guess: WorkloadGuess): StepItem<WorkloadGuess> {
	const isUnderstood = guess.evidence.some(({ from }) => from === "words");
	return {
		label: `“${text.trim()}”`,
		iconPath: new vscode.ThemeIcon("sparkle"),
		detail: isUnderstood
			? vscode.l10n.t("Understood: {0}", summarizeGuess(guess))
			: vscode.l10n.t("Nothing of this was understood. Say what the model shall do, or choose below."),
		alwaysShow: true,
		...(guess.presetId ? { value: guess } : {}),
	};
}

function createCodeItem(guess: WorkloadGuess, fileName: string): StepItem<WorkloadGuess> {
	const evidence = guess.evidence.find(({ what }) => what === "preset");
	return {
		label: guess.presetId ? namePreset(guess.presetId) : "",
		description: evidence ? describePlace(evidence, fileName) : fileName,
		detail: evidence?.text ?? summarizeGuess(guess),
		iconPath: new vscode.ThemeIcon("code"),
		value: guess,
	};
}

/** Where something was read: `serve.py:14`. */
export function describePlace(evidence: WorkloadEvidence, fileName: string | undefined): string {
	if (evidence.from === "words") {
		return vscode.l10n.t("your words");
	}
	return evidence.line === undefined ? (fileName ?? "") : `${fileName}:${evidence.line}`;
}
