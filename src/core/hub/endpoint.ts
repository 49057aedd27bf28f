/** Where a Hub answers: its origin, and its base URL with the path prefix kept and no slash at the end. */
export interface Endpoint {
	readonly origin: string;
	readonly baseUrl: string;
}

/**
 * Reads the configured endpoint.
 * @throws TypeError when it is no http(s) URL, or carries credentials, a query or a fragment.
 */
export function parseEndpoint(text: string): Endpoint {
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		throw new TypeError("The endpoint of the Hub must be an http or https URL.");
	}
	if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
		throw new TypeError("The endpoint of the Hub must not carry credentials, a query or a fragment.");
	}
	return { origin: url.origin, baseUrl: (url.origin + url.pathname).replace(/\/+$/, "") };
}

/** The URL when it is absolute, of the endpoint's origin and under its path prefix; else `undefined`. */
export function parseOwnUrl(text: string, endpoint: Endpoint, base?: string): URL | undefined {
	let url: URL;
	try {
		url = new URL(text, base);
	} catch {
		return undefined;
	}
	const isOwn = url.origin === endpoint.origin && url.href.startsWith(`${endpoint.baseUrl}/`);
	return isOwn && url.username === "" && url.password === "" ? url : undefined;
}
