import type { IncomingMessage } from "node:http";

/** What is kept of a request; of a token only that there was one. */
export interface LoggedRequest {
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	readonly hasAuthorization: boolean;
	readonly ifNoneMatch: string | undefined;
	readonly origin: string | undefined;
	readonly userAgent: string | undefined;
	readonly startedAtMs: number;
	readonly isFaulted: boolean;
	/** `undefined` until answered, and for ever when nothing was sent. */
	readonly status: number | undefined;
	/** The answer is sent, or nobody waits for it any more. */
	readonly isOver: boolean;
}

/** Every request in the order of arrival. */
export class RequestLog {
	readonly #requests: LoggedRequest[] = [];

	/** Grows with every request. */
	get requests(): readonly LoggedRequest[] {
		return this.#requests;
	}

	/** Notes a request and returns its entry for `finish`. */
	add(request: IncomingMessage, isFaulted: boolean): LoggedRequest {
		const entry: LoggedRequest = {
			method: request.method ?? "",
			path: request.url ?? "",
			hasAuthorization: request.headers.authorization !== undefined,
			ifNoneMatch: request.headers["if-none-match"],
			origin: request.headers.origin,
			userAgent: request.headers["user-agent"],
			startedAtMs: Date.now(),
			isFaulted,
			status: undefined,
			isOver: false,
		};
		this.#requests.push(entry);
		return entry;
	}

	finish(entry: LoggedRequest, status: number | undefined): void {
		const index = this.#requests.indexOf(entry);
		if (index >= 0) {
			this.#requests[index] = { ...entry, status, isOver: true };
		}
	}

	clear(): void {
		this.#requests.length = 0;
	}
}
