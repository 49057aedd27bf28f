import assert from "node:assert/strict";
import { type HubServer, startHub } from "../../hub/hubServer.ts";
import { ask } from "./readHub.ts";

describe("test Hub: faults", () => {
	let hub: HubServer;
	let list: string;
	let model: string;

	before(async () => {
		hub = await startHub();
		list = `${hub.url}/api/models?limit=2`;
		model = `${hub.url}/api/models/Qwen/Qwen3-8B`;
	});
	afterEach(() => hub.clearFaults());
	after(() => hub.close());

	it("hits only what matches, and so often as it says", async () => {
		hub.setFaults([{ match: /Qwen3-8B$/, status: 503, times: 1 }]);
		assert.equal((await ask(list)).status, 200);
		assert.equal((await ask(model)).status, 503);
		assert.equal((await ask(model)).status, 200);
		assert.deepEqual(
			hub.requests.slice(-2).map((request) => request.isFaulted),
			[true, false],
		);
	});

	it("cuts a body short and drops the connection", async () => {
		hub.setFaults([{ match: "/api/models?", truncateBody: true }]);
		await assert.rejects(ask(list));
		hub.setFaults([{ match: "/api/models?", body: '[{"id":' }]);
		assert.equal((await ask(list)).text, '[{"id":');
	});

	it("drops a connection without an answer", async () => {
		hub.setFaults([{ match: "/api/models", dropConnection: true }]);
		await assert.rejects(ask(list));
		assert.equal(hub.requests.at(-1)?.status, undefined);
	});

	it("sends another content type, and a body of hostile rows", async () => {
		hub.setFaults([
			{ match: "/api/models?", contentType: "text/html", body: "<html>sign in</html>", times: 1 },
		]);
		const portal = await ask(list);
		assert.equal(portal.headers.get("content-type"), "text/html");
		assert.equal(portal.text, "<html>sign in</html>");
		hub.setFaults([{ match: "/api/models?", body: [null, { id: "x".repeat(1_000_000) }] }]);
		assert.equal(JSON.parse((await ask(list)).text)[1].id.length, 1_000_000);
	});

	it("redirects and links to another origin", async () => {
		hub.setFaults([
			{ match: "/Qwen3-8B", redirectTo: "http://evil.test/steal" },
			{ match: "/api/models?", linkHeader: '<http://evil.test/next>; rel="next"' },
		]);
		const moved = await ask(model);
		assert.deepEqual([moved.status, moved.headers.get("location")], [307, "http://evil.test/steal"]);
		const page = await ask(list);
		assert.deepEqual([page.status, page.headers.get("link")], [200, '<http://evil.test/next>; rel="next"']);
	});

	it("says 429 with nothing left, or without a word about the rate", async () => {
		hub.setFaults([
			{ match: "/Qwen3-8B", status: 429, headers: { "Retry-After": "2" } },
			{ match: "/api/models?", status: 429, headers: { RateLimit: null, "RateLimit-Policy": null } },
		]);
		const told = await ask(model);
		assert.equal(told.status, 429);
		assert.match(told.headers.get("ratelimit") ?? "", /^"api";r=0;t=\d+$/);
		assert.equal(told.headers.get("retry-after"), "2");
		const untold = await ask(list);
		assert.deepEqual([untold.status, untold.headers.get("ratelimit")], [429, null]);
	});

	it("holds an answer back until the one who asks gives up", async () => {
		hub.setFaults([{ match: "/api/models", delayMs: 60_000 }]);
		const giveUp = new AbortController();
		const answer = fetch(list, { signal: giveUp.signal });
		while (hub.requests.at(-1)?.isFaulted !== true) {
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		giveUp.abort();
		await assert.rejects(answer, { name: "AbortError" });
	});

	it("is steered over HTTP, and refuses a knob that it does not have", async () => {
		const rules = [{ match: "re:^/api/models\\?", status: 500, times: 1 }];
		const post = await fetch(`${hub.url}/__faults`, { method: "POST", body: JSON.stringify(rules) });
		assert.deepEqual(await post.json(), { rules: 1 });
		assert.equal((await ask(list)).status, 500);
		const bad = await fetch(`${hub.url}/__faults`, {
			method: "POST",
			body: JSON.stringify({ match: "/", satus: 500 }),
		});
		assert.equal(bad.status, 400);
		await fetch(`${hub.url}/__faults`, { method: "DELETE" });
		assert.equal((await ask(model)).status, 200);
	});
});
