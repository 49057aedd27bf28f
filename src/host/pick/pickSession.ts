import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import type { Insertion } from "../insertion.ts";
import type { Log } from "../log.ts";
import type { PanelSet } from "../panels/panelSet.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { EditorTracker } from "../state/editorTracker.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { CandidateWalk } from "./candidateWalk.ts";
import type { PickDraft } from "./pickDraft.ts";
import { PickEngine } from "./pickEngine.ts";
import { draftOfGuess, sheetOfDraft } from "./readSheet.ts";
import { editLine } from "./sheetEditors.ts";
import { askForSheet } from "./sheetStep.ts";
import { askForWorkload, readPlace, type WorkloadPlace } from "./workloadStep.ts";

/** What a pick works with. */
export interface PickParts {
	readonly store: CatalogStore;
	readonly targets: TargetStore;
	readonly judge: ModelJudge;
	readonly fit: FitSource;
	readonly editors: EditorTracker;
	readonly insertion: Insertion;
	readonly panels: PanelSet;
	readonly log: Log;
}

/** One run of "Pick a Model for This Workload": workload, sheet, candidates, with a way back at each step. */
export class PickSession {
	readonly #parts: PickParts;
	readonly #place: WorkloadPlace | undefined;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #asking = new AbortController();
	#isAsking = false;
	readonly #engine: PickEngine;
	#draft: PickDraft | undefined;
	#sheet: RequirementSheet | undefined;

	constructor(parts: PickParts) {
		this.#parts = parts;
		this.#place = readPlace(parts.editors.editor);
		this.#engine = new PickEngine(parts);
	}

	/** Runs to its end. The model that was chosen; `undefined` when the user gave up. */
	async run(): Promise<Model | undefined> {
		await this.#engine.prepare();
		const subscription = this.#parts.store.onDidChange(() => this.#changed.fire());
		try {
			return await this.#walk();
		} finally {
			this.#asking.abort();
			subscription.dispose();
			this.#changed.dispose();
		}
	}

	async #walk(): Promise<Model | undefined> {
		for (;;) {
			const workload = await askForWorkload(this.#place, "");
			if (workload.kind !== "chosen") {
				return undefined;
			}
			const draft = draftOfGuess(workload.value, this.#parts.targets.checked);
			if (!draft) {
				continue;
			}
			this.#setDraft(draft);
			void this.#askHub();
			const outcome = await this.#walkSheet(draft);
			if (outcome !== "back") {
				return outcome;
			}
		}
	}

	async #walkSheet(first: PickDraft): Promise<Model | undefined | "back"> {
		let draft = first;
		for (;;) {
			this.#setDraft(draft);
			const line = await askForSheet(
				draft,
				() => this.#evaluate(),
				this.#place?.fileName,
				this.#changed.event,
				() => this.#isAsking,
			);
			if (line.kind !== "chosen") {
				return line.kind === "back" ? "back" : undefined;
			}
			if (line.value === "workload") {
				return "back";
			}
			if (line.value === "candidates") {
				const chosen = await this.#askForCandidate();
				if (chosen !== "back") {
					return chosen;
				}
			} else {
				draft = (await editLine(line.value, draft, this.#parts.targets)) ?? draft;
			}
		}
	}

	async #askForCandidate(): Promise<Model | undefined | "back"> {
		return this.#sheet
			? new CandidateWalk(
					{
						...this.#parts,
						engine: this.#engine,
						onDidChange: this.#changed.event,
						isBusy: () => this.#isAsking,
					},
					this.#sheet,
				).run()
			: "back";
	}

	/** The choice for the draft as it stands, from all that is known now. */
	#evaluate(): PickResult {
		return this.#sheet
			? this.#engine.choose(this.#sheet).result
			: { candidates: [], almost: [], counterfactuals: [], total: 0, trail: [], leftOut: [], fallen: {} };
	}

	#setDraft(draft: PickDraft): void {
		if (draft !== this.#draft) {
			this.#draft = draft;
			this.#sheet = sheetOfDraft(draft);
		}
	}

	/** What is on disk answers at once; the Hub's models join when they are there. */
	async #askHub(): Promise<void> {
		if (!this.#sheet) {
			return;
		}
		this.#isAsking = true;
		await this.#engine.askHub(this.#sheet, this.#asking.signal);
		this.#isAsking = false;
		if (!this.#asking.signal.aborted) {
			this.#changed.fire();
		}
	}
}
