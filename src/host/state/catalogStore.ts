import * as vscode from "vscode";
import type { Derivatives, Reading } from "../../core/adoption/derivatives.ts";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { toHubQuery } from "../../core/catalog/hubQuery.ts";
import type { Query } from "../../core/catalog/query.ts";
import type { decodeSnapshot, Snapshot } from "../../core/catalog/snapshot.ts";
import { HubError, isHubError } from "../../core/hub/hubError.ts";
import type { HubListQuery } from "../../core/hub/hubListQuery.ts";
import { inheritLicense } from "../../core/license/inheritLicense.ts";
import type { Model } from "../../core/model/model.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Storage } from "../storage.ts";
import type { HubSession } from "./hubSession.ts";
import type { ListStatus } from "./modelListing.ts";

const fileName = "lists.json";
const keptModels = 2000;
const saveDelayMs = 2000;

/**
 * Owns the catalog: fills it from the embedded snapshot and the last answers on disk when a view first asks, then from
 * the Hub. What is on the screen stays there while the Hub is asked, and when it does not answer.
 */
export class CatalogStore implements vscode.Disposable {
	readonly catalog: Catalog;
	readonly #session: HubSession;
	readonly #storage: Storage;
	readonly #embedded: vscode.Uri;
	readonly #log: Log;
	readonly #derivatives = new Map<string, Derivatives>();
	readonly #embeddedReadings = new Map<string, readonly Reading[]>();
	readonly #fromHub = new Map<string, Model>();
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #modelsRead = new vscode.EventEmitter<readonly Model[]>();
	/** Fires with each batch of models that came from the Hub. */
	readonly onDidReadModels = this.#modelsRead.event;
	#status: ListStatus = { source: "none", isLoading: false, hasMoreOnHub: false };
	#loading: Promise<void> | undefined;
	#asking: AbortController | undefined;
	#next: { readonly question: string; readonly cursor: string | undefined } | undefined;
	#saveTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(catalog: Catalog, session: HubSession, storage: Storage, embedded: vscode.Uri, log: Log) {
		this.catalog = catalog;
		this.#session = session;
		this.#storage = storage;
		this.#embedded = embedded;
		this.#log = log;
	}

	get status(): ListStatus {
		return this.#status;
	}

	/** Derivatives of a model as last read; `undefined` if never. */
	getDerivatives(repoId: string): Derivatives | undefined {
		return this.#derivatives.get(repoId);
	}

	/** Dated readings that the embedded catalog carries. */
	getEmbeddedReadings(repoId: string): readonly Reading[] {
		return this.#embeddedReadings.get(repoId) ?? [];
	}

	/** Loads what is on disk, once. Never throws: without it the catalog is empty until the Hub answers. */
	ensureLoaded(): Promise<void> {
		this.#loading ??= this.#load();
		return this.#loading;
	}

	/** Asks the Hub for the first page of a query; a new question ends the one before. Failures stand in `status`. */
	async refresh(query: Query): Promise<void> {
		await this.#ask(query, undefined);
	}

	/** Asks the Hub for the next page of the query that was asked last. */
	async loadMore(query: Query): Promise<void> {
		const question = JSON.stringify(toHubQuery(query));
		if (this.#next?.question !== question) {
			await this.#ask(query, undefined);
		} else if (this.#next.cursor !== undefined) {
			await this.#ask(query, this.#next.cursor);
		}
	}

	/** Asks for a page beside what the list shows: its models join the catalog, the list's own state stays. */
	async readQuietly(query: HubListQuery, signal: AbortSignal): Promise<void> {
		const hub = await this.#session.connect();
		this.#takePage((await hub.listModels(query, { signal })).models);
		this.#changed.fire();
	}

	/** Asks for lists beside what is shown, one page of each: their models join the catalog, the list's own state stays. */
	async readLists(lists: readonly HubListQuery[], signal: AbortSignal): Promise<void> {
		const hub = await this.#session.connect();
		for (const list of lists) {
			this.#takePage((await hub.listModels(list, { signal })).models);
			this.#changed.fire();
		}
	}

	/** Takes in models that were read beside the list. */
	addModels(models: readonly Model[]): void {
		this.#takePage(models);
		this.#changed.fire();
	}

	/** Takes in what was read of single models. */
	addModel(model: Model, derivatives?: Derivatives): void {
		if (derivatives) {
			this.#derivatives.set(model.repoId, derivatives);
		}
		this.#takePage([model]);
		this.#changed.fire();
	}

	/** Ends the question under way; its answer is thrown away. */
	cancel(): void {
		this.#asking?.abort();
	}

	dispose(): void {
		this.cancel();
		clearTimeout(this.#saveTimer);
		this.#changed.dispose();
		this.#modelsRead.dispose();
	}

	async #load(): Promise<void> {
		const [{ decodeSnapshot: decode }, embedded, disk] = await Promise.all([
			import("../../core/catalog/snapshot.ts"),
			this.#readEmbedded(),
			this.#storage.readText(fileName),
		]);
		this.#take("embedded", embedded, decode);
		this.#take("disk", disk, decode);
		this.#changed.fire();
	}

	async #readEmbedded(): Promise<string | undefined> {
		try {
			return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#embedded));
		} catch (error) {
			this.#log.error("The embedded catalog could not be read", String(error));
			return undefined;
		}
	}

	#take(source: "embedded" | "disk", text: string | undefined, decode: typeof decodeSnapshot): void {
		const snapshot = text === undefined ? undefined : this.#decode(source, text, decode);
		if (!snapshot || snapshot.models.length === 0) {
			return;
		}
		this.catalog.add(snapshot.models);
		this.catalog.add(snapshot.models.map((model) => this.#inheritLicense(model)));
		for (const [repoId, derivatives] of snapshot.derivatives) {
			const known = this.#derivatives.get(repoId);
			if (!known || known.readAtMs <= derivatives.readAtMs) {
				this.#derivatives.set(repoId, derivatives);
			}
		}
		if (source === "embedded") {
			for (const [repoId, readings] of snapshot.readings) {
				this.#embeddedReadings.set(repoId, readings);
			}
		} else {
			for (const model of snapshot.models) {
				this.#fromHub.set(model.repoId, model);
			}
		}
		if (this.#status.source !== "hub") {
			this.#status = { ...this.#status, source, asOfMs: snapshot.factsAtMs };
		}
	}

	#decode(source: string, text: string, decode: typeof decodeSnapshot): Snapshot | undefined {
		try {
			const decoded = decode(JSON.parse(text));
			if (!decoded.ok) {
				this.#log.warn(`The ${source} catalog was not understood: ${decoded.reason}`);
				return undefined;
			}
			if (decoded.skippedRows > 0) {
				this.#log.warn(`The ${source} catalog has ${decoded.skippedRows} rows that were not understood`);
			}
			return decoded.snapshot;
		} catch (error) {
			this.#log.warn(`The ${source} catalog is not JSON`, String(error));
			return undefined;
		}
	}

	async #ask(query: Query, cursor: string | undefined): Promise<void> {
		this.#asking?.abort();
		const asking = new AbortController();
		this.#asking = asking;
		this.#setStatus({ ...this.#status, isLoading: true });
		const hubQuery = toHubQuery(query);
		try {
			const hub = await this.#session.connect();
			const page = await hub.listModels(hubQuery, {
				signal: asking.signal,
				...(cursor === undefined ? {} : { cursor }),
			});
			if (asking.signal.aborted) {
				throw new HubError("cancelled", "Nobody waits for this answer.");
			}
			if (page.skippedRows > 0) {
				this.#log.warn(`Hub: ${page.skippedRows} rows were not understood and left out`);
			}
			this.#takePage(page.models);
			this.#next = { question: JSON.stringify(hubQuery), cursor: page.nextCursor };
			this.#setStatus({
				source: "hub",
				asOfMs: page.readAtMs,
				isLoading: false,
				hasMoreOnHub: page.nextCursor !== undefined,
			});
		} catch (error) {
			if (asking.signal.aborted || isHubError(error, "cancelled")) {
				if (this.#asking === asking) {
					this.#setStatus({ ...this.#status, isLoading: false });
				}
				return;
			}
			logProblem(error, this.#log);
			this.#setStatus({ ...this.#status, isLoading: false, problem: error });
		}
	}

	#takePage(models: readonly Model[]): void {
		this.catalog.add(models);
		// A base model may stand on the same page, so licenses are inherited when all are known.
		this.catalog.add(models.map((model) => this.#inheritLicense(model)));
		for (const model of models) {
			this.#fromHub.set(model.repoId, this.catalog.get(model.repoId) ?? model);
		}
		this.#modelsRead.fire(models);
		this.#saveSoon();
	}

	#inheritLicense(model: Model): Model {
		const [base] = model.baseModels?.repoIds ?? [];
		const known = base === undefined ? undefined : this.catalog.get(base);
		return known ? inheritLicense(model, known) : model;
	}

	#setStatus(status: ListStatus): void {
		this.#status = status;
		this.#changed.fire();
	}

	#saveSoon(): void {
		clearTimeout(this.#saveTimer);
		this.#saveTimer = setTimeout(() => void this.#save(), saveDelayMs);
	}

	async #save(): Promise<void> {
		const models = [...this.#fromHub.values()]
			.sort((one, other) => other.readAtMs - one.readAtMs)
			.slice(0, keptModels);
		const [newest] = models;
		if (!newest) {
			return;
		}
		const kept = new Set(models.map(({ repoId }) => repoId));
		const snapshot: Snapshot = {
			factsAtMs: newest.readAtMs,
			source: "hub",
			models,
			derivatives: new Map([...this.#derivatives].filter(([repoId]) => kept.has(repoId))),
			readings: new Map(),
		};
		const { encodeSnapshot } = await import("../../core/catalog/snapshot.ts");
		await this.#storage.writeText(fileName, JSON.stringify(encodeSnapshot(snapshot)));
	}
}
