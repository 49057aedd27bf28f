/** One line of what was asked and how it ended, for a log. It never holds the token. */
export interface RequestLog {
	/** Path and query, without the origin. */
	readonly path: string;
	/** 1 for the first try. */
	readonly attempt: number;
	/** Absent where no reply came. */
	readonly status?: number;
	readonly durationMs: number;
	/** Characters of the body that was read. */
	readonly length?: number;
	readonly requestId?: string;
}

/** What a `HubClient` is given from outside. */
export interface HubClientOptions {
	/** http(s) URL of the Hub; a path prefix is kept. */
	readonly endpoint: string;
	readonly fetch: typeof globalThis.fetch;
	/** The token in force now, asked before every request. A rejection counts as having none. */
	readonly readToken: () => Promise<string | undefined>;
	/** Ms since the epoch. */
	readonly now: () => number;
	/** Waits; ends early (either way) when the signal is aborted. */
	readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
	/** Uniform in [0, 1), for jitter. */
	readonly random: () => number;
	/** `User-Agent`; leave out in a browser, which has its own. */
	readonly userAgent?: string;
	/** For one try, body included. Default 15,000. */
	readonly timeoutMs?: number;
	/**
	 * Whether to send `If-None-Match`. Default true. A browser does it by itself, and there the header would make every
	 * request of another origin a preflighted one: pass false.
	 */
	readonly canRevalidate?: boolean;
	readonly onRequest?: (line: RequestLog) => void;
	/** The Hub refused the token: told once for each token value, which is not sent again. */
	readonly onBadToken?: () => void;
}

/** What every call of a `HubClient` takes. */
export interface HubCallOptions {
	/** Aborting it makes the call fail with `cancelled`, and leaves the same request of others alone. */
	readonly signal?: AbortSignal;
	/**
	 * Nobody is waiting for it: it is slowed down when half of the rate window is used up, and refused (`rateLimited`)
	 * when less than a fifth is left. Default false.
	 */
	readonly isBackground?: boolean;
}
