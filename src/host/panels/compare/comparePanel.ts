import * as v from "valibot";
import * as vscode from "vscode";
import { isRepoId } from "../../../core/model/repoId.ts";
import type { ComparePanelEvents, ComparePanelMethods, CompareView } from "../../../protocol/comparePanel.ts";
import type { RpcHandlers } from "../../../protocol/rpc.ts";
import { describeProblem, logProblem } from "../../errors.ts";
import { AdoptionSource } from "../../state/adoptionSource.ts";
import { checkParams, noParams } from "../checkParams.ts";
import { findModel } from "../findModel.ts";
import { type PanelServer, servePanel } from "../panelServer.ts";
import { writeComparison } from "./compareMarkdown.ts";
import type { ComparePanelParts } from "./comparePanelParts.ts";
import { createCompareStrings, createCompareView } from "./compareView.ts";

/** A comparison: reads its models when its page is ready, and tells what changes. */
export class ComparePanel {
	readonly #repoIds: readonly string[];
	readonly #parts: ComparePanelParts;
	readonly #server: PanelServer;
	readonly #adoption: AdoptionSource;
	#reading: AbortController | undefined;
	#problem: unknown;

	constructor(panel: vscode.WebviewPanel, repoIds: readonly string[], parts: ComparePanelParts) {
		this.#repoIds = repoIds;
		this.#parts = parts;
		this.#adoption = new AdoptionSource(parts.store, parts.judge);
		const update = (): void => this.#server.tellSoon();
		this.#server = servePanel<ComparePanelMethods, ComparePanelEvents>(panel, parts, {
			page: "compare",
			handlers: this.#createHandlers(),
			event: "comparisonChanged",
			createSnapshot: () => this.#createView(),
			subscriptions: [
				parts.store.onDidChange(update),
				parts.readings.onDidChange(update),
				parts.targets.onDidChange(update),
				parts.settings.onDidChange(update),
				parts.fit.onDidLoad(update),
				{ dispose: () => this.#reading?.abort() },
			],
		});
	}

	#createHandlers(): RpcHandlers<ComparePanelMethods> {
		return {
			getComparison: {
				check: checkParams(noParams),
				run: async () => {
					await this.#open();
					return {
						strings: createCompareStrings(),
						locale: vscode.env.language,
						comparison: this.#createView(),
					};
				},
			},
			refresh: { check: checkParams(noParams), run: () => this.#read(this.#repoIds) },
			copyMarkdown: {
				check: checkParams(noParams),
				run: async () => vscode.env.clipboard.writeText(writeComparison(this.#createView())),
			},
			openModel: {
				check: checkParams(v.object({ repoId: v.pipe(v.string(), v.check(isRepoId)) })),
				run: async ({ repoId }) => this.#parts.panels.open(repoId),
			},
		};
	}

	/** What is on disk first, then the Hub for those that were not read a moment ago. */
	async #open(): Promise<void> {
		const { store, targets, reader, judge, fit } = this.#parts;
		await Promise.all([store.ensureLoaded(), judge.ensureReadings(), fit.ensureLoaded()]);
		void targets.ensureDetected();
		const stale = this.#repoIds.filter((repoId) => !reader.isFresh(repoId));
		if (stale.length > 0 && !this.#reading) {
			void this.#read(stale);
		}
	}

	/** One after the other: each costs some requests, and all share the limit. */
	async #read(repoIds: readonly string[]): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.#problem = undefined;
		this.#server.tellSoon();
		for (const repoId of repoIds) {
			try {
				await this.#parts.reader.read(repoId, reading.signal);
			} catch (error) {
				if (reading.signal.aborted) {
					return;
				}
				logProblem(error, this.#parts.log);
				this.#problem = error;
			}
		}
		if (this.#reading === reading) {
			this.#reading = undefined;
			this.#server.tellSoon();
		}
	}

	#createView(): CompareView {
		const { store, judge, settings } = this.#parts;
		const problem = this.#problem === undefined ? undefined : describeProblem(this.#problem)?.words;
		return createCompareView({
			models: this.#repoIds.map((repoId) => {
				const model = findModel(store, repoId);
				return {
					model,
					report: this.#adoption.report(model),
					readings: judge.getReadings(model),
					judged: judge.judge(model),
				};
			}),
			contextTokens: settings.contextTokens,
			problem,
			isLoading: this.#reading !== undefined,
		});
	}
}
