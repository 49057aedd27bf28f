import { isHubError } from "../hub/hubError.ts";
import { listAncestors } from "../license/lineage.ts";
import type { Model } from "../model/model.ts";
import type { ModelFacts } from "../policy/evaluateModel.ts";

/** Where facts of models come from. */
export interface FactSource {
	/** Asks the Hub: one request. Throws `HubError`. Absent: the Hub is not asked. */
	readonly readModel?: (repoId: string, signal: AbortSignal) => Promise<Model>;
	/** What is known without asking, by repo id in any case. */
	readonly findKnown: (repoId: string) => Model | undefined;
}

/** How facts are read. */
export interface FactOptions {
	/** Most requests in all. */
	readonly budget: number;
	readonly signal: AbortSignal;
	/** Told after each model: how many of the used ones were read. */
	readonly onProgress?: (done: number, of: number) => void;
}

/** What is known of the models that code uses. */
export interface ReadFacts {
	/** By ID as written. */
	readonly facts: ReadonlyMap<string, ModelFacts>;
	readonly requests: number;
	/** Why the Hub was not asked any more: it cannot be reached, or will not answer now. */
	readonly stopped?: unknown;
}

/** Requests at a time. */
const width = 6;
/** Most requests of an audit: a fifth of what the Hub lets an anonymous caller ask for in five minutes is left. */
export const auditBudget = 400;

/**
 * Reads the models that code uses, then their ancestors for the licenses, as far as the budget goes. Where the Hub cannot
 * be asked, what is known without it stands in; what nobody knows is `unread`.
 */
export async function readModelFacts(
	ids: readonly string[],
	source: FactSource,
	options: FactOptions,
): Promise<ReadFacts> {
	const reading = new Reading(source, options);
	const wanted = [...new Set(ids)];
	let done = 0;
	await reading.readAll(wanted, () => {
		done += 1;
		options.onProgress?.(done, wanted.length);
	});
	for (
		let open = reading.listOpenAncestors(wanted);
		open.length > 0;
		open = reading.listOpenAncestors(wanted)
	) {
		await reading.readAll(open);
	}
	const facts = new Map(wanted.map((id) => [id, reading.describe(id)] as const));
	return {
		facts,
		requests: reading.requests,
		...(reading.stopped === undefined ? {} : { stopped: reading.stopped }),
	};
}

class Reading {
	readonly #source: FactSource;
	readonly #options: FactOptions;
	/** By ID in lower case: what the Hub said, or that it has none. */
	readonly #read = new Map<string, Model | "missing">();
	readonly #asked = new Set<string>();
	requests = 0;
	stopped: unknown;

	constructor(source: FactSource, options: FactOptions) {
		this.#source = source;
		this.#options = options;
	}

	/** Reads some models, several at a time; stops at the budget, at a cancellation, and where the Hub does not answer. */
	async readAll(ids: readonly string[], onRead?: () => void): Promise<void> {
		const queue = [...ids];
		const work = async (): Promise<void> => {
			for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
				await this.#readOne(id);
				onRead?.();
			}
		};
		await Promise.all(Array.from({ length: Math.min(width, queue.length) }, work));
	}

	async #readOne(id: string): Promise<void> {
		const key = id.toLowerCase();
		const { readModel } = this.#source;
		const { budget, signal } = this.#options;
		if (this.#asked.has(key)) {
			return;
		}
		this.#asked.add(key);
		if (readModel === undefined || this.stopped !== undefined || signal.aborted || this.requests >= budget) {
			return;
		}
		this.requests += 1;
		try {
			const model = await readModel(id, signal);
			this.#read.set(key, model);
			this.#read.set(model.repoId.toLowerCase(), model);
		} catch (error) {
			if (isHubError(error, "notFound")) {
				this.#read.set(key, "missing");
			} else if (!isHubError(error, "badResponse") && !isHubError(error, "gated")) {
				this.stopped ??= error;
			}
		}
	}

	/** Ancestors of the used models of which nothing is known and that were not asked for yet. */
	listOpenAncestors(ids: readonly string[]): readonly string[] {
		const open = new Set<string>();
		for (const id of ids) {
			const model = this.#find(id);
			for (const ancestor of model === undefined ? [] : listAncestors(model, (other) => this.#find(other))) {
				if (!ancestor.isKnown && !this.#asked.has(ancestor.repoId.toLowerCase())) {
					open.add(ancestor.repoId);
				}
			}
		}
		return [...open];
	}

	describe(id: string): ModelFacts {
		if (this.#read.get(id.toLowerCase()) === "missing") {
			return { status: "missing" };
		}
		const model = this.#find(id);
		return model === undefined
			? { status: "unread" }
			: { status: "known", model, ancestors: listAncestors(model, (other) => this.#find(other)) };
	}

	#find(id: string): Model | undefined {
		const read = this.#read.get(id.toLowerCase());
		return read === "missing" ? undefined : (read ?? this.#source.findKnown(id));
	}
}
