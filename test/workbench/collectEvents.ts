import { createServer } from "node:http";
import type { TestEvent } from "./testEvent.ts";

export interface EventCollector {
	/** Where a suite posts its events, one JSON array at a time. */
	readonly url: string;
	readonly close: () => Promise<void>;
}

/**
 * Listens on loopback for the events of a suite that runs inside an extension host: what is printed there reaches
 * nobody, and a web worker has neither files nor an environment.
 */
export async function collectEvents(onEvent: (event: TestEvent) => void): Promise<EventCollector> {
	const server = createServer(async (request, response) => {
		response.setHeader("access-control-allow-origin", "*");
		response.setHeader("access-control-allow-headers", "*");
		let body = "";
		for await (const chunk of request) {
			body += String(chunk);
		}
		if (request.method === "POST") {
			const events: TestEvent[] = JSON.parse(body);
			events.forEach(onEvent);
		}
		response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") {
		throw new Error("The collector of test events has no port.");
	}
	return {
		url: `http://127.0.0.1:${address.port}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
