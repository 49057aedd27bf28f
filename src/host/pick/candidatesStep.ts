import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import { parseRepoId } from "../../core/model/repoId.ts";
import { explainModel } from "../../core/pick/pickCandidates.ts";
import type { LeftOut } from "../../core/pick/pickResult.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { askStep, type StepResult } from "./askStep.ts";
import {
	type CandidateLine,
	compareButton,
	copyButton,
	listCandidateItems,
	listUntold,
	openButton,
	type Recorded,
} from "./candidateItems.ts";
import type { Choice } from "./pickEngine.ts";

/** What to do with a candidate beside inserting it. */
export interface CandidateActions {
	readonly open: (model: Model) => void;
	readonly copy: (model: Model) => void;
	readonly compare: () => void;
	/** `listed` is the answer that the model was chosen from. */
	readonly record: (model: Model, listed: Choice) => void;
}

/** What the step shows, and from what. */
export interface CandidateSource {
	/** The answer as it is now. */
	readonly choose: () => Choice;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly findRecorded?: () => Recorded;
	/** Fires when the answer may be another one. */
	readonly onDidChange: vscode.Event<void>;
	readonly isBusy: () => boolean;
}

const weightsButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon("settings"),
	tooltip: vscode.l10n.t("Change What Counts"),
};

/** Models that are named in answer to "why not this one?". */
const mostAsked = 8;
const fewestCharacters = 2;

/** "Candidates": each with its reason, then what is just out of reach, then who was left out and why. */
export function askForCandidate(
	source: CandidateSource,
	actions: CandidateActions,
): Promise<StepResult<CandidateLine>> {
	let listed = source.choose();
	return askStep<CandidateLine>({
		title: vscode.l10n.t("Pick a model: Enter inserts its ID"),
		placeholder: vscode.l10n.t("Type a name to ask why it is not on the list"),
		step: 3,
		hasBack: true,
		onDidChange: source.onDidChange,
		isBusy: source.isBusy,
		titleButtons: [{ button: weightsButton, value: { kind: "weights" } }],
		listItems: (typed) => {
			listed = source.choose();
			return listCandidateItems(
				listed,
				source.judge,
				explain(typed, listed, source.store),
				source.findRecorded?.(),
			);
		},
		active: ({ value }) => value?.kind === (opensUntold(listed) ? "relax" : "model"),
		onButton: (line, button) => {
			if (line.kind === "model") {
				act(line.model, button, actions, listed);
			}
		},
	});
}

/** Where nothing is left, and something might be: what takes it in, rather than a model that fails. */
function opensUntold({ result }: Choice): boolean {
	return result.candidates.length === 0 && listUntold(result).length > 0;
}

function act(model: Model, button: vscode.QuickInputButton, actions: CandidateActions, listed: Choice): void {
	if (button === openButton) {
		actions.open(model);
	} else if (button === copyButton) {
		actions.copy(model);
	} else if (button === compareButton) {
		actions.compare();
	} else {
		actions.record(model, listed);
	}
}

/** Models of the name that is typed which the list does not show, each with the first requirement that it fails. */
function explain(typed: string, { result, context }: Choice, { catalog }: CatalogStore): readonly LeftOut[] {
	const text = typed.trim();
	if (text.length < fewestCharacters) {
		return [];
	}
	const shown = new Set(
		[...result.candidates, ...result.almost, ...result.leftOut].map(({ model }) => model.repoId),
	);
	return catalog
		.query({ text, sort: "downloads", limit: 50 })
		.models.filter(({ repoId }) => !shown.has(repoId) && parseRepoId(repoId) !== undefined)
		.flatMap((model) => explainModel(model, context) ?? [])
		.slice(0, mostAsked);
}
