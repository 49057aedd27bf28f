import { HubError, type HubErrorCode } from "./hubError.ts";

/** A refusal of the Hub, as far as its meaning depends on it. */
export interface Refusal {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string | undefined;
	/** Whether a token was sent with the request. */
	readonly hadToken: boolean;
}

/** Whether the Hub refused the token itself (401 "Invalid credentials in Authorization header"). */
export function isBadToken(refusal: Refusal): boolean {
	return refusal.status === 401 && refusal.hadToken && /invalid credentials/i.test(readMessage(refusal));
}

/**
 * The error that a refusal means. A repository that is missing, and one that is private, are one and the same to an
 * anonymous caller: 401 without a code.
 */
export function toHubError(refusal: Refusal, retryAfterMs: number): HubError {
	const { status, headers } = refusal;
	const code = readCode(refusal);
	const requestId = headers.get("X-Request-Id");
	return new HubError(code, `HTTP ${status}: ${readMessage(refusal)}`, {
		status,
		...(code === "rateLimited" ? { retryAfterMs } : {}),
		...(requestId === null ? {} : { requestId: requestId.slice(0, 200) }),
	});
}

/** What the Hub says of a refusal, on one line of at most 2,000 characters, for logs and for lists of allowed names. */
export function readMessage(refusal: Refusal): string {
	const message = refusal.headers.get("X-Error-Message") ?? readBodyMessage(refusal.text ?? "");
	return message.replace(/[\p{Cc}\p{Cf}]+/gu, " ").slice(0, 2000);
}

function readBodyMessage(text: string): string {
	try {
		const body: unknown = JSON.parse(text);
		const message = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
		return typeof message === "string" ? message : "";
	} catch {
		return "";
	}
}

function readCode(refusal: Refusal): HubErrorCode {
	const { status, headers, hadToken } = refusal;
	if (headers.get("X-Error-Code") === "GatedRepo") {
		return "gated";
	}
	switch (status) {
		case 401:
			return hadToken || /invalid credentials/i.test(readMessage(refusal)) ? "unauthorized" : "notFound";
		case 403:
			return /disabled/i.test(readMessage(refusal)) ? "notFound" : "unauthorized";
		case 404:
		case 410:
		case 451:
			return "notFound";
		case 408:
			return "timeout";
		case 429:
			return "rateLimited";
		default:
			return status >= 500 ? "server" : "badResponse";
	}
}
