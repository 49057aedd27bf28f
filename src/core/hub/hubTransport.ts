import { type BoundedReply, getBounded, getBoundedBytes, readFileBytes } from "./boundedGet.ts";
import { type Endpoint, parseEndpoint } from "./endpoint.ts";
import type { HubCallOptions, HubClientOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubReply, HubRequest } from "./hubRequest.ts";
import { chooseBucket, RateGate, type RateState } from "./rateGate.ts";
import { isBadToken, type Refusal, readMessage, toHubError } from "./replyError.ts";
import { ReplyStore } from "./replyStore.ts";
import { mostRetries, retryPassing, throwIfAborted, waitBeforeRetry } from "./retries.ts";
import { SharedFlights } from "./sharedFlights.ts";

/** Bytes of a file, and the size of the whole, if the reply tells it. */
export interface FileRange {
	readonly bytes: Uint8Array;
	readonly fileBytes: number | undefined;
}

const defaultTimeoutMs = 15_000;
const passingStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** Gets JSON from the Hub: the token, the rate limit, ETags, retries, and one flight for equal requests. */
export class HubTransport {
	readonly endpoint: Endpoint;
	readonly #options: HubClientOptions;
	readonly #gate: RateGate;
	readonly #flights = new SharedFlights<HubReply>();
	readonly #store = new ReplyStore();
	#lastToken: string | undefined;
	#badToken: string | undefined;
	/** Whether the token in force is the refused one. */
	#hasBadToken = false;

	/** @throws TypeError when the endpoint is no http(s) URL. */
	constructor(options: HubClientOptions) {
		this.endpoint = parseEndpoint(options.endpoint);
		this.#options = options;
		this.#gate = new RateGate(options);
	}

	get rateState(): RateState {
		return this.#gate.readState("api");
	}

	/** The token in force, unless the Hub has refused it. */
	async readToken(): Promise<string | undefined> {
		const token = await this.#options.readToken().catch(() => undefined);
		this.#hasBadToken = token !== undefined && token === this.#badToken;
		if (token === undefined || token === "" || this.#hasBadToken) {
			return undefined;
		}
		if (!/^[\x21-\x7e]+$/.test(token)) {
			this.#refuseToken(token);
			return undefined;
		}
		return token;
	}

