/** The closed set of ways in which asking the Hub can fail. */
export type HubErrorCode =
	| "offline"
	| "timeout"
	| "cancelled"
	| "unauthorized"
	| "gated"
	| "notFound"
	| "rateLimited"
	| "server"
	| "badResponse";

/** What is known of a failure beside its code. */
export interface HubErrorDetails {
	/** HTTP status, where there was a reply. */
	readonly status?: number;
	/** Milliseconds to wait before asking again, for `rateLimited`. */
	readonly retryAfterMs?: number;
	/** The Hub's `X-Request-Id`, for support. */
	readonly requestId?: string;
	readonly cause?: unknown;
}

/**
 * A failed request to the Hub. Told apart by `code`, never by message: the message is for logs, and the host has
 * the table of sentences.
 */
export class HubError extends Error {
	override readonly name = "HubError";
	readonly code: HubErrorCode;
	readonly status: number | undefined;
	readonly retryAfterMs: number | undefined;
	readonly requestId: string | undefined;

	constructor(code: HubErrorCode, message: string, details: HubErrorDetails = {}) {
		super(message, { cause: details.cause });
		this.code = code;
		this.status = details.status;
		this.retryAfterMs = details.retryAfterMs;
		this.requestId = details.requestId;
	}
}

/** Whether a caught value is a `HubError`, optionally of one code. */
export function isHubError(error: unknown, code?: HubErrorCode): error is HubError {
	return error instanceof HubError && (code === undefined || error.code === code);
}
