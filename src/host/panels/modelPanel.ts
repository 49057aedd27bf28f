import * as vscode from "vscode";
import type { Snippet } from "../../core/code/snippets.ts";
import type { Model } from "../../core/model/model.ts";
import type { ModelView } from "../../protocol/modelPanel.ts";
import type { HostMethods, PanelEvents } from "../../protocol/panelContract.ts";
import { type RpcServer, serveRpc } from "../../protocol/rpc.ts";
import { describeProblem, logProblem } from "../errors.ts";
import type { ModelPanelParts } from "./modelPanelParts.ts";
import { createModelView } from "./modelView.ts";
import { createPanelHandlers } from "./panelHandlers.ts";
import { createPanelHtml } from "./panelHtml.ts";

/**
 * One model's panel. The host owns all that it shows: the webview asks when it is ready and gets whole snapshots, so
 * that a hidden panel loses nothing.
 */
export class ModelPanel {
	readonly #panel: vscode.WebviewPanel;
	readonly #parts: ModelPanelParts;
	readonly #server: RpcServer<PanelEvents>;
	readonly #subscriptions: vscode.Disposable[];
	readonly #renamed = new vscode.EventEmitter<{ readonly from: string; readonly to: string }>();
	/** The model turned out to have another id: renamed, or typed in another case. */
	readonly onDidRename = this.#renamed.event;
	readonly onDidDispose: vscode.Event<void>;
	#repoId: string;
	#contextTokens: number | undefined;
	#snippets: readonly Snippet[] = [];
	#reading: AbortController | undefined;
	#problem: unknown;
	#updateTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		panel: vscode.WebviewPanel,
		repoId: string,
		parts: ModelPanelParts,
		openModel: (repoId: string) => void,
	) {
		this.#panel = panel;
		this.#repoId = repoId;
		this.#parts = parts;
		this.onDidDispose = panel.onDidDispose;
		panel.iconPath = vscode.Uri.joinPath(parts.extensionUri, "media", "icon.png");
		const { webview } = panel;
		this.#server = serveRpc<HostMethods, PanelEvents>(
			{
				post: (message) => void webview.postMessage(message),
				onMessage: (listener) => {
					const subscription = webview.onDidReceiveMessage(listener);
					return () => subscription.dispose();
				},
			},
			createPanelHandlers({
				parts,
				readModel: () => this.model,
				createView: () => this.#createView(),
				setContext: (tokens) => this.#setContext(tokens),
				readSnippets: () => this.#snippets,
				ensureRead: () => this.#ensureRead(),
				refresh: () => this.#read(),
				openModel,
			}),
			(error) => {
				logProblem(error, parts.log);
				return { code: "failed", message: describeProblem(error)?.words ?? "" };
			},
		);
		const update = (): void => this.#updateSoon();
		this.#subscriptions = [
			this.#renamed,
			parts.store.onDidChange(update),
			parts.targets.onDidChange(update),
			parts.watched.onDidChange(update),
			parts.editors.onDidChange(update),
			parts.settings.onDidChange(update),
			panel.onDidDispose(() => this.#close()),
		];
		webview.html = createPanelHtml(webview, parts.extensionUri, parts.createNonce());
	}

	/** The model as far as it is known; with nothing known, a record that holds its id alone. */
	get model(): Model {
		return (
			this.#parts.store.catalog.get(this.#repoId) ?? {
				repoId: this.#repoId,
				formats: [],
				security: "unknown",
				counters: {},
				readAtMs: 0,
			}
		);
	}

	get viewColumn(): vscode.ViewColumn | undefined {
		return this.#panel.viewColumn;
	}

	reveal(): void {
		this.#panel.reveal(this.#panel.viewColumn);
	}

	dispose(): void {
		this.#panel.dispose();
	}

	/** What is on disk first, then the Hub, unless the model was read a moment ago. */
	async #ensureRead(): Promise<void> {
		const { store, targets, reader, judge, log } = this.#parts;
		await Promise.all([store.ensureLoaded(), judge.ensureReadings()]);
		targets.ensureDetected().catch((error) => logProblem(error, log));
		void this.#loadSnippets();
		void this.#loadFit();
		if (!reader.isFresh(this.#repoId) && !this.#reading) {
			void this.#read();
		}
	}

	async #read(): Promise<void> {
		this.#reading?.abort();
		const reading = new AbortController();
		this.#reading = reading;
		this.#problem = undefined;
		this.#updateSoon();
		try {
			const { repoId } = await this.#parts.reader.read(this.#repoId, reading.signal);
			await this.#rename(repoId);
		} catch (error) {
			if (!reading.signal.aborted) {
				logProblem(error, this.#parts.log);
				this.#problem = error;
			}
		}
		if (this.#reading === reading) {
			this.#reading = undefined;
			void this.#loadSnippets();
			this.#updateSoon();
		}
	}

	async #rename(repoId: string): Promise<void> {
		const from = this.#repoId;
		if (from === repoId) {
			return;
		}
		this.#repoId = repoId;
		this.#panel.title = repoId;
		this.#renamed.fire({ from, to: repoId });
		await this.#parts.watched.rename(from, repoId);
	}

	async #loadSnippets(): Promise<void> {
		try {
			this.#snippets = await this.#parts.snippets.list(this.model);
			this.#updateSoon();
		} catch (error) {
			logProblem(error, this.#parts.log);
		}
	}

	async #loadFit(): Promise<void> {
		try {
			await this.#parts.wholeFit.ensureLoaded();
			this.#updateSoon();
		} catch (error) {
			logProblem(error, this.#parts.log);
		}
	}

	#setContext(tokens: number): void {
		this.#contextTokens = tokens;
		this.#updateSoon();
	}

	/** Several changes at once, as when a reply comes in, make one snapshot. */
	#updateSoon(): void {
		clearTimeout(this.#updateTimer);
		this.#updateTimer = setTimeout(() => this.#server.emit("modelChanged", this.#createView()), 30);
	}

	#createView(): ModelView {
		const { store, judge, targets, watched, insertion, settings } = this.#parts;
		const { model } = this;
		return createModelView({
			model,
			derivatives: store.getDerivatives(model.repoId),
			readings: judge.getReadings(model),
			targets: targets.checked,
			contextTokens: this.#contextTokens ?? settings.contextTokens,
			snippets: this.#snippets,
			judgeWhole: this.#parts.wholeFit.judge,
			isWatched: watched.has(model.repoId),
			insertPlace: insertion.place,
			isLoading: this.#reading !== undefined,
			problem: this.#problem === undefined ? undefined : describeProblem(this.#problem),
			nowMs: Date.now(),
		});
	}

	#close(): void {
		clearTimeout(this.#updateTimer);
		this.#reading?.abort();
		this.#server.dispose();
		vscode.Disposable.from(...this.#subscriptions).dispose();
	}
}