	/**
	 * Gets a JSON document.
	 * @throws HubError of any code.
	 */
	async get(request: HubRequest, options: HubCallOptions = {}): Promise<HubReply> {
		if (options.signal?.aborted === true) {
			throw new HubError("cancelled", "Cancelled before it began.");
		}
		const token = await this.readToken();
		if (token !== this.#lastToken) {
			this.#lastToken = token;
			this.#gate.reset();
		}
		const isBackground = options.isBackground === true;
		const key = JSON.stringify([request.url, token, isBackground]);
		return this.#flights.join(key, options.signal, (signal) =>
			this.#fly(request, token, isBackground, signal),
		);
	}

	/**
	 * Gets bytes of a file, `first` to `last`, both counted from 0 and in; fewer where the file ends before.
	 * @throws HubError of any code.
	 */
	async getRange(
		url: string,
		first: number,
		last: number,
		{ signal = new AbortController().signal, isBackground = false }: HubCallOptions = {},
	): Promise<FileRange> {
		return retryPassing(() => this.#readRange(url, first, last, isBackground, signal), this.#options, signal);
	}

	async #readRange(
		url: string,
		first: number,
		last: number,
		isBackground: boolean,
		signal: AbortSignal,
	): Promise<FileRange> {
		const bucket = chooseBucket(url.slice(this.endpoint.baseUrl.length));
		await this.#gate.pass(bucket, isBackground, signal);
		const token = await this.readToken();
		const { status, headers, bytes } = await getBoundedBytes({
			fetch: this.#options.fetch,
			endpoint: this.endpoint,
			url,
			headers: { ...this.#makeHeaders(token, undefined), Accept: "*/*", Range: `bytes=${first}-${last}` },
			timeoutMs: this.#options.timeoutMs ?? defaultTimeoutMs,
			maxBytes: last - first + 1,
			mayLeave: true,
			signal,
			onReply: (replied, all) => this.#gate.note(bucket, replied, all),
		});
		if (bytes === undefined || (status !== 206 && (status !== 200 || first > 0))) {
			throw toHubError({ status, headers, text: undefined, hadToken: token !== undefined }, 0);
		}
		return { bytes, fileBytes: readFileBytes(headers) };
	}

	async #fly(
		request: HubRequest,
		token: string | undefined,
		isBackground: boolean,
		signal: AbortSignal,
	): Promise<HubReply> {
		let { url } = request;
		let sentToken = token;
		let isRepaired = false;
		let hasWaited = false;
		for (let attempt = 1, retries = 0; ; attempt += 1) {
			const bucket = chooseBucket(url.slice(this.endpoint.baseUrl.length));
			await this.#gate.pass(bucket, isBackground, signal);
			throwIfAborted(signal);
			const outcome = await this.#try(request, url, sentToken, attempt, signal);
			if (!("error" in outcome)) {
				return outcome;
			}
			const { error, refusal, isPassing } = outcome;
			if (refusal !== undefined && isBadToken(refusal) && sentToken !== undefined) {
				this.#refuseToken(sentToken);
				if (request.needsToken === true) {
					throw error;
				}
				sentToken = undefined;
				continue;
			}
			if (refusal?.status === 400 && !isRepaired) {
				isRepaired = true;
				const repaired = request.repair?.(readMessage(refusal));
				if (repaired !== undefined) {
					url = repaired;
					continue;
				}
			}
			if (error.code === "rateLimited" && !hasWaited && (error.retryAfterMs ?? 0) <= 2000) {
				hasWaited = true;
				continue;
			}
			if (!isPassing || retries === mostRetries) {
				throw error;
			}
			retries += 1;
			await waitBeforeRetry(retries, this.#options, signal);
		}
	}

	async #try(
		request: HubRequest,
		url: string,
		token: string | undefined,
		attempt: number,
		signal: AbortSignal,
	): Promise<HubReply | Failure> {
		const key = JSON.stringify([url, token]);
		const stored = this.#options.canRevalidate === false ? undefined : this.#store.find(key);
		let reply: BoundedReply;
		const bucket = chooseBucket(url.slice(this.endpoint.baseUrl.length));
		const startedAtMs = this.#options.now();
		const log = (read?: BoundedReply): void => this.#log(url, attempt, startedAtMs, read);
		try {
			reply = await getBounded({
				fetch: this.#options.fetch,
				endpoint: this.endpoint,
				url,
				headers: this.#makeHeaders(token, stored?.etag),
				timeoutMs: this.#options.timeoutMs ?? defaultTimeoutMs,
				maxBytes: request.maxBytes,
				signal,
				onReply: (status, headers) => this.#gate.note(bucket, status, headers),
			});
			log(reply);
		} catch (error) {
			log();
			if (error instanceof HubError) {
				return { error, isPassing: error.code === "offline" };
			}
			throw error;
		}
		if (reply.status === 304 && stored !== undefined) {
			return {
				json: JSON.parse(stored.text),
				link: reply.headers.get("Link") ?? stored.link,
				url: stored.url,
			};
		}
		if (reply.status !== 200) {
			const refusal = { ...reply, hadToken: token !== undefined };
			const error = toHubError(this.#blameToken(refusal), this.#gate.readWallMs(bucket));
			return { error, refusal, isPassing: passingStatuses.has(reply.status) };
		}
		return this.#readReply(request, key, reply);
	}

	#readReply(request: HubRequest, key: string, reply: BoundedReply): HubReply | Failure {
		const { headers, status, text, url } = reply;
		const type = headers.get("Content-Type") ?? "";
		if (request.isFile === true ? /html/i.test(type) : !/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
			const error = new HubError("badResponse", `Not JSON but ${type.slice(0, 80)}.`, { status });
			return { error, isPassing: false };
		}
		let json: unknown;
		try {
			json = text === undefined ? undefined : JSON.parse(text);
		} catch {
			json = undefined;
		}
		if (text === undefined || json === undefined) {
			return {
				error: new HubError("badResponse", "The body is no whole JSON.", { status }),
				isPassing: true,
			};
		}
		const etag = headers.get("ETag");
		const link = headers.get("Link") ?? undefined;
		if (etag !== null && this.#options.canRevalidate !== false) {
			this.#store.keep(key, { etag, text, link, url });
		}
		return { json, link, url };
	}

	/** After its token was refused, a caller is anonymous for the Hub, but what is wrong is still the token. */
	#blameToken(refusal: Refusal): Refusal {
		return this.#hasBadToken ? { ...refusal, hadToken: true } : refusal;
	}

	#makeHeaders(token: string | undefined, etag: string | undefined): Record<string, string> {
		const { userAgent } = this.#options;
		return {
			Accept: "application/json",
			...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
			...(etag === undefined ? {} : { "If-None-Match": etag }),
			...(userAgent === undefined ? {} : { "User-Agent": userAgent }),
		};
	}

	#refuseToken(token: string): void {
		this.#hasBadToken = true;
		if (this.#badToken !== token) {
			this.#badToken = token;
			this.#options.onBadToken?.();
		}
	}

	#log(url: string, attempt: number, startedAtMs: number, reply: BoundedReply | undefined): void {
		const requestId = reply?.headers.get("X-Request-Id") ?? undefined;
		this.#options.onRequest?.({
			path: url.slice(this.endpoint.origin.length),
			attempt,
			durationMs: this.#options.now() - startedAtMs,
			...(reply === undefined ? {} : { status: reply.status }),
			...(reply?.text === undefined ? {} : { length: reply.text.length }),
			...(requestId === undefined ? {} : { requestId }),
		});
	}
}

interface Failure {
	readonly error: HubError;
	readonly refusal?: Refusal;
	/** Whether the same request may well succeed a moment later. */
	readonly isPassing: boolean;
}
