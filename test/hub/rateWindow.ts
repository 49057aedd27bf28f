export type Bucket = "api" | "resolvers" | "pages";

export interface RateReading {
	readonly isExhausted: boolean;
	readonly headers: Readonly<Record<string, string>>;
}

/** Requests allowed in a window, by bucket. */
export type Quotas = Readonly<Record<Bucket, number>>;

/** The Hub's figures of 2026-08 for someone anonymous, with an account, and with a PRO account. */
export const HUB_QUOTAS = {
	anonymous: { api: 500, resolvers: 3000, pages: 100 },
	account: { api: 1000, resolvers: 5000, pages: 200 },
	pro: { api: 2500, resolvers: 12_000, pages: 400 },
} as const;

/** Counts requests in fixed windows, one count for each visitor and bucket. */
export class RateWindow {
	readonly #windowMs: number;
	readonly #now: () => number;
	readonly #startedAtMs: number;
	readonly #counts = new Map<string, number>();
	#windowIndex = 0;

	constructor(windowMs: number, now: () => number) {
		this.#windowMs = windowMs;
		this.#now = now;
		this.#startedAtMs = now();
	}

	/** Takes one request from the quota; the headers say what is left, also when nothing is. */
	take(visitorKey: string, bucket: Bucket, quotas: Quotas): RateReading {
		const elapsedMs = this.#now() - this.#startedAtMs;
		const windowIndex = Math.floor(elapsedMs / this.#windowMs);
		if (windowIndex !== this.#windowIndex) {
			this.#windowIndex = windowIndex;
			this.#counts.clear();
		}
		const key = `${bucket} ${visitorKey}`;
		const quota = quotas[bucket];
		const used = this.#counts.get(key) ?? 0;
		const isExhausted = used >= quota;
		this.#counts.set(key, isExhausted ? used : used + 1);
		const left = isExhausted ? 0 : quota - used - 1;
		const secondsLeft = Math.ceil(((windowIndex + 1) * this.#windowMs - elapsedMs) / 1000);
		return {
			isExhausted,
			headers: {
				RateLimit: `"${bucket}";r=${left};t=${secondsLeft}`,
				"RateLimit-Policy": `"fixed window";"${bucket}";q=${quota};w=${this.#windowMs / 1000}`,
			},
		};
	}
}
