import * as vscode from "vscode";
import type { Target } from "../../core/hardware/target.ts";
import { classifyLicense } from "../../core/license/resolveLicense.ts";
import type { Model } from "../../core/model/model.ts";
import { pickCandidates } from "../../core/pick/pickCandidates.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import type { WorkloadGuess } from "../../core/pick/workloadGuess.ts";
import { findPreset } from "../../core/pick/workloads.ts";
import { logProblem } from "../errors.ts";
import type { Insertion } from "../insertion.ts";
import type { Log } from "../log.ts";
import type { PanelSet } from "../panels/panelSet.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { EditorTracker } from "../state/editorTracker.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { describeHardware } from "../words/pickWords.ts";
import { askForCandidate } from "./candidatesStep.ts";
import { showComparison } from "./comparison.ts";
import { createDraft, type PickDraft, toNeeds } from "./pickDraft.ts";
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
	#draft: PickDraft | undefined;
	#result: { readonly draft: PickDraft; readonly version: number; readonly value: PickResult } | undefined;

	constructor(parts: PickParts) {
		this.#parts = parts;
		this.#place = readPlace(parts.editors.editor);
	}

	/** Runs to its end. The model that was chosen; `undefined` when the user gave up. */
	async run(): Promise<Model | undefined> {
		const { store, targets, fit } = this.#parts;
		await Promise.all([store.ensureLoaded(), targets.ensureDetected(), fit.ensureLoaded()]);
		const subscription = store.onDidChange(() => this.#changed.fire());
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
			const draft = this.#createDraft(workload.value);
			if (!draft) {
				continue;
			}
			this.#draft = draft;
			this.#askHub(draft);
			const outcome = await this.#walkSheet(draft);
			if (outcome !== "back") {
				return outcome;
			}
		}
	}

	async #walkSheet(first: PickDraft): Promise<Model | undefined | "back"> {
		let draft = first;
		for (;;) {
			this.#draft = draft;
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
		const { judge, panels } = this.#parts;
		const chosen = await askForCandidate(
			() => this.#evaluate(),
			judge,
			{
				open: ({ repoId }) => panels.open(repoId),
				copy: ({ repoId }) => void vscode.env.clipboard.writeText(repoId),
				compare: () => void this.#compare(),
			},
			this.#changed.event,
			() => this.#isAsking,
		);
		return chosen.kind === "chosen" ? chosen.value : chosen.kind === "back" ? "back" : undefined;
	}

	async #compare(): Promise<void> {
		const { targets } = this.#draft ?? { targets: [] };
		await showComparison(this.#evaluate(), targets, this.#parts.judge);
	}

	/** The choice for the draft as it stands, from all that is known now. */
	#evaluate(): PickResult {
		const { catalog } = this.#parts.store;
		const { judge } = this.#parts.fit;
		const draft = this.#draft;
		if (!draft || !judge) {
			return { candidates: [], almost: [], counterfactuals: [], total: 0, trail: [], leftOut: [] };
		}
		const known = this.#result;
		if (known?.draft === draft && known.version === catalog.version) {
			return known.value;
		}
		const value = pickCandidates({
			models: catalog.query({}).models,
			needs: toNeeds(draft),
			classifyLicense,
			judge: (model, target, contextTokens) => judge.judgeBest(model, target, contextTokens).verdict,
			nowMs: Date.now(),
		});
		this.#result = { draft, version: catalog.version, value };
		return value;
	}

	#createDraft(guess: WorkloadGuess): PickDraft | undefined {
		const preset = findPreset(guess.presetId);
		const named = createNamedTarget(guess);
		return preset && createDraft(guess, preset, named ? [named] : this.#parts.targets.checked);
	}

	/** What is on disk answers at once; the Hub's most downloaded models for the task join when they are there. */
	#askHub({ preset }: PickDraft): void {
		const [task] = preset.tasks;
		this.#isAsking = true;
		this.#parts.store
			.readQuietly({ sort: "downloads", filters: task ? { tasks: [task] } : {} }, this.#asking.signal)
			.catch((error) => logProblem(error, this.#parts.log))
			.finally(() => {
				this.#isAsking = false;
				if (!this.#asking.signal.aborted) {
					this.#changed.fire();
				}
			});
	}
}

/** Hardware that was named in the words, as a target of its own for this pick. */
function createNamedTarget({ hardware }: WorkloadGuess): Target | undefined {
	if (!hardware?.memoryBytes) {
		return undefined;
	}
	const { vendor = "nvidia", memoryBytes } = hardware;
	const name = describeHardware(hardware);
	return { id: "pick:named", name, vendor, devices: [{ name, vendor, memoryBytes }], origin: "user" };
}
