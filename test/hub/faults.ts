import * as v from "valibot";

/** One fault: what it hits, how often, and what goes wrong. Parts combine; the delay comes first. */
export interface FaultRule {
	/** Part of path and query, or a regular expression: as such, or in text after `re:`. */
	readonly match: string | RegExp;
	readonly method?: string | undefined;
	/** How many requests it hits; all when absent. */
	readonly times?: number | undefined;
	/** Ends when other rules come into force. */
	readonly delayMs?: number | undefined;
	/** Answered instead of the true reply unless it is a 2xx. A 429 says that nothing is left of the quota. */
	readonly status?: number | undefined;
	/** Text is sent as it stands; anything else as JSON. */
	readonly body?: unknown;
	/** Announces the whole body, sends so many bytes of it (`true`: half) and drops the connection. */
	readonly truncateBody?: number | true | undefined;
	readonly contentType?: string | undefined;
	/** Ends the connection without an answer. */
	readonly dropConnection?: boolean | undefined;
	/** The `Location` of a redirect, 307 unless `status` says otherwise. */
	readonly redirectTo?: string | undefined;
	/** The whole `Link` header. */
	readonly linkHeader?: string | undefined;
	/** Headers to set, or with `null` to leave out. */
	readonly headers?: Readonly<Record<string, string | null>> | undefined;
}

const FaultRules = v.array(
	v.strictObject({
		match: v.string(),
		method: v.optional(v.string()),
		times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
		delayMs: v.optional(v.pipe(v.number(), v.minValue(0))),
		status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
		body: v.optional(v.unknown()),
		truncateBody: v.optional(v.union([v.literal(true), v.pipe(v.number(), v.integer(), v.minValue(0))])),
		contentType: v.optional(v.string()),
		dropConnection: v.optional(v.boolean()),
		redirectTo: v.optional(v.string()),
		linkHeader: v.optional(v.string()),
		headers: v.optional(v.record(v.string(), v.nullable(v.string()))),
	}),
);

/**
 * Rules that came over HTTP: one or a list.
 * @throws v.ValiError for anything else, a misspelled knob included, so that no test runs without its fault.
 */
export function parseFaultRules(json: unknown): readonly FaultRule[] {
	return v.parse(FaultRules, Array.isArray(json) ? json : [json]);
}

/** The rules in force. The first that matches and is not used up applies, alone. */
export class FaultBook {
	#entries: { readonly rule: FaultRule; timesLeft: number }[] = [];
	#inForce = new AbortController();

	/** Aborted when other rules come into force. */
	get inForce(): AbortSignal {
		return this.#inForce.signal;
	}

	setRules(rules: readonly FaultRule[]): void {
		this.#inForce.abort();
		this.#inForce = new AbortController();
		this.#entries = rules.map((rule) => ({ rule, timesLeft: rule.times ?? Number.POSITIVE_INFINITY }));
	}

	take(method: string, path: string): FaultRule | undefined {
		const entry = this.#entries.find(
			({ rule, timesLeft }) =>
				timesLeft > 0 &&
				(rule.method === undefined || rule.method === method) &&
				matchesPath(rule.match, path),
		);
		if (entry === undefined) {
			return undefined;
		}
		entry.timesLeft -= 1;
		return entry.rule;
	}
}

function matchesPath(match: string | RegExp, path: string): boolean {
	if (typeof match !== "string") {
		return path.search(match) >= 0;
	}
	return match.startsWith("re:") ? new RegExp(match.slice(3)).test(path) : path.includes(match);
}
