import * as vscode from "vscode";
import type { HubClient } from "../../core/hub/hubClient.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import { relations } from "../../core/model/relation.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { HubSession } from "./hubSession.ts";

const freshMs = 10 * 60_000;

/** Opening a model asks the Hub no more than this often. */
const mostRequests = 6;

/**
 * Reads one model whole: its record with files and counts, its configuration, its derivatives by relation; and, as far
 * as the requests reach, the base model that its license may come from and the report of the Hub's scanners. What has
 * been read goes to the catalog at once, so that what is known can be shown while the rest is still on its way.
 */
export class ModelReader {
	readonly #session: HubSession;
	readonly #store: CatalogStore;
	readonly #log: Log;
	readonly #readAt = new Map<string, number>();

	constructor(session: HubSession, store: CatalogStore, log: Log) {
		this.#session = session;
		this.#store = store;
		this.#log = log;
	}

	/** Whether the model was read whole in the last ten minutes. */
	isFresh(repoId: string): boolean {
		const readAtMs = this.#readAt.get(repoId);
		return readAtMs !== undefined && Date.now() - readAtMs < freshMs;
	}

	/**
	 * Reads the model from the Hub and gives it under its canonical id.
	 * Throws `HubError`; the configuration and the derivatives may fail alone, which is logged.
	 */
	async read(repoId: string, signal: AbortSignal): Promise<Model> {
		const hub = await this.#session.connect();
		const model = await hub.readModel(repoId, { signal });
		this.#store.addModel(model);
		const asked = 2 + relations.filter((relation) => model.derivativeCounts?.[relation] !== 0).length;
		const unknownBase = this.#findUnknownBase(model);
		const hasRoomForBase = unknownBase !== undefined && asked < mostRequests;
		const hasRoomForScan = asked + (hasRoomForBase ? 1 : 0) < mostRequests;
		const [shape, derivatives, security] = await Promise.all([
			this.#pass(hub.readArchitecture(model.repoId, model.revision, { signal })),
			this.#pass(hub.listDerivatives(model.repoId, model.derivativeCounts, { signal })),
			hasRoomForScan ? this.#pass(hub.readSecurity(model.repoId, { signal })) : undefined,
			hasRoomForBase ? this.#pass(this.#readBase(hub, unknownBase, signal)) : undefined,
		]);
		const contextLength = shape?.contextLength ?? model.contextLength;
		const whole: Model = {
			...model,
			...(shape ? { architecture: { ...model.architecture, ...shape.architecture } } : {}),
			...(contextLength ? { contextLength } : {}),
			...(security ? { security } : {}),
		};
		this.#store.addModel(whole, derivatives);
		if (!signal.aborted) {
			this.#readAt.set(model.repoId, Date.now());
			this.#readAt.set(repoId, Date.now());
		}
		return this.#store.catalog.get(model.repoId) ?? whole;
	}

	/** Reads with a progress mark in the window, and lets the user cancel. */
	async readWithProgress(repoId: string): Promise<Model> {
		const options = {
			location: vscode.ProgressLocation.Notification,
			cancellable: true,
			title: vscode.l10n.t("Reading {0} from the Hub", repoId),
		};
		return vscode.window.withProgress(options, (_, token) => {
			const reading = new AbortController();
			token.onCancellationRequested(() => reading.abort());
			return this.read(repoId, reading.signal);
		});
	}

	/** The base model, if nothing is known of it: its license binds this one, whatever this one states. */
	#findUnknownBase({ baseModels }: Model): string | undefined {
		const [base] = baseModels?.repoIds ?? [];
		return base && !this.#store.catalog.get(base) ? base : undefined;
	}

	async #readBase(hub: HubClient, repoId: string, signal: AbortSignal): Promise<void> {
		this.#store.addModel(await hub.readModel(repoId, { signal }));
	}

	/** A part that cannot be read leaves the whole standing; giving up must still give up. */
	async #pass<T>(part: Promise<T>): Promise<T | undefined> {
		try {
			return await part;
		} catch (error) {
			if (isHubError(error, "cancelled")) {
				throw error;
			}
			logProblem(error, this.#log);
			return undefined;
		}
	}
}
