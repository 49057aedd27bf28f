import * as vscode from "vscode";
import type { Model } from "../../core/model/model.ts";
import type { SourceFile } from "../../core/pick/sheet/code/sourceFile.ts";
import { completeSheet } from "../../core/pick/sheet/completeSheet.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { logProblem } from "../errors.ts";
import type { Insertion } from "../insertion.ts";
import type { Log } from "../log.ts";
import type { PackagedTables } from "../packagedTables.ts";
import type { PanelSet } from "../panels/panelSet.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { EditorTracker } from "../state/editorTracker.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { ModelJudge } from "../state/modelJudge.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import type { TargetStore } from "../state/targetStore.ts";
import { CandidateWalk } from "./candidateWalk.ts";
import { type ChatModel, findChatModel, proposeSheet } from "./languageModel.ts";
import { PickEngine } from "./pickEngine.ts";
import { readManifests, readPlace, type WorkloadPlace } from "./readWorkspace.ts";
import { SavedSheet } from "./savedSheet.ts";
import { addLine, editLine, editTargets, removeRequirement, turnRequirement } from "./sheetEditors.ts";
import { readWorkload } from "./sheetReader.ts";
import { askForSheet } from "./sheetStep.ts";
import { askForWorkload, type WorkloadLine } from "./workloadStep.ts";

/** What a pick works with. */
export interface PickParts {
	readonly store: CatalogStore;
	readonly targets: TargetStore;
	readonly judge: ModelJudge;
	readonly fit: FitSource;
	readonly tables: PackagedTables;
	readonly editors: EditorTracker;
	readonly insertion: Insertion;
	readonly panels: PanelSet;
	readonly rules: RuleStore;
	/** Keeps the last sheet of the workspace. */
	readonly memento: vscode.Memento;
	readonly log: Log;
}

/** One run of "Pick a Model for This Workload": workload, sheet, candidates, with a way back at each step. */
export class PickSession {
	readonly #parts: PickParts;
	readonly #place: WorkloadPlace | undefined;
	readonly #saved: SavedSheet;
	readonly #changed = new vscode.EventEmitter<void>();
	#asking = new AbortController();
	readonly #reading = new vscode.CancellationTokenSource();
	readonly #engine: PickEngine;
	#isAsking = false;
	#manifests: readonly SourceFile[] = [];
	#isReading = true;
	#chatModel: ChatModel | undefined;
	#sheet: RequirementSheet = { requirements: [] };

	constructor(parts: PickParts) {
		this.#parts = parts;
		this.#place = readPlace(parts.editors.editor);
		this.#saved = new SavedSheet(parts.memento);
		this.#engine = new PickEngine(parts);
	}

	/**
	 * Runs to its end, from the sheet where one is given to start with. The model that was chosen; `undefined` when the user
	 * gave up.
	 */
	async run(start?: RequirementSheet): Promise<Model | undefined> {
		void this.#readMore();
		await Promise.all([this.#engine.prepare(), this.#parts.rules.ensureLoaded()]);
		const subscription = this.#parts.store.onDidChange(() => this.#changed.fire());
		try {
			return await this.#walk(start && { kind: "sheet", sheet: start });
		} finally {
			this.#asking.abort();
			this.#reading.cancel();
			this.#reading.dispose();
			subscription.dispose();
			this.#changed.dispose();
		}
	}

	async #walk(start: WorkloadLine | undefined): Promise<Model | undefined> {
		for (let line = start; ; line = undefined) {
			line ??= await this.#askForWorkload();
			if (!line) {
				return undefined;
			}
			const sheet = await this.#takeSheet(line);
			if (!sheet) {
				continue;
			}
			this.#sheet = completeSheet(sheet, this.#parts.targets.checked);
			void this.#askHub();
			const outcome = await this.#walkSheet();
			if (outcome !== "back") {
				return outcome;
			}
		}
	}

	async #askForWorkload(): Promise<WorkloadLine | undefined> {
		const answer = await askForWorkload({
			read: (text) => this.#read(text),
			saved: this.#saved.read(),
			onDidChange: this.#changed.event,
			isBusy: () => this.#isReading,
			helper: () => this.#chatModel?.name,
		});
		return answer.kind === "chosen" ? answer.value : undefined;
	}

