import { type Endpoint, parseOwnUrl } from "./endpoint.ts";
import { HubError } from "./hubError.ts";

/** One GET, redirects and body included. */
export interface BoundedRequest {
	readonly fetch: typeof globalThis.fetch;
	readonly endpoint: Endpoint;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
	readonly maxBytes: number;
	readonly signal: AbortSignal;
	/** Large files lie elsewhere: a redirect may leave the endpoint, for https alone, and goes on without the token. */
	readonly mayLeave?: boolean;
	/** Told of each reply on the way, redirects too. */
	readonly onReply: (status: number, headers: Headers) => void;
}

/** A reply whose body was read as bytes. */
export interface BytesReply extends Omit<BoundedReply, "text"> {
	/** `undefined` when the body broke off. */
	readonly bytes: Uint8Array | undefined;
}

/** A reply whose body was read. */
export interface BoundedReply {
	readonly status: number;
	readonly headers: Headers;
	/** Where it was found, after redirects. */
	readonly url: string;
	/** `undefined` when the body broke off. */
	readonly text: string | undefined;
}

const mostHops = 4;
/** Of a refusal only the message is of use. */
const mostErrorBytes = 64 * 1024;

/**
 * Gets a URL of the endpoint within a time and a size, and follows redirects only inside the endpoint, so that the
 * token in `headers` goes nowhere else.
 * @throws HubError `offline`, `timeout`, `cancelled`, or `badResponse` for a redirect or a size that is not allowed.
 */
export async function getBounded(request: BoundedRequest): Promise<BoundedReply> {
	const { bytes, ...reply } = await getBoundedBytes(request);
	return { ...reply, text: bytes && new TextDecoder().decode(bytes) };
}

/** The same, for what is no text. */
export async function getBoundedBytes(request: BoundedRequest): Promise<BytesReply> {
	const controller = new AbortController();
	const abort = (): void => controller.abort();
	let isLate = false;
	const timer = setTimeout(() => {
		isLate = true;
		controller.abort();
	}, request.timeoutMs);
	request.signal.addEventListener("abort", abort, { once: true });
	try {
		if (request.signal.aborted) {
			controller.abort();
		}
		const response = await followRedirects(request, controller.signal);
		const { status, headers } = response;
		const bytes = await readBody(response, response.ok ? request.maxBytes : mostErrorBytes);
		if (bytes === undefined && controller.signal.aborted) {
			throw new Error("The body was not read to its end.");
		}
		return { status, headers, url: response.url === "" ? request.url : response.url, bytes };
	} catch (cause) {
		if (request.signal.aborted) {
			throw new HubError("cancelled", "Cancelled by the caller.", { cause });
		}
		if (isLate) {
			throw new HubError("timeout", `No answer within ${request.timeoutMs} ms.`, { cause });
		}
		throw cause instanceof HubError ? cause : new HubError("offline", "No connection to the Hub.", { cause });
	} finally {
		clearTimeout(timer);
		request.signal.removeEventListener("abort", abort);
	}
}

async function followRedirects(request: BoundedRequest, signal: AbortSignal): Promise<Response> {
	const { endpoint, fetch } = request;
	let { headers, url } = request;
	for (let hop = 0; hop <= mostHops; hop += 1) {
		const init = { headers, signal, credentials: "omit", referrerPolicy: "no-referrer" } as const;
		const response = await fetch(url, { ...init, redirect: "manual" });
		if (response.type === "opaqueredirect" || response.status === 0) {
			return followOpaquely(request, init, url);
		}
		request.onReply(response.status, response.headers);
		const location = response.headers.get("Location");
		if (response.status < 300 || response.status >= 400 || response.status === 304 || location === null) {
			return response;
		}
		await response.body?.cancel();
		const next = parseOwnUrl(location, endpoint, url) ?? readAwayUrl(request, location, url);
		if (next === undefined) {
			throw new HubError("badResponse", "A redirect led away from the Hub.", { status: response.status });
		}
		url = next.href;
		if (next.origin !== endpoint.origin) {
			const { Authorization: _, ...others } = headers;
			headers = others;
		}
	}
	throw new HubError("badResponse", `More than ${mostHops} redirects.`);
}

/** Where a file lies, if not at the endpoint. */
function readAwayUrl({ mayLeave }: BoundedRequest, location: string, base: string): URL | undefined {
	if (mayLeave !== true) {
		return undefined;
	}
	try {
		const url = new URL(location, base);
		return url.protocol === "https:" && url.username === "" && url.password === "" ? url : undefined;
	} catch {
		return undefined;
	}
}

/**
 * A browser hides where a redirect leads. It drops `Authorization` by itself on leaving the origin
 * (https://fetch.spec.whatwg.org/#http-redirect-fetch), so it may follow, and where it ended is looked at after.
 */
async function followOpaquely(request: BoundedRequest, init: RequestInit, url: string): Promise<Response> {
	const response = await request.fetch(url, { ...init, redirect: "follow" });
	const end = parseOwnUrl(response.url, request.endpoint) ?? readAwayUrl(request, response.url, url);
	if (end === undefined) {
		await response.body?.cancel();
		throw new HubError("badResponse", "A redirect led away from the Hub.", { status: response.status });
	}
	request.onReply(response.status, response.headers);
	return response;
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
	const reader = response.body?.getReader();
	if (reader === undefined) {
		return new Uint8Array();
	}
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for (;;) {
		let chunk: ReadableStreamReadResult<Uint8Array>;
		try {
			chunk = await reader.read();
		} catch {
			return undefined;
		}
		if (chunk.done) {
			return join(chunks, bytes);
		}
		bytes += chunk.value.byteLength;
		if (bytes > maxBytes) {
			await reader.cancel();
			throw new HubError("badResponse", `A body of more than ${maxBytes} bytes.`, {
				status: response.status,
			});
		}
		chunks.push(chunk.value);
	}
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.byteLength;
	}
	return whole;
}

/** The size of a whole file, of which a reply is a part. */
export function readFileBytes(headers: Headers): number | undefined {
	const told = /\/\s*(\d+)\s*$/.exec(headers.get("Content-Range") ?? "")?.[1];
	return told === undefined ? undefined : Number(told);
}
