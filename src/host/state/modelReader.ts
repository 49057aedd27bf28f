import * as vscode from "vscode";
import type { Derivatives } from "../../core/adoption/derivatives.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { HubSession } from "./hubSession.ts";

const freshMs = 10 * 60_000;

/**
 * Reads one model whole: its record with files and counts, its configuration, its derivatives. At most six requests
 * (PRODUCT: one for the model, one for config.json, one a relation). What has been read goes to the catalog at once,
 * so that what is known can be shown while the rest is still on its way.
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
		const [withShape, derivatives] = await Promise.all([
			this.#readShape(hub, model, signal),
			this.#readDerivatives(hub, model, signal),
		]);
		this.#store.addModel(withShape, derivatives);
		if (!signal.aborted) {
			this.#readAt.set(model.repoId, Date.now());
			this.#readAt.set(repoId, Date.now());
		}
		return withShape;
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

	async #readShape(hub: HubClient, model: Model, signal: AbortSignal): Promise<Model> {
		try {
			const shape = await hub.readArchitecture(model.repoId, model.revision, { signal });
			if (!shape) {
				return model;
			}
			const contextLength = shape.contextLength ?? model.contextLength;
			return {
				...model,
				architecture: { ...model.architecture, ...shape.architecture },
				...(contextLength ? { contextLength } : {}),
			};
		} catch (error) {
			this.#passOver(error);
			return model;
		}
	}

	async #readDerivatives(
		hub: HubClient,
		model: Model,
		signal: AbortSignal,
	): Promise<Derivatives | undefined> {
		try {
			return await hub.listDerivatives(model.repoId, model.derivativeCounts, { signal });
		} catch (error) {
			this.#passOver(error);
			return undefined;
		}
	}

	/** A part that cannot be read leaves the whole standing; giving up must still give up. */
	#passOver(error: unknown): void {
		if (isHubError(error, "cancelled")) {
			throw error;
		}
		logProblem(error, this.#log);
	}
}
