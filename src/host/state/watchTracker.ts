import * as v from "valibot";
import * as vscode from "vscode";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import { findSuccessor } from "../../core/watch/findSuccessor.ts";
import {
	listWatchedChanges,
	type SeenModel,
	takeSeen,
	type WatchedChange,
	type WatchedNow,
} from "../../core/watch/watchedChanges.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { HubSession } from "./hubSession.ts";
import type { ModelJudge } from "./modelJudge.ts";
import type { WatchList } from "./watchList.ts";

const storageKey = "openModels.watchedSeen";

/** The Hub's counters move about daily, and a watched model need not be read more often than some times a day. */
const readEveryMs = 6 * 3_600_000;

/** Requests of one round, one a model: the rest of a long list waits for the next. */
const mostReads = 20;

/** What the view shows first comes before what may have changed. */
const readDelayMs = 2000;

const keptSchema = v.record(
	v.string(),
	v.object({
		repoId: v.string(),
		revision: v.exactOptional(v.string()),
		license: v.exactOptional(v.string()),
		gating: v.exactOptional(v.picklist(["open", "auto", "manual"])),
		isDisabled: v.exactOptional(v.boolean()),
		successor: v.exactOptional(v.string()),
		seenAtMs: v.number(),
		isRemoved: v.exactOptional(v.boolean()),
		isRemovalSeen: v.exactOptional(v.boolean()),
		readAtMs: v.exactOptional(v.number()),
	}),
);

/** A watched model as it was looked at, and what its last reading brought. */
interface Kept extends SeenModel {
	/** The Hub did not have it when it was asked last. */
	readonly isRemoved?: boolean;
	readonly isRemovalSeen?: boolean;
	readonly readAtMs?: number;
}

/** What the tracker works with. */
export interface WatchTrackerParts {
	readonly memory: vscode.Memento;
	readonly watched: WatchList;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly session: HubSession;
	readonly log: Log;
}

/**
 * What changed of the watched models since they were last looked at; remembered across windows. Reads them from the Hub
 * some times a day, when the view is shown, without a word: what fails is logged and tried again later.
 */
export class WatchTracker implements vscode.Disposable {
	readonly #parts: WatchTrackerParts;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #successors = new Map<string, string | undefined>();
	#successorsVersion: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#reading: AbortController | undefined;

	constructor(parts: WatchTrackerParts) {
		this.#parts = parts;
	}

	/** What changed of a watched model; nothing of one that was never looked at. */
	listChanges(repoId: string): readonly WatchedChange[] {
		const seen = this.#kept[repoId];
		const isRemoved = seen?.isRemoved === true && seen.isRemovalSeen !== true;
		return seen ? listWatchedChanges(seen, this.#look(repoId, isRemoved)) : [];
	}

	/** Takes these models, or all, for looked at as they are now. */
	async markAsSeen(repoIds: readonly string[] = this.#parts.watched.repoIds): Promise<void> {
		const kept: Record<string, Kept> = { ...this.#kept };
		for (const repoId of repoIds) {
			const { isRemoved = false, readAtMs = 0 } = kept[repoId] ?? {};
			const seen = takeSeen(repoId, this.#look(repoId, false), Date.now());
			kept[repoId] = { ...seen, isRemoved, isRemovalSeen: isRemoved, readAtMs };
		}
		await this.#keep(kept);
	}

	/** Reads those that were not read for hours, soon: when what the view shows first is there. */
	readSoon(): void {
		if (this.#timer === undefined && this.#reading === undefined && this.#listStale().length > 0) {
			this.#timer = setTimeout(() => {
				this.#timer = undefined;
				void this.readNow();
			}, readDelayMs);
		}
	}

	/** Reads those that were not read for hours, or all when that was asked for. Never throws. */
	async readNow(isAsked = false): Promise<void> {
		if (this.#reading) {
			return;
		}
		const reading = new AbortController();
		this.#reading = reading;
		try {
			const hub = await this.#parts.session.connect();
			const stale = isAsked ? this.#parts.watched.repoIds : this.#listStale();
			for (const repoId of stale.slice(0, mostReads)) {
				await this.#take(repoId, () => hub.readModel(repoId, { signal: reading.signal }));
			}
		} catch (error) {
			logProblem(error, this.#parts.log);
		}
		this.#reading = undefined;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#reading?.abort();
		this.#changed.dispose();
	}

	/** Throws what says nothing of this model, but of the Hub. */
	async #take(repoId: string, read: () => Promise<Model>): Promise<void> {
		const before = this.#kept[repoId];
		let isRemoved = false;
		let label = repoId;
		try {
			const model = await read();
			this.#parts.store.addModel(model);
			label = model.repoId;
			await this.#parts.watched.rename(repoId, label);
		} catch (error) {
			if (!isHubError(error, "notFound")) {
				throw error;
			}
			isRemoved = true;
		}
		const { [repoId]: _former, ...others } = this.#kept;
		const now = takeSeen(label, this.#look(label, false), Date.now());
		// What was not known when it was looked at is taken as it is now.
		const isRemovalSeen = isRemoved && before?.isRemovalSeen === true;
		const seen: Kept = { ...now, ...before, readAtMs: Date.now(), isRemoved, isRemovalSeen };
		await this.#keep({ ...others, [label]: seen });
	}

	#listStale(): readonly string[] {
		const kept = this.#kept;
		const staleMs = Date.now() - readEveryMs;
		return this.#parts.watched.repoIds.filter((repoId) => (kept[repoId]?.readAtMs ?? 0) < staleMs);
	}

	#look(repoId: string, isRemoved: boolean): WatchedNow {
		const model = this.#parts.store.catalog.get(repoId);
		return {
			model,
			isRemoved,
			successor: model && this.#findSuccessor(model),
			readings: model ? this.#parts.judge.getReadings(model) : [],
		};
	}

	#findSuccessor(model: Model): string | undefined {
		const { catalog } = this.#parts.store;
		if (this.#successorsVersion !== catalog.version) {
			this.#successorsVersion = catalog.version;
			this.#successors.clear();
		}
		if (!this.#successors.has(model.repoId)) {
			this.#successors.set(model.repoId, findSuccessor(model, catalog.models)?.repoId);
		}
		return this.#successors.get(model.repoId);
	}

	get #kept(): Readonly<Record<string, Kept>> {
		const parsed = v.safeParse(keptSchema, this.#parts.memory.get<unknown>(storageKey));
		return parsed.success ? parsed.output : {};
	}

	/** Those that are no longer watched are forgotten. */
	async #keep(kept: Readonly<Record<string, Kept>>): Promise<void> {
		const { memory, watched } = this.#parts;
		const entries = Object.entries(kept).filter(([repoId]) => watched.has(repoId));
		await memory.update(storageKey, Object.fromEntries(entries));
		this.#changed.fire();
	}
}
