import { defaultLineageBudget } from "../../core/adoption/lineage/planLineage.ts";
import { type LineageEnd, type LineageSource, walkLineage } from "../../core/adoption/lineage/walkLineage.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import type { Model } from "../../core/model/model.ts";
import type { AdoptionSource } from "./adoptionSource.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { HubSession } from "./hubSession.ts";

/** Children of a relation that one request brings. */
const childrenPerRequest = 20;

/** How far a lineage is read. */
export interface LineageReading {
	readonly status: "unread" | "reading" | "failed" | LineageEnd;
	readonly spent: number;
	readonly budget: number;
	/** Ids, in lower case, of parents that the Hub does not have or does not show. */
	readonly missing: ReadonlySet<string>;
	/** Why it failed. */
	readonly problem?: unknown;
}

const unread: LineageReading = {
	status: "unread",
	spent: 0,
	budget: defaultLineageBudget,
	missing: new Set(),
};

/** Reads one model's lineage when it is asked to: what comes in joins the models known, at once. */
export class LineageReader {
	readonly #session: HubSession;
	readonly #store: CatalogStore;
	readonly #adoption: AdoptionSource;
	readonly #onChange: () => void;
	#reading: AbortController | undefined;
	#state: LineageReading = unread;

	constructor(session: HubSession, store: CatalogStore, adoption: AdoptionSource, onChange: () => void) {
		this.#session = session;
		this.#store = store;
		this.#adoption = adoption;
		this.#onChange = onChange;
	}

	get state(): LineageReading {
		return this.#state;
	}

	/** Reads until all is read, the budget is spent, or `stop`. Never throws: the state tells how it ended. */
	async follow(model: Model): Promise<void> {
		this.stop();
		const reading = new AbortController();
		const { signal } = reading;
		this.#reading = reading;
		this.#tell({ ...unread, status: "reading" });
		try {
			const source = await this.#createSource();
			const end = await walkLineage(
				model,
				source,
				({ models, spent, renamed, missing }) => {
					if (renamed) {
						this.#adoption.noteRenamed(renamed.from, renamed.to);
					}
					if (models.length > 0) {
						this.#store.addModels(models);
					}
					const known = this.#state.missing;
					this.#tell({
						...this.#state,
						spent,
						missing: missing === undefined ? known : new Set([...known, missing.toLowerCase()]),
					});
				},
				{ signal },
			);
			this.#end(reading, { ...this.#state, status: end });
		} catch (problem) {
			const isCancelled = signal.aborted || isHubError(problem, "cancelled");
			this.#end(reading, { ...this.#state, status: isCancelled ? "cancelled" : "failed", problem });
		}
	}

	/** Ends the reading; what it has brought stays. */
	stop(): void {
		this.#reading?.abort();
	}

	#end(reading: AbortController, state: LineageReading): void {
		if (this.#reading === reading) {
			this.#reading = undefined;
			this.#tell(state);
		}
	}

	#tell(state: LineageReading): void {
		this.#state = state;
		this.#onChange();
	}

	async #createSource(): Promise<LineageSource> {
		const hub = await this.#session.connect();
		return {
			readModel: (repoId, signal) => hub.readModel(repoId, { signal }),
			async listChildren(repoId, relation, signal) {
				const tags = [`base_model:${relation}:${repoId}`];
				const page = await hub.listModels({ tags, sort: "downloads", limit: childrenPerRequest }, { signal });
				return page.models;
			},
		};
	}
}
