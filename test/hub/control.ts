import type { IncomingMessage, ServerResponse } from "node:http";
import { type FaultBook, parseFaultRules } from "./faults.ts";
import { type Reply, replyError, replyJson } from "./reply.ts";
import type { RequestLog } from "./requestLog.ts";
import { sendReply } from "./sendReply.ts";

/** What the control paths steer. */
export interface Controlled {
	readonly faults: FaultBook;
	readonly log: RequestLog;
}

/**
 * The paths that the Hub does not have: `POST` and `DELETE /__faults`, `GET` and `DELETE /__requests`. They are
 * not logged, not counted and not subject to faults.
 */
export async function answerControl(
	request: IncomingMessage,
	response: ServerResponse,
	controlled: Controlled,
): Promise<void> {
	sendReply(request, response, await control(request, controlled));
}

async function control(request: IncomingMessage, { faults, log }: Controlled): Promise<Reply> {
	switch (`${request.method} ${request.url}`) {
		case "POST /__faults":
			return setFaults(faults, await readText(request));
		case "DELETE /__faults":
			faults.setRules([]);
			return replyJson({ rules: 0 });
		case "GET /__requests":
			return replyJson(log.requests);
		case "DELETE /__requests":
			log.clear();
			return replyJson([]);
		default:
			return replyError(404, "The test Hub has no such path.");
	}
}

function setFaults(faults: FaultBook, text: string): Reply {
	try {
		const rules = parseFaultRules(JSON.parse(text));
		faults.setRules(rules);
		return replyJson({ rules: rules.length });
	} catch (error) {
		return replyError(400, `These are no fault rules: ${error instanceof Error ? error.message : error}`);
	}
}

async function readText(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) {
		chunks.push(Buffer.from(chunk));
	}
	return Buffer.concat(chunks).toString("utf8");
}
