import { HubError } from "./hubError.ts";

/** The Hub counts requests in three buckets (https://huggingface.co/docs/hub/rate-limits, 2026-08). */
export type RateBucket = "api" | "resolvers" | "pages";

/** The bucket of a path at the endpoint. */
export function chooseBucket(path: string): RateBucket {
	return path.startsWith("/api/") ? "api" : path.includes("/resolve/") ? "resolvers" : "pages";
}

/** What the Hub last said of a bucket. */
export interface RateState {
	/** Requests left in the window. */
	readonly remaining?: number;
	/** Requests of a whole window. */
	readonly quota?: number;
	/** When the window ends, ms since the epoch. */
	readonly resetAtMs?: number;
}

interface Bucket extends RateState {
	/** No request before this. */
	readonly openAtMs: number;
	/** Refusals in a row that came without a time to wait. */
	readonly refusals: number;
}

interface Clock {
	readonly now: () => number;
	readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
	readonly random: () => number;
}

const shortWaitMs = 2_000;
const longestWallMs = 15 * 60_000;
const longestPaceMs = 5_000;
const limitPattern = /"(\w+)"\s*;\s*r=(\d+)\s*;\s*t=(\d+)/;
const policyPattern = /q=(\d+).*?w=(\d+)/;

/** Keeps requests inside the Hub's rate limit: lets through, slows down, or refuses, by what the replies said. */
export class RateGate {
	readonly #clock: Clock;
	readonly #buckets = new Map<RateBucket, Bucket>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** What is known of a bucket; empty before its first reply. */
	readState(bucket: RateBucket): RateState {
		const { remaining, quota, resetAtMs } = this.#buckets.get(bucket) ?? {};
		return {
			...(remaining === undefined ? {} : { remaining }),
			...(quota === undefined ? {} : { quota }),
			...(resetAtMs === undefined ? {} : { resetAtMs }),
		};
	}

	/** Forgets all: the limits of another token are others. */
	reset(): void {
		this.#buckets.clear();
	}

	/**
	 * Waits until a request may be sent.
	 * @throws HubError `rateLimited` with `retryAfterMs` when that is more than 2 seconds away.
	 */
	async pass(bucket: RateBucket, isBackground: boolean, signal: AbortSignal): Promise<void> {
		const state = this.#buckets.get(bucket);
		if (state === undefined) {
			return;
		}
		const wallMs = state.openAtMs - this.#clock.now();
		if (wallMs > shortWaitMs) {
			throw new HubError("rateLimited", `The ${bucket} window is used up.`, { retryAfterMs: wallMs });
		}
		const waitMs = Math.max(wallMs, isBackground ? this.#readPaceMs(bucket, state) : 0);
		if (waitMs > 0) {
			await this.#clock.sleep(waitMs, signal);
		}
	}

	/** Takes in a reply, refused or not. */
	note(bucket: RateBucket, status: number, headers: Headers): void {
		const limit = limitPattern.exec(headers.get("RateLimit") ?? "");
		const named = toBucket(limit?.[1]) ?? bucket;
		const known = this.#buckets.get(named);
		const nowMs = this.#clock.now();
		const remaining = limit === null ? known?.remaining : Number(limit[2]);
		const resetInMs = limit === null ? undefined : Number(limit[3]) * 1000;
		const resetAtMs = resetInMs === undefined ? known?.resetAtMs : nowMs + resetInMs;
		const quota = Number(policyPattern.exec(headers.get("RateLimit-Policy") ?? "")?.[1] ?? Number.NaN);
		const refusals = status === 429 ? (known?.refusals ?? 0) + 1 : 0;
		let wallMs = remaining === 0 && resetInMs !== undefined ? resetInMs + 1000 : 0;
		if (status === 429 && wallMs === 0) {
			wallMs =
				this.#readRetryAfterMs(headers) ?? 1000 * 2 ** Math.min(refusals, 8) * (0.5 + this.#clock.random());
		}
		const openAtMs = nowMs + Math.min(wallMs, longestWallMs);
		this.#buckets.set(named, {
			...(remaining === undefined ? {} : { remaining }),
			...(resetAtMs === undefined ? {} : { resetAtMs }),
			...(Number.isNaN(quota) ? (known?.quota === undefined ? {} : { quota: known.quota }) : { quota }),
			openAtMs,
			refusals,
		});
		if (named !== bucket && status === 429) {
			this.#buckets.set(bucket, { ...this.#buckets.get(bucket), openAtMs, refusals });
		}
	}

	/** How long the wall of a bucket still stands, in ms; 0 when it does not. */
	readWallMs(bucket: RateBucket): number {
		return Math.max(0, (this.#buckets.get(bucket)?.openAtMs ?? 0) - this.#clock.now());
	}

	#readPaceMs(bucket: RateBucket, state: Bucket): number {
		const { remaining, quota, resetAtMs } = state;
		const leftMs = (resetAtMs ?? 0) - this.#clock.now();
		if (remaining === undefined || quota === undefined || leftMs <= 0 || remaining >= quota / 2) {
			return 0;
		}
		if (remaining < quota / 5) {
			const message = `What is left of the ${bucket} window is kept for what the user asks.`;
			throw new HubError("rateLimited", message, { retryAfterMs: leftMs });
		}
		return Math.min(longestPaceMs, leftMs / remaining);
	}

	#readRetryAfterMs(headers: Headers): number | undefined {
		const text = headers.get("Retry-After")?.trim() ?? "";
		const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.#clock.now();
		return Number.isFinite(waitMs) ? Math.max(waitMs, 1000) : undefined;
	}
}

function toBucket(word: string | undefined): RateBucket | undefined {
	return word === "api" || word === "resolvers" || word === "pages" ? word : undefined;
}
