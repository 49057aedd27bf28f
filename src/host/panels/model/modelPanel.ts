import type * as vscode from "vscode";
import type { Snippet } from "../../../core/code/snippets.ts";
import type { Model } from "../../../core/model/model.ts";
import type { ModelView } from "../../../protocol/modelPanel.ts";
import type { ModelPanelEvents, ModelPanelMethods } from "../../../protocol/modelPanelContract.ts";
import { describeProblem, logProblem } from "../../errors.ts";
import { AdoptionSource } from "../../state/adoptionSource.ts";
import { LineageReader } from "../../state/lineageReader.ts";
import { findModel } from "../findModel.ts";
import { type PanelServer, servePanel } from "../panelServer.ts";
import { createFamilyView } from "./familyView.ts";
import { createModelPanelHandlers } from "./modelPanelHandlers.ts";
import type { ModelPanelParts } from "./modelPanelParts.ts";
import { createModelView } from "./modelView.ts";

/** After a failure the Hub is asked again no sooner, unless the reader asks: that a page is shown again is no question. */
const failurePauseMs = 30_000;

/** One model's panel: reads the model when its page is ready, and tells what changes. */
export class ModelPanel {
	readonly #parts: ModelPanelParts;
	readonly #server: PanelServer;
	readonly #adoption: AdoptionSource;
	readonly #lineage: LineageReader;
	readonly #onRename: (repoId: string) => void;
	#repoId: string;
	#contextTokens: number | undefined;
	#snippets: readonly Snippet[] = [];
	#reading: AbortController | undefined;
	#readingOffers: AbortController | undefined;
	#problem: unknown;
	#failedAtMs = Number.NEGATIVE_INFINITY;

	/** @param onRename is told when the model turns out to have another id: renamed, or typed in another case. */
	constructor(
		panel: vscode.WebviewPanel,
		repoId: string,
		parts: ModelPanelParts,
		openModel: (repoId: string) => void,
		onRename: (repoId: string) => void,
	) {
		this.#repoId = repoId;
		this.#parts = parts;
		this.#adoption = new AdoptionSource(parts.store, parts.judge);
		this.#lineage = new LineageReader(parts.session, parts.store, this.#adoption, () =>
			this.#server.tellSoon(),
		);
		this.#onRename = onRename;
		const update = (): void => this.#server.tellSoon();
		this.#server = servePanel<ModelPanelMethods, ModelPanelEvents>(panel, parts, {
			page: "model",
			handlers: createModelPanelHandlers({
				parts,
				readModel: () => this.model,
				createView: () => this.#createView(),
				setContext: (tokens) => this.#setContext(tokens),
				readSnippets: () => this.#snippets,
				ensureRead: () => this.#ensureRead(),
				refresh: () => this.#read(),
				readOffers: () => this.#readOffers(),
				openModel,
				lineage: this.#lineage,
			}),
			event: "modelChanged",
			createSnapshot: () => this.#createView(),
			subscriptions: [
				parts.store.onDidChange(update),
				parts.readings.onDidChange(update),
				parts.targets.onDidChange(update),
				parts.watched.onDidChange(update),
				parts.editors.onDidChange(update),
				parts.settings.onDidChange(update),
				parts.session.onDidChange(() => {
					this.#failedAtMs = Number.NEGATIVE_INFINITY;
				}),
				{ dispose: () => this.#abort() },
				{ dispose: () => this.#lineage.stop() },
			],
		});
	}

	/** The model as far as it is known; with nothing known, a record that holds its id alone. */
	get model(): Model {
		return findModel(this.#parts.store, this.#repoId);
	}

	/** What is on disk first, then the Hub, unless the model was read, or could not be, a moment ago. */
	async #ensureRead(): Promise<void> {
		const { store, targets, reader, judge, fit } = this.#parts;
		await Promise.all([store.ensureLoaded(), judge.ensureReadings(), fit.ensureLoaded()]);
		void targets.ensureDetected();
		void this.#loadSnippets();
		const isPaused = Date.now() - this.#failedAtMs < failurePauseMs;
		if (!reader.isFresh(this.#repoId) && !this.#reading && !isPaused) {
			void this.#read();
		}
	}

	async #read(): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.#problem = undefined;
		this.#server.tellSoon();
		try {
			const { repoId } = await this.#parts.reader.read(this.#repoId, reading.signal);
			await this.#rename(repoId);
		} catch (error) {
			if (!reading.signal.aborted) {
				logProblem(error, this.#parts.log);
				this.#problem = error;
				this.#failedAtMs = Date.now();
			}
		}
		if (this.#reading === reading) {
			this.#reading = undefined;
			void this.#loadSnippets();
			this.#server.tellSoon();
		}
	}

	async #rename(repoId: string): Promise<void> {
		const from = this.#repoId;
		if (from === repoId) {
			return;
		}
		this.#repoId = repoId;
		this.#onRename(repoId);
		await this.#parts.watched.rename(from, repoId);
	}

	async #loadSnippets(): Promise<void> {
		try {
			this.#snippets = await this.#parts.snippets.list(this.model);
			this.#server.tellSoon();
		} catch (error) {
			logProblem(error, this.#parts.log);
		}
	}

	async #readOffers(): Promise<void> {
		if (this.#readingOffers) {
			return;
		}
		this.#readingOffers = new AbortController();
		this.#server.tellSoon();
		try {
			await this.#parts.reader.readMoreOffers(this.model, this.#readingOffers.signal);
		} finally {
			this.#readingOffers = undefined;
			this.#server.tellSoon();
		}
	}

	#abort(): void {
		this.#reading?.abort();
		this.#readingOffers?.abort();
	}

	#setContext(tokens: number): void {
		this.#contextTokens = tokens;
		this.#server.tellSoon();
	}

	#createView(): ModelView {
		const { store, judge, targets, watched, insertion, settings, reader } = this.#parts;
		const { model } = this;
		return createModelView({
			model,
			derivatives: store.getDerivatives(model.repoId),
			readings: judge.getReadings(model),
			report: this.#adoption.report(model),
			lineage: createFamilyView(model.repoId, this.#adoption.tree, this.#lineage.state),
			targets: targets.checked,
			contextTokens: this.#contextTokens ?? settings.contextTokens,
			snippets: this.#snippets,
			// Where no program can be run to see the machine, none can in a terminal.
			hasTerminals: this.#parts.targets.canProbe,
			fit: this.#parts.fit.judge,
			unreadOffers: reader.countUnreadOffers(model),
			isReadingOffers: this.#readingOffers !== undefined,
			isWatched: watched.has(model.repoId),
			insertPlace: insertion.place,
			isLoading: this.#reading !== undefined,
			problem: this.#problem === undefined ? undefined : describeProblem(this.#problem),
			nowMs: Date.now(),
			findModel: (repoId) => store.catalog.get(repoId),
		});
	}
}
