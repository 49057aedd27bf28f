import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import type { RankWeights } from "../../core/pick/rank.ts";
import { rankWeights } from "../../core/pick/rank.ts";
import { createRecord } from "../../core/pick/record/createRecord.ts";
import { relaxSheet } from "../../core/pick/relaxSheet.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { PanelSet } from "../panels/panelSet.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import { writeRecord } from "../words/recordWords.ts";
import type { Recorded } from "./candidateItems.ts";
import { askForCandidate } from "./candidatesStep.ts";
import type { Choice, PickEngine } from "./pickEngine.ts";
import { askForFallen } from "./trailStep.ts";
import { askForWeights } from "./weightsStep.ts";

/** What walking among candidates needs. */
export interface CandidateWalkParts {
	readonly engine: PickEngine;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly panels: PanelSet;
	readonly log: Log;
	readonly onDidChange: vscode.Event<void>;
	readonly isBusy: () => boolean;
	/** What has changed since a choice was recorded, by what is known when it is asked. */
	readonly findRecorded?: () => Recorded;
}

/** Candidates of a sheet, with all that leads off the list and back to it; ends with a model, or with the way back. */
export class CandidateWalk {
	readonly #parts: CandidateWalkParts;
	#sheet: RequirementSheet;
	#weights: RankWeights;

	constructor(parts: CandidateWalkParts, sheet: RequirementSheet, weights: RankWeights = rankWeights) {
		this.#parts = parts;
		this.#sheet = sheet;
		this.#weights = weights;
	}

	/** The model that was chosen; `back`; `undefined` when the user gave up. */
	async run(): Promise<Model | "back" | undefined> {
		const { panels, log } = this.#parts;
		const aside = (work: Thenable<void>): void =>
			void work.then(undefined, (error) => logProblem(error, log));
		for (;;) {
			const line = await askForCandidate(
				{ ...this.#parts, choose: () => this.#choose() },
				{
					open: ({ repoId }) => panels.open(repoId),
					copy: ({ repoId }) => aside(vscode.env.clipboard.writeText(repoId)),
					compare: () => aside(this.#compare()),
					record: (model, listed) => aside(this.#record(model, listed)),
				},
			);
			if (line.kind !== "chosen") {
				return line.kind === "back" ? "back" : undefined;
			}
			const { value } = line;
			switch (value.kind) {
				case "model":
					return value.model;
				case "relax":
					this.#sheet = relaxSheet(this.#sheet, value.relaxation) ?? this.#sheet;
					break;
				case "weights":
					this.#weights = (await askForWeights(this.#weights)) ?? this.#weights;
					break;
				case "compare":
					await this.#compare();
					break;
				case "record":
					await this.#recordOne();
					break;
				case "trail":
					if (!(await this.#walkTrail())) {
						return undefined;
					}
			}
		}
	}

	#choose() {
		return this.#parts.engine.choose(this.#sheet, this.#weights);
	}

	/** Whether to go on with the list. */
	async #walkTrail(): Promise<boolean> {
		const fallen = await askForFallen(() => this.#choose().result);
		if (fallen.kind === "chosen") {
			this.#parts.panels.open(fallen.value.repoId);
		}
		return fallen.kind === "back";
	}

	/** The first of them side by side; the list stays. */
	async #compare(): Promise<void> {
		const { candidates } = this.#choose().result;
		const repoIds = candidates.map(({ model }) => model.repoId);
		await vscode.commands.executeCommand("openModels.compareModels", repoIds);
	}

	/** Asks which choice to write down. */
	async #recordOne(): Promise<void> {
		const listed = this.#choose();
		const chosen = await vscode.window.showQuickPick(
			listed.result.candidates.map(({ model }) => ({ label: model.repoId, model })),
			{ title: vscode.l10n.t("Which choice shall be recorded?") },
		);
		if (chosen) {
			await this.#record(chosen.model, listed);
		}
	}

	async #record(model: Model, { sheet, result, targets }: Choice): Promise<void> {
		const { source, asOfMs } = this.#parts.store.status;
		const record = createRecord({
			sheet,
			result,
			targets,
			weights: this.#weights,
			choice: model,
			source,
			...(asOfMs === undefined ? {} : { asOfMs }),
			nowMs: Date.now(),
		});
		if (record) {
			const content = writeRecord(record);
			const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
			await vscode.window.showTextDocument(document, {
				viewColumn: vscode.ViewColumn.Beside,
				preview: false,
			});
		}
	}
}
