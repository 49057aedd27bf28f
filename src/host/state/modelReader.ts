import * as vscode from "vscode";
import type { Derivatives } from "../../core/adoption/derivatives.ts";
import { countDerivativeRequests } from "../../core/hub/derivativeRequests.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import type { ConfigFacts } from "../../core/hub/wire/mapConfig.ts";
import type { Model } from "../../core/model/model.ts";
import { passOver } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { HubSession } from "./hubSession.ts";
import type { OfferReader } from "./offerReader.ts";

const freshMs = 10 * 60_000;

/** Opening a model asks the Hub no more than this often. */
const mostRequests = 6;

/** And so many more each time that somebody asks for what else is offered. */
const mostMoreRequests = 6;

/**
 * Reads one model whole: its record with files and counts, its configuration, its derivatives by relation; and, as far
 * as the requests reach, the base model that its license may come from, the report of the Hub's scanners, the headers of
 * its weights where they say more, and the files of its quantizations in other repositories. What has
 * been read goes to the catalog at once, so that what is known can be shown while the rest is still on its way.
 */
export class ModelReader {
	readonly #session: HubSession;
	readonly #store: CatalogStore;
	readonly #log: Log;
	readonly #readAt = new Map<string, number>();
	readonly #loadOffers: () => Promise<OfferReader>;
	#offers: OfferReader | undefined;

	constructor(session: HubSession, store: CatalogStore, loadOffers: () => Promise<OfferReader>, log: Log) {
		this.#loadOffers = loadOffers;
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
		const before = this.#store.catalog.get(repoId);
		const model = await hub.readModel(repoId, { signal });
		this.#store.addModel(model);
		const knowsShape = isShapeKnown(before) && before?.revision === model.revision;
		const asked = 1 + Number(!knowsShape) + countDerivativeRequests(model.derivativeCounts);
		const unknownBase = this.#findUnknownBase(model);
		const hasRoomForBase = unknownBase !== undefined && asked < mostRequests;
		const hasRoomForScan = asked + (hasRoomForBase ? 1 : 0) < mostRequests;
		const [config, reading, security] = await Promise.all([
			knowsShape
				? undefined
				: passOver(hub.readArchitecture(model.repoId, model.revision, { signal }), this.#log),
			passOver(hub.listDerivatives(model.repoId, model.derivativeCounts, { signal }), this.#log),
			hasRoomForScan ? passOver(hub.readSecurity(model.repoId, { signal }), this.#log) : undefined,
			hasRoomForBase ? passOver(this.#readBase(hub, unknownBase, signal), this.#log) : undefined,
		]);
		const shape = knowsShape ? { architecture: before?.architecture ?? {} } : config;
		const whole = withShape({ ...model, ...(security ? { security } : {}) }, shape);
		const first = this.#keep(whole, reading?.derivatives);
		const room = mostRequests - asked - Number(hasRoomForBase) - Number(hasRoomForScan);
		const { known, left } = await this.#readTensors(hub, first, room, signal);
		this.#offers ??= await this.#loadOffers();
		this.#offers.note(known, reading?.quantizations ?? []);
		const read = shape
			? await this.#offers.read(hub, known, left, signal)
			: await this.#readWithoutConfig(hub, known, this.#offers, left, signal);
		if (!signal.aborted) {
			this.#readAt.set(model.repoId, Date.now());
			this.#readAt.set(repoId, Date.now());
		}
		return read;
	}

	/** Looks for the shape elsewhere: before what others offer is read, and if that finds nothing, in what they offer. */
	async #readWithoutConfig(
		hub: HubClient,
		model: Model,
		offers: OfferReader,
		mostRequests: number,
		signal: AbortSignal,
	): Promise<Model> {
		const { readShapeElsewhere } = await import("./shapeReader.ts");
		const look = (known: Model, most: number) =>
			readShapeElsewhere(
				hub,
				known,
				(id) => this.#store.catalog.get(id),
				most,
				signal,
				(part) => passOver(part, this.#log),
			);
		const first = await look(model, mostRequests);
		const known = first.shape ? this.#keep(withShape(model, first.shape)) : model;
		const left = mostRequests - first.requests;
		const offered = await offers.read(hub, known, first.shape ? left : Math.min(left, 1), signal);
		const second = first.shape || offered === known ? undefined : await look(offered, left - 1);
		return second?.shape ? this.#keep(withShape(offered, second.shape)) : offered;
	}

	/** What the weights are, tensor by tensor, where the Hub's counts do not tell. */
	async #readTensors(
		hub: HubClient,
		model: Model,
		room: number,
		signal: AbortSignal,
	): Promise<{ readonly known: Model; readonly left: number }> {
		const { readTensors } = await import("./tensorReader.ts");
		const read = await readTensors(hub, model, room, signal, (part) => passOver(part, this.#log));
		return {
			known: read.model === model ? model : this.#keep(read.model),
			left: room - read.requests,
		};
	}

	#keep(model: Model, derivatives?: Derivatives): Model {
		this.#store.addModel(model, derivatives);
		return this.#store.catalog.get(model.repoId) ?? model;
	}

	/** Quantizations in other repositories whose files could be read and have not been. */
	countUnreadOffers(model: Model): number {
		return this.#offers?.listUnread(model).length ?? 0;
	}

	/** Reads what some more repositories hold of a model. Throws `HubError`. */
	async readMoreOffers(model: Model, signal: AbortSignal): Promise<void> {
		const hub = await this.#session.connect();
		await this.#offers?.read(hub, model, mostMoreRequests, signal);
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
}

function withShape(model: Model, shape: ConfigFacts | undefined): Model {
	const contextLength = shape?.contextLength ?? model.contextLength;
	return {
		...model,
		...(shape ? { architecture: { ...model.architecture, ...shape.architecture } } : {}),
		...(contextLength ? { contextLength } : {}),
	};
}

/** Whether a configuration was read before: nothing else tells the layers. */
function isShapeKnown(model: Model | undefined): boolean {
	const { layers, kvHeads, mlaCacheSize, kvGroups } = model?.architecture ?? {};
	return (
		layers !== undefined && (kvHeads !== undefined || mlaCacheSize !== undefined || kvGroups !== undefined)
	);
}
