import { isHubError } from "../core/hub/hubError.ts";

/** Why the Hub could not be asked, for the terminal. */
export function describeStop(error: unknown, endpoint: string): string {
	if (!isHubError(error)) {
		return error instanceof Error ? error.message : String(error);
	}
	switch (error.code) {
		case "unauthorized":
			return "The Hub did not accept the token in HF_TOKEN.";
		case "rateLimited":
			return `The Hub allows no more requests for ${Math.ceil((error.retryAfterMs ?? 0) / 1000)} s.`;
		case "timeout":
			return `${endpoint} did not answer in time.`;
		case "offline":
			return `${endpoint} cannot be reached.`;
		default:
			return `${endpoint} did not answer as a Hub does (${error.code}).`;
	}
}