	async #walkSheet(): Promise<Model | undefined | "back"> {
		for (;;) {
			const line = await askForSheet(
				() => this.#sheet,
				() => this.#engine.choose(this.#sheet).result,
				{
					turn: (requirement) => this.#change(turnRequirement(this.#sheet, requirement)),
					remove: (requirement) => this.#change(removeRequirement(this.#sheet, requirement)),
				},
				this.#changed.event,
				() => this.#isAsking,
			);
			if (line.kind !== "chosen") {
				return line.kind === "back" ? "back" : undefined;
			}
			const { value } = line;
			if (value.kind === "candidates") {
				await this.#saved.save(this.#sheet);
				const chosen = await this.#askForCandidate();
				if (chosen !== "back") {
					return chosen;
				}
			} else if (value.kind === "targets") {
				this.#change(await editTargets(this.#sheet, this.#parts.targets));
			} else if (value.kind === "add") {
				this.#change(await addLine(this.#sheet, this.#parts.targets));
			} else if (value.requirement.kind === "task" && value.requirement.from !== "policy") {
				return "back";
			} else {
				this.#change(await editLine(value.requirement, this.#sheet, this.#parts.targets));
			}
		}
	}

	async #askForCandidate(): Promise<Model | undefined | "back"> {
		const { engine, onDidChange, isBusy } = {
			engine: this.#engine,
			onDidChange: this.#changed.event,
			isBusy: () => this.#isAsking,
		};
		return new CandidateWalk({ ...this.#parts, engine, onDidChange, isBusy }, this.#sheet).run();
	}

	#change(sheet: RequirementSheet | undefined): void {
		if (sheet) {
			this.#sheet = sheet;
			this.#changed.fire();
		}
	}

	#read(text: string): RequirementSheet {
		return readWorkload({
			text,
			place: this.#place,
			manifests: this.#manifests,
			rules: this.#parts.rules,
		});
	}

	/** The sheet of a line; that of a language model where the user wants one to read the words. */
	async #takeSheet(line: WorkloadLine): Promise<RequirementSheet | undefined> {
		if (line.kind === "sheet") {
			const { requirements } = line.sheet;
			const policy = this.#read("").requirements.filter(({ from }) => from === "policy");
			return { requirements: [...requirements.filter(({ from }) => from !== "policy"), ...policy] };
		}
		const model = this.#chatModel;
		return model && this.#propose(model, line.text);
	}

	async #propose(model: ChatModel, text: string): Promise<RequirementSheet | undefined> {
		const title = vscode.l10n.t("{0} reads what you wrote", model.name);
		const location = vscode.ProgressLocation.Notification;
		const own = this.#read("").requirements.filter(({ from }) => from === "policy");
		try {
			const proposed = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
				proposeSheet(model, text, token),
			);
			return proposed && { requirements: [...proposed.requirements, ...own] };
		} catch (error) {
			logProblem(error, this.#parts.log);
			return undefined;
		}
	}

	/** The manifests, and whether a language model is there, join when they are known: nobody waits for them. */
	async #readMore(): Promise<void> {
		const [manifests, chatModel] = await Promise.all([
			readManifests(this.#reading.token),
			findChatModel().catch(() => undefined),
		]);
		this.#manifests = manifests;
		this.#chatModel = chatModel;
		this.#isReading = false;
		if (!this.#reading.token.isCancellationRequested) {
			this.#changed.fire();
		}
	}

	/** What is on disk answers at once; the Hub's models join when they are there. What was asked for another sheet ends. */
	async #askHub(): Promise<void> {
		this.#asking.abort();
		const asking = new AbortController();
		this.#asking = asking;
		this.#isAsking = true;
		await this.#engine.askHub(this.#sheet, asking.signal);
		if (!asking.signal.aborted) {
			this.#isAsking = false;
			this.#changed.fire();
		}
	}
}
