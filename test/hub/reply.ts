/** What a route answers, before headers that every answer carries are added. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** A JSON value, or text that is sent as it stands. */
	readonly body:
		| { readonly json: unknown }
		| { readonly text: string; readonly contentType: string }
		| { readonly bytes: Uint8Array; readonly contentType: string };
}

/** A 200 with a JSON body. */
export function replyJson(json: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
	return { status: 200, headers, body: { json } };
}

/** A refusal in the Hub's way: `{"error"}`, the same in `X-Error-Message`, and a code where the Hub has one. */
export function replyError(status: number, message: string, code?: string): Reply {
	const headers: Record<string, string> = { "X-Error-Message": toHeaderText(message) };
	if (code !== undefined) {
		headers["X-Error-Code"] = code;
	}
	return { status, headers, body: { json: { error: message } } };
}

/** A redirect to a path of this server, or to wherever `location` says. */
export function replyRedirect(status: number, location: string, headers: Record<string, string> = {}): Reply {
	return {
		status,
		headers: { ...headers, Location: location, Vary: "Accept" },
		body: {
			text: `Temporary Redirect. Redirecting to ${location}`,
			contentType: "text/plain; charset=utf-8",
		},
	};
}

/** Node refuses a header with anything but printable Latin-1; ids from a hostile row may hold anything. */
export function toHeaderText(text: string): string {
	return text.replace(/[^\x20-\x7e]/g, "?");
}
