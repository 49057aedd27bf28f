import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultRule } from "./faults.ts";
import type { Reply } from "./reply.ts";
import { hashStably } from "./stableHash.ts";

let requestCount = 0;

/** Writes a reply with the headers that every answer of the Hub has, bent by a fault if there is one. */
export function sendReply(
	request: IncomingMessage,
	response: ServerResponse,
	reply: Reply,
	fault?: FaultRule,
): void {
	if (fault?.dropConnection === true) {
		request.socket.destroy();
		return;
	}
	const bent = bendReply(cutRange(request, reply), fault);
	const { payload, contentType } = readBody(bent.body);
	const etag = `W/"${payload.length.toString(16)}-${hashStably(payload.toString("latin1"), 27)}"`;
	const isUnchanged = bent.status === 200 && request.headers["if-none-match"] === etag;
	const headers: Record<string, string> = {
		...corsHeaders(request),
		"X-Request-Id": makeRequestId(),
		...(bent.status === 200 || bent.status === 206 ? { ETag: etag } : {}),
		...bent.headers,
	};
	if (!isUnchanged && bent.status !== 204) {
		headers["Content-Type"] = fault?.contentType ?? contentType;
		headers["Content-Length"] = String(payload.byteLength);
	}
	for (const [name, value] of Object.entries(fault?.headers ?? {})) {
		setHeader(headers, name, value);
	}
	response.writeHead(isUnchanged ? 304 : bent.status, headers);
	const cut = fault?.truncateBody;
	if (isUnchanged || request.method === "HEAD") {
		response.end();
	} else if (cut === undefined) {
		response.end(payload);
	} else {
		const sentBytes = cut === true ? Math.floor(payload.byteLength / 2) : cut;
		response.write(payload.subarray(0, sentBytes), () => response.destroy());
	}
}

/** Part of a file, by which clients learn its size: the first byte alone, with the size of all. */
function cutRange(request: IncomingMessage, reply: Reply): Reply {
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
	if (range === null || reply.headers["Accept-Ranges"] === undefined || "json" in reply.body) {
		return reply;
	}
	const whole = "bytes" in reply.body ? Buffer.from(reply.body.bytes) : Buffer.from(reply.body.text);
	const start = Number(range[1]);
	const end = Math.min(range[2] === "" ? whole.length : Number(range[2]) + 1, whole.length);
	if (start >= whole.length) {
		return {
			status: 416,
			headers: { ...reply.headers, "Content-Range": `bytes */${whole.length}` },
			body: { text: "", contentType: "text/plain" },
		};
	}
	return {
		status: 206,
		headers: { ...reply.headers, "Content-Range": `bytes ${start}-${end - 1}/${whole.length}` },
		body: { bytes: whole.subarray(start, end), contentType: reply.body.contentType },
	};
}

function bendReply(reply: Reply, fault: FaultRule | undefined): Reply {
	if (fault === undefined) {
		return reply;
	}
	const headers: Record<string, string> = { ...reply.headers };
	if (fault.linkHeader !== undefined) {
		headers["Link"] = fault.linkHeader;
	}
	const isRedirect = fault.redirectTo !== undefined;
	if (fault.redirectTo !== undefined) {
		headers["Location"] = fault.redirectTo;
	}
	const status = fault.status ?? (isRedirect ? 307 : reply.status);
	if (status === 429 && headers["RateLimit"] !== undefined) {
		headers["RateLimit"] = headers["RateLimit"].replace(/r=\d+/, "r=0");
	}
	return { status, headers, body: chooseBody(reply, fault, status) };
}

function chooseBody(reply: Reply, fault: FaultRule, status: number): Reply["body"] {
	if (typeof fault.body === "string") {
		return { text: fault.body, contentType: "application/json; charset=utf-8" };
	}
	if (fault.body !== undefined) {
		return { json: fault.body };
	}
	return status === reply.status || status < 300 ? reply.body : { json: { error: `Fault ${status}` } };
}

function readBody(body: Reply["body"]): { readonly payload: Buffer; readonly contentType: string } {
	if ("json" in body) {
		return {
			payload: Buffer.from(JSON.stringify(body.json)),
			contentType: "application/json; charset=utf-8",
		};
	}
	const payload = "bytes" in body ? Buffer.from(body.bytes) : Buffer.from(body.text);
	return { payload, contentType: body.contentType };
}

/** Without an `Origin` the Hub names itself; with one it is taken to echo it. Neither exposes the rate limit. */
function corsHeaders(request: IncomingMessage): Record<string, string> {
	return {
		"Access-Control-Allow-Origin": request.headers.origin ?? "https://huggingface.co",
		"Access-Control-Allow-Headers": "Authorization, Content-Type, If-None-Match, Range",
		"Access-Control-Max-Age": "86400",
		"Access-Control-Expose-Headers":
			"X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges," +
			"Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash",
		Vary: "Origin",
	};
}

function makeRequestId(): string {
	requestCount += 1;
	return `Root=1-${hashStably(String(requestCount), 8)}-${hashStably(`id ${requestCount}`, 24)}`;
}

function setHeader(headers: Record<string, string>, name: string, value: string | null): void {
	for (const known of Object.keys(headers)) {
		if (known.toLowerCase() === name.toLowerCase()) {
			delete headers[known];
		}
	}
	if (value !== null) {
		headers[name] = value;
	}
}
