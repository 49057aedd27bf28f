import { makeOffer, mergeOffers } from "../../core/fit/offers/makeOffer.ts";
import { rankOffers } from "../../core/fit/offers/rankOffers.ts";
import type { HubClient } from "../../core/hub/hubClient.ts";
import type { Model, Offer } from "../../core/model/model.ts";
import { passOver } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { TargetStore } from "./targetStore.ts";

/** So many repositories of one model are worth looking into. */
const mostOffers = 24;

/**
 * Reads what other repositories hold of a model: one request each, a few at a time, those first that more speaks for
 * and that run on the checked targets. What was read is kept with the model.
 */
export class OfferReader {
	readonly #store: CatalogStore;
	readonly #targets: TargetStore;
	readonly #log: Log;
	/** Quantizations as they were listed, by the model's repo id. */
	readonly #listed = new Map<string, readonly Model[]>();

	constructor(store: CatalogStore, targets: TargetStore, log: Log) {
		this.#store = store;
		this.#targets = targets;
		this.#log = log;
	}

	/** Remembers which quantizations a model has. */
	note({ repoId }: Model, quantizations: readonly Model[]): void {
		this.#listed.set(repoId, quantizations);
	}

	/** Repositories that are worth reading and have not been read as they are now. */
	listUnread(model: Model): readonly Model[] {
		const read = new Map((model.offers ?? []).map((offer) => [offer.repoId, offer]));
		const vendors = this.#targets.checked.map(({ vendor }) => vendor);
		return rankOffers(model, this.#listed.get(model.repoId) ?? [], vendors)
			.slice(0, mostOffers)
			.filter(({ repoId, lastModifiedMs }) => {
				const known = read.get(repoId);
				return !known || (lastModifiedMs !== undefined && lastModifiedMs > (known.lastModifiedMs ?? 0));
			});
	}

	/**
	 * Reads the next repositories with at most so many requests, and gives the model with what they offer. One that
	 * cannot be read is logged and left for another time. Throws `HubError` `cancelled`.
	 */
	async read(hub: HubClient, model: Model, mostRequests: number, signal: AbortSignal): Promise<Model> {
		const unread = this.listUnread(model);
		if (unread.length === 0 || mostRequests < 1) {
			return model;
		}
		const asksDate = mostRequests > 1 && unread.some((each) => isOlder(each, model));
		const next = unread.slice(0, mostRequests - (asksDate ? 1 : 0));
		const [weightsAtMs, ...read] = await Promise.all([
			asksDate ? passOver(hub.readWeightsDate(model, { signal }), this.#log) : undefined,
			...next.map(({ repoId }) => passOver(hub.readModel(repoId, { signal }), this.#log)),
		]);
		const offers = read.flatMap((quantization): readonly Offer[] => {
			const offer = quantization && makeOffer(model, quantization, weightsAtMs);
			return offer ? [offer] : [];
		});
		this.#forget(model, next, offers);
		const whole: Model = { ...model, offers: mergeOffers(model.offers ?? [], offers) };
		this.#store.addModel(whole);
		return this.#store.catalog.get(model.repoId) ?? whole;
	}

	/** What was read and holds nothing is not asked for again. */
	#forget({ repoId }: Model, asked: readonly Model[], offers: readonly Offer[]): void {
		const isEmpty = (each: Model): boolean =>
			asked.includes(each) && offers.every((offer) => offer.repoId !== each.repoId);
		const listed = this.#listed.get(repoId) ?? [];
		this.#listed.set(
			repoId,
			listed.filter((each) => !isEmpty(each)),
		);
	}
}

/** Whether something changed at the model after the quantization was made: perhaps its weights. */
function isOlder(quantization: Model, model: Model): boolean {
	return (quantization.lastModifiedMs ?? Number.POSITIVE_INFINITY) < (model.lastModifiedMs ?? 0);
}
