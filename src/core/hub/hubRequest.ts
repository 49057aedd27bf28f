/** A JSON document to get. */
export interface HubRequest {
	/** A URL of the endpoint. */
	readonly url: string;
	readonly maxBytes: number;
	/** A file of a repository comes as plain text; a reply of the API says that it is JSON. */
	readonly isFile?: boolean;
	/** Without the token there is nothing to ask: a refused one is an error then. */
	readonly needsToken?: boolean;
	/** Given the message of a 400: the URL to ask instead, once. */
	readonly repair?: (message: string) => string | undefined;
}

/** A JSON document, parsed and not looked into. */
export interface HubReply {
	readonly json: unknown;
	/** The `Link` header. */
	readonly link: string | undefined;
	/** Where it was found, after redirects. */
	readonly url: string;
}
