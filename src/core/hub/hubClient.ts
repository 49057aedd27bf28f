import { listModels, modelInfo } from "@huggingface/hub";
import type { Model, SecurityStatus } from "../model/model.ts";
import type { TensorFacts } from "../model/tensorFacts.ts";
import type { TextFacts } from "../model/textFacts.ts";
import { checkRepoId } from "./checkRepoId.ts";
import { parseOwnUrl } from "./endpoint.ts";
import {
	FieldNarrowing,
	type FieldRequest,
	keepNeededFields,
	toLibraryFields,
	toWireRow,
} from "./fieldSets.ts";
import type { HubCallOptions, HubClientOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import {
	addQueryWords,
	type FieldSet,
	type HubListQuery,
	type ModelPage,
	toSortWord,
} from "./hubListQuery.ts";
import type { HubReply } from "./hubRequest.ts";
import { HubTransport } from "./hubTransport.ts";
import { adaptFetch, guardErrors } from "./libraryFetch.ts";
import { readNextUrl } from "./linkHeader.ts";
import type { RateState } from "./rateGate.ts";
import { readAccount } from "./readAccount.ts";
import { type DerivativesReading, type ListRows, readDerivatives } from "./readDerivatives.ts";
import type { FileAt } from "./readGgufHeader.ts";
import { readPinned } from "./readPinned.ts";
import { readSecurity } from "./readSecurity.ts";
import { readSuggestions } from "./readSuggestions.ts";
import type { FilesAt } from "./readTensors.ts";
import { readEmbeddingDimension, readTextFacts } from "./readTextFacts.ts";
import { type RevisionAt, readWeightsDate } from "./readWeightsDate.ts";
import { type ConfigFacts, mapConfig } from "./wire/mapConfig.ts";
import { mapModel } from "./wire/mapModel.ts";
import type { PinnedState } from "./wire/mapPin.ts";
import { isRecord } from "./wire/wireRow.ts";

const mebibyte = 1024 * 1024;
const mostListBytes = 32 * mebibyte;
const mostModelBytes = 8 * mebibyte;
const mostSmallBytes = mebibyte;

/**
 * Asks one Hub. The library builds the requests and walks the replies; the transport that it is given sees to the
 * token, the limits and everything that can go wrong. Every method throws a `HubError` and nothing else.
 */
export class HubClient {
	readonly #transport: HubTransport;
	readonly #options: HubClientOptions;
	readonly #narrowing = new FieldNarrowing();

	/** @throws TypeError when the endpoint is no http(s) URL. */
	constructor(options: HubClientOptions) {
		this.#options = options;
		this.#transport = new HubTransport(options);
	}

	/** What the Hub last said of our rate window; empty before the first reply. */
	get rateState(): RateState {
		return this.#transport.rateState;
	}

	/**
	 * One page of a list, in one request. With `cursor`, the page after that one: the query is the cursor's then.
	 * `fields` defaults to `browse`.
	 */
	async listModels(
		query: HubListQuery,
		options: HubCallOptions & { readonly cursor?: string; readonly fields?: FieldSet } = {},
	): Promise<ModelPage> {
		const kind = options.fields ?? "browse";
		const cursor = options.cursor === undefined ? undefined : this.#checkCursor(options.cursor);
		const listing = await this.#list(kind, query, cursor, options);
		const readAtMs = this.#options.now();
		const models = new Map<string, Model>();
		let { skippedRows } = listing;
		for (const row of listing.rows) {
			const model = mapModel(row, readAtMs);
			if (model === undefined) {
				skippedRows += 1;
			} else if (!models.has(model.hubId ?? model.repoId)) {
				models.set(model.hubId ?? model.repoId, model);
			}
		}
		return {
			models: [...models.values()],
			skippedRows,
			readAtMs,
			...(listing.nextUrl === undefined ? {} : { nextCursor: listing.nextUrl }),
		};
	}

	/**
	 * All that is known of one model, files with sizes and counts of derivatives included, in one request. The id that
	 * comes back is the canonical one: a renamed or wrong-case id leads there.
	 */
	async readModel(
		repoId: string,
		options: HubCallOptions & { readonly revision?: string } = {},
	): Promise<Model> {
		checkRepoId(repoId);
		const fetch = adaptFetch(async (url) => {
			url.searchParams.set("blobs", "true");
			if (options.revision === undefined) {
				url.pathname = url.pathname.replace(/\/revision\/HEAD$/, "");
			}
			const { json } = await this.#getWithFields("model", url, mostModelBytes, options);
			if (!isRecord(json)) {
				throw new HubError("badResponse", "The reply is no model.");
			}
			return json;
		});
		const entry = await guardErrors(() =>
			modelInfo({
				name: repoId,
				hubUrl: this.#transport.endpoint.baseUrl,
				additionalFields: toLibraryFields("model"),
				fetch,
				...(options.revision === undefined ? {} : { revision: options.revision }),
			}),
		);
		const model = mapModel(toWireRow(entry), this.#options.now());
		if (model === undefined) {
			throw new HubError("badResponse", "The reply is no model.");
		}
		return model;
	}

	/**
	 * What `config.json` at a revision (default: `main`) tells of the model's shape; `undefined` when it tells nothing.
	 * A repository without the file is `notFound`, one whose files are closed to us is `gated`.
	 */
	async readArchitecture(
		repoId: string,
		revision: string | undefined,
		options: HubCallOptions = {},
	): Promise<ConfigFacts | undefined> {
		checkRepoId(repoId);
		const path = `${repoId}/resolve/${encodeURIComponent(revision ?? "main")}/config.json`;
		const url = `${this.#transport.endpoint.baseUrl}/${path}`;
		const { json } = await this.#transport.get({ url, maxBytes: mostSmallBytes, isFile: true }, options);
		return mapConfig(json);
	}

	/**
	 * The direct children of a model by relation, and its quantizations one by one: one request where `counts` says that
	 * all of them are at most 1,000, else one each for the newest 1,000; relations that `counts` gives as 0 are not
	 * asked for. A relation that could not be read is absent; when none could be, the first error is thrown.
	 */
	async listDerivatives(
		repoId: string,
		counts: Model["derivativeCounts"],
		options: HubCallOptions = {},
	): Promise<DerivativesReading> {
		checkRepoId(repoId);
		const list: ListRows = async (kind, query) => (await this.#list(kind, query, undefined, options)).rows;
		return readDerivatives(list, repoId, counts, this.#options.now());
	}

	/** Repo ids for what was typed so far, best first; at most `limit` (1–20, default 10). */
	suggestRepoIds(
		text: string,
		options: HubCallOptions & { readonly limit?: number } = {},
	): Promise<readonly string[]> {
		return readSuggestions(this.#transport, text, clamp(options.limit ?? 10, 20), options);
	}

	/** Whose token it is; `undefined` without one. A refused token is `unauthorized`. The Hub limits this strictly. */
	readAccount(options: HubCallOptions = {}): Promise<{ readonly name: string } | undefined> {
		return readAccount(this.#transport, options);
	}

	/** A model at a revision (default: as it is now) with the hashes of its files. A revision that is gone is `notFound`. */
	readPinned(
		repoId: string,
		options: HubCallOptions & { readonly revision?: string } = {},
	): Promise<PinnedState> {
		checkRepoId(repoId);
		return readPinned(this.#transport, repoId, options.revision, options);
	}

	/** How a model wants its text, as far as the Hub tells of its tokenizer. */
	readTextFacts(repoId: string, options: HubCallOptions = {}): Promise<TextFacts> {
		checkRepoId(repoId);
		return readTextFacts(this.#transport, repoId, options);
	}

	/** Size of an embedding model's embeddings; `undefined` when its files do not tell. */
	readEmbeddingDimension(repoId: string, options: HubCallOptions = {}): Promise<number | undefined> {
		checkRepoId(repoId);
		return readEmbeddingDimension(this.#transport, repoId, options);
	}

	/** What the Hub's scanners say of a model's files; `unknown` while they are not done. */
	readSecurity(repoId: string, options: HubCallOptions = {}): Promise<SecurityStatus> {
		checkRepoId(repoId);
		return readSecurity(this.#transport, repoId, options);
	}

	/** What the header of a GGUF file tells of the model's shape. A broken or hostile one is `badResponse`. */
	async readGgufHeader(at: FileAt, options: HubCallOptions = {}): Promise<ConfigFacts | undefined> {
		checkRepoId(at.repoId);
		const { readGgufHeader } = await import("./readGgufHeader.ts");
		return readGgufHeader(this.#transport, at, options);
	}

	/** What the headers of a checkpoint's safetensors files tell of its tensors; a request or two a file. */
	async readTensors(at: FilesAt, options: HubCallOptions = {}): Promise<TensorFacts | undefined> {
		checkRepoId(at.repoId);
		const { readTensors } = await import("./readTensors.ts");
		return readTensors(this.#transport, at, options);
	}

	/** When a model's weights were last changed, ms since the epoch (`readWeightsDate`). */
	readWeightsDate(at: RevisionAt, options: HubCallOptions = {}): Promise<number | undefined> {
		checkRepoId(at.repoId);
		return readWeightsDate(this.#transport, at, options);
	}

	async #list(
		kind: FieldRequest,
		query: HubListQuery,
		cursor: URL | undefined,
		options: HubCallOptions,
	): Promise<Listing> {
		const limit = clamp(query.limit ?? 50, 1000);
		let skippedRows = 0;
		let nextUrl: string | undefined;
		const fetch = adaptFetch(async (libraryUrl) => {
			const url = cursor ?? libraryUrl;
			if (cursor === undefined) {
				keepNeededFields(kind, url);
				addQueryWords(url, query, limit);
			}
			const reply = await this.#getWithFields(kind, url, mostListBytes, options);
			if (!Array.isArray(reply.json)) {
				throw new HubError("badResponse", "The reply is no list.");
			}
			nextUrl = readNextUrl(reply.link, reply.url, this.#transport.endpoint);
			const page: readonly unknown[] = reply.json;
			const rows = page.filter(isRecord).slice(0, limit);
			skippedRows = page.length - page.filter(isRecord).length;
			return rows;
		});
		const search = {
			...(query.text === undefined ? {} : { query: query.text }),
			...(query.author === undefined ? {} : { owner: query.author }),
			...(query.tags === undefined ? {} : { tags: [...query.tags] }),
			...(query.apps === undefined || query.apps.length === 0 ? {} : { apps: [...query.apps] }),
		};
		const rows = await guardErrors(async () => {
			const rows: Record<string, unknown>[] = [];
			const hubUrl = this.#transport.endpoint.baseUrl;
			const sort = toSortWord(query.sort ?? "trending");
			const additionalFields = toLibraryFields(kind);
			for await (const entry of listModels({ search, hubUrl, additionalFields, limit, sort, fetch })) {
				rows.push(toWireRow(entry));
			}
			return rows;
		});
		return { rows, skippedRows, nextUrl };
	}

	async #getWithFields(
		kind: FieldRequest,
		url: URL,
		maxBytes: number,
		options: HubCallOptions,
	): Promise<HubReply> {
		this.#narrowing.apply(kind, url);
		const repair = (message: string): string | undefined => this.#narrowing.learn(kind, message, url.href);
		return this.#transport.get({ url: url.href, maxBytes, repair }, options);
	}

	#checkCursor(cursor: string): URL {
		const { endpoint } = this.#transport;
		const url = parseOwnUrl(cursor, endpoint);
		if (url === undefined || !url.href.startsWith(`${endpoint.baseUrl}/api/models?`)) {
			throw new HubError("badResponse", "The cursor leads to no page of this Hub.");
		}
		return url;
	}
}

interface Listing {
	readonly rows: readonly Record<string, unknown>[];
	readonly skippedRows: number;
	readonly nextUrl: string | undefined;
}

function clamp(limit: number, most: number): number {
	return Math.min(Math.max(Math.trunc(limit) || 1, 1), most);
}
