import { type Endpoint, parseOwnUrl } from "./endpoint.ts";

/**
 * The next page that a `Link` header names; `undefined` on the last page, and when the URL leads anywhere but to the
 * same path of the same endpoint.
 */
export function readNextUrl(
	link: string | undefined,
	pageUrl: string,
	endpoint: Endpoint,
): string | undefined {
	for (const [, target, parameters] of (link ?? "").slice(0, 16_384).matchAll(/<([^<>]*)>([^<]*)/g)) {
		if (target !== undefined && /;\s*rel="?next"?(?=[\s,;]|$)/i.test(parameters ?? "")) {
			const next = parseOwnUrl(target, endpoint, pageUrl);
			return next?.pathname === new URL(pageUrl).pathname ? next.href : undefined;
		}
	}
	return undefined;
}
